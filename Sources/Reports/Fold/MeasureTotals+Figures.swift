import Portfolio

/// What sums of facts say of holdings and money.
extension MeasureTotals {
  /// 投资成本 that the facts leave.
  var cost: Int64 {
    self[.openingCost] + paidIn + self[.handedIn] + self[.correctedCost] - self[.costOut]
  }

  /// 损益调整 that the facts leave; may be negative.
  var adjustment: Int64 {
    self[.openingAdjustment] + self[.profitShare] - self[.lossShare] + self[.correctedAdjustment] - self[.declared] - self[.capitalised]
      - self[.adjustmentOut]
  }

  /// 其他权益变动 that the facts leave; may be negative.
  var otherEquity: Int64 { self[.openingOtherEquity] + self[.equityShare] - self[.otherEquityOut] }

  /// 收益转增投资 that the facts leave.
  var capitalisedProfit: Int64 {
    self[.openingCapitalised] + self[.capitalised] - self[.capitalisedOut]
  }

  /// 账面余额 that the facts leave: the four details together.
  var carryingAmount: Int64 { cost + adjustment + otherEquity + capitalisedProfit }

  /// Money paid in since the books began, what came back in its budget year taken off.
  var paidIn: Int64 { self[.paidFresh] + self[.paidRecycled] - self[.refunded] }

  /// Money paid in ever, before the books began too.
  var paidEver: Int64 { self[.openingPaid] + paidIn }

  /// Money that came back ever, before the books began too.
  var cameBackEver: Int64 { self[.openingReceived] + cameBack }

  /// What the opening of the books stated of a holding: the carrying amount, all details together.
  var opened: Int64 {
    self[.openingCost] + self[.openingAdjustment] + self[.openingOtherEquity] + self[.openingCapitalised]
  }

  /// Money that came back from holdings: dividends received and proceeds, to the treasury or the holder.
  var cameBack: Int64 {
    self[.receivedTreasury] + self[.receivedHolder] + self[.proceedsTreasury] + self[.proceedsHolder]
  }

  /// The carrying amount that left the books by sale, write-off or transfer.
  var takenOut: Int64 { self[.costOut] + self[.adjustmentOut] + self[.otherEquityOut] + self[.capitalisedOut] }
}
