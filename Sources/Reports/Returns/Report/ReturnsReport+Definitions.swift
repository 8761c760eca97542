import Analytics
import LedgerCore
import Portfolio
import ReportDocument

extension ReturnsReport {
  /// What each figure means.
  func definitions(for view: ReturnsView) -> [Phrase] {
    let day = view.asOf
    let cutOff = day == .always || day == .never ? Phrase.none : Phrase("；截至\(day)", "; as of \(day)")
    var definitions = [
      Phrase(
        "DPI＝累计收回÷累计实缴；RVPI＝剩余价值÷累计实缴；TVPI＝（累计收回＋剩余价值）÷累计实缴；PIC＝累计实缴÷认缴；"
          + "MOIC＝单个项目（累计收回＋剩余价值）÷投入成本；均为实缴口径，含滚动资金，退回的出资冲减实缴",
        "DPI = distributed ÷ paid in; RVPI = residual value ÷ paid in; TVPI = (distributed + residual value) ÷ paid in; "
          + "PIC = paid in ÷ committed; MOIC = (distributed + residual value) ÷ cost of one deal; paid-in basis, recycled "
          + "money in, refunds netted against paid in") + cutOff,
      Phrase(
        "累计收回＝到账的股利与退出价款（进入国库或受托机构专户）；未收到的应收股利计入剩余价值；未注明费后的均为费前",
        "Distributed = dividends and exit proceeds received, by the treasury or the holder; dividends declared and not "
          + "received are residual value; before management fees unless it says net"),
      Phrase(
        "剩余价值＝最近一次估值（部分退出按比例缩减，估值后的出资按成本加计）；从未估值的按账面余额；另加已宣告未收到的应收股利",
        "Residual value = latest valuation, shrunk by partial exits, payments after it added at cost; the carrying amount "
          + "where nobody ever valued; and dividends declared and not yet received"),
      Phrase(
        "XIRR＝使 Σ金额÷(1+r)^(天数/365)＝0 的年化收益率，剩余价值记在截止日；不足365天为期间收益率，不年化",
        "XIRR = the yearly rate r with Σ amount ÷ (1+r)^(days/365) = 0, residual value on the cut-off day; under 365 days "
          + "the return of the period, not annualised"),
      Phrase(
        "时间加权收益率（TWR）＝各估值日之间收益的连乘，自首次出资（按成本；首日的估值为其后一段）至最后一次估值；现金流前后\(question.toleranceDays)天内须有估值，否则不计算；"
          + "账面余额不是估值；已无本金而有收回的（如核销后追回）为“无本金”；不足365天不年化",
        "Time-weighted return (TWR) = the returns between valuations, linked, from the first payment (at cost; a valuation of "
          + "its day ends a stretch of its own) to the last valuation; each flow needs a valuation within "
          + "\(question.toleranceDays) days, else there is none; a carrying amount is no valuation; what came back while nothing "
          + "was held, as after a write-off, has no capital; not annualised under 365 days"),
      Phrase(
        "修正 Dietz＝（期末价值－期初价值－净投入）÷（期初价值＋按剩余天数加权的净投入），为期间收益率，不年化；全部收回的算到最后一笔收回之日；"
          + "没有收回也没有剩余的为全部损失 −100%，不按公式；有少量收回、后期出资权重小的，按公式可低于 −100%",
        "Modified Dietz = (closing value − opening value − net paid in) ÷ (opening value + net paid in weighted by the days "
          + "left), the return of the period, not annualised; of what came back whole until the day of the last of it; where "
          + "nothing came back and nothing is left it is a total loss of −100 %, whatever the formula says; where little came "
          + "back and money was paid in late, the formula may give less than −100 %"),
    ]
    if view.total.fees != 0 {
      definitions.append(
        Phrase(
          "费后＝管理费（专户或预算列支）作为出资计入实缴和现金流；指明项目的计入该项目，其余按支付日各项目累计实缴在本专项内分摊；"
            + "费后 TWR 中计入其所在的一段，最后一次估值之后或没有本金时支付的计入此前最近的一段",
          "Net = management fees, out of the holder's account or an envelope, count as paid in and as flows; a fee that names "
            + "a deal is that deal's, others are spread over the programme's deals by what was paid in on each by then; in the "
            + "net TWR a fee lowers the stretch that it falls in, one after the last valuation or while nothing is held the "
            + "last stretch before it"))
    }
    if let rate = question.rate {
      definitions.append(
        Phrase(
          "XNPV＝现金流和剩余价值按\(rate)折现到各行最早一笔现金流之日（实际天数/365），各行不可相加",
          "XNPV = flows and residual value discounted at \(rate) to the day of the earliest flow of each line (actual/365); "
            + "lines do not add up"))
    }
    if let market = question.market { definitions.append(ReturnsReport.marketDefinition(market)) }
    return definitions
  }

  /// How many deals are named one by one whose valuation may still hold a dividend; of more, the number is said.
  private static let namedMax = 10

  /// What of the residual values is dividends receivable, and of which deals the valuation may still hold them: each with the
  /// days and the amount, so that a reader can ask for a newer valuation or take it off.
  private static func receivableNotes(
    on view: ReturnsView, _ register: Register, of deals: [Int]?
  ) throws(Diagnostic) -> [Phrase] {
    let deals = deals ?? Array(view.positions.indices)
    func amount(_ sum: Int64) -> Cell { .money(sum, register.base) }
    var sum: Int64 = 0
    for deal in deals where view.positions[deal].receivable > 0 { try sum.add(view.positions[deal].receivable) }
    if sum == 0 { return [] }
    var notes = [
      Phrase(
        exactly: "剩余价值含已宣告未收到的应收股利\(amount(sum))。",
        "Residual value has \(amount(sum)) of dividends declared and not yet received.")
    ]
    let older = deals.filter { $0 > 0 && view.positions[$0].receivableInValuation > 0 }
    for deal in older.prefix(namedMax) {
      let (holding, name) = (view.positions[deal], register.deals[deal - 1].name)
      let (valued, declared, dividend) = ("\(holding.valuedOn)", "\(holding.declaredOn)", amount(holding.receivableInValuation))
      notes.append(
        Phrase(
          exactly: "\(name)：\(valued) 的估值早于 \(declared) 宣告的股利，可能仍含未收到的\(dividend)，剩余价值或因此重复计入；请以宣告日以后的估值为准。",
          "\(name): the valuation of \(valued) is from before the dividend declared on \(declared) and may still have the \(dividend) "
            + "not yet received in it, so that residual value may have it twice; a valuation from after the declaration settles it."))
    }
    if older.count > namedMax {
      let rest = older.count - namedMax
      notes.append(
        Phrase(
          "另有 \(rest) 个项目的估值早于股利宣告日，详见 bgt returns --explain。",
          "Of \(EnglishCount.of(rest, "more deal", "more deals")) the valuation is from before the declaration: see bgt returns --explain.")
      )
    }
    return notes
  }

  private static func marketDefinition(_ market: ReturnsQuestion.MarketIndex) -> Phrase {
    Phrase(
      "公开市场对比（指数：\(market.name)；取当日或之前最近一日的点位，f＝截止日点位÷当日点位）："
        + "KS-PME＝（Σ收回×f＋剩余价值）÷Σ实缴×f；LN-PME＝同样的钱投入指数后的 XIRR；"
        + "PME+ 把收回乘以 λ＝（Σ实缴×f－剩余价值）÷Σ收回×f；直接 alpha＝现金流×f 后的 XIRR",
      "Public market equivalents (index \(market.name); the last level on or before a day, f = level at the cut-off ÷ level "
        + "of the day): KS-PME = (Σ distributed × f + residual value) ÷ Σ paid in × f; LN-PME = XIRR of the same money in the "
        + "index; PME+ scales distributions by λ = (Σ paid in × f − residual value) ÷ Σ distributed × f; direct alpha = XIRR "
        + "of the flows × f")
  }

  /// What a reader must know beside the definitions.
  ///
  /// - Parameter deals: the ids of those whose dividends receivable are told; nil for all.
  func notes(on view: ReturnsView, _ register: Register, of deals: [Int]? = nil) throws(Diagnostic) -> [Phrase] {
    let base = register.base
    var notes: [Phrase] = []
    if grouping == .year {
      notes.append(
        Phrase(
          "收益不属于某一年的现金流：按年度即按首次出资年度（vintage）列示。",
          "A return belongs to no year of flow: by year is by vintage, the year of the first payment."))
    }
    notes += try ReturnsReport.receivableNotes(on: view, register, of: deals)
    if view.hasInKind {
      notes.append(
        Phrase(
          "无偿划入按账面余额计入认缴和实缴，出资年度自划入日起；划出计入收回。",
          "Holdings taken over without payment count at carrying amount as committed and paid in, and their vintage from that "
            + "day; those given away count as distributed."))
    }
    if view.hasOpening {
      notes.append(
        Phrase(
          "期初建账的项目：建账前累计实缴全部计在首次出资日，累计收回计在建账日；有收益时 XIRR 不高于实际。",
          "Deals opened in mid-life: all that was paid before counts on the day of the first payment, all that came back on "
            + "the day of the opening; with a gain the XIRR is not above the true one."))
    }
    if view.total.fees == 0 && !view.curve.points.isEmpty {
      notes.append(Phrase("没有记录管理费，费后与费前相同。", "No management fee is recorded: net figures are the gross ones."))
    }
    if view.unallocatedFees != 0 {
      let amount = Cell.money(view.unallocatedFees, base)
      notes.append(
        Phrase(
          exactly: "管理费\(amount)所属专项没有实缴的项目，只计入合计。",
          "Fees of \(amount) belong to programmes without a paid deal and count in the total alone."))
    }
    if view.fold.fees.isMonthly {
      notes.append(
        Phrase(
          "管理费笔数很多：未指明项目的按月合并，计在当月最后一笔之日，再行分摊。",
          "Fees are very many: those of a month that name no deal are spread as one, on the day of its last."))
    }
    if view.foreignCount != 0 {
      notes.append(
        Phrase(
          "\(view.foreignCount) 笔其他币种金额未计入。",
          EnglishCount.of(view.foreignCount, "amount in other commodities is left out.", "amounts in other commodities are left out.")))
    }
    return notes
  }
}
