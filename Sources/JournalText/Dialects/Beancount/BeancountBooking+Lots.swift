import LedgerCore
import Portfolio

extension BeancountBooking {
  /// What a posting at cost counts for; its lots move.
  func lotWeights(
    of posting: BeancountPosting, _ units: ExactNumber, _ cost: BeancountCost, _ directive: BeancountDirective
  ) throws(Diagnostic) -> [(commodity: Int32, number: ExactNumber)] {
    try PeerBooking.exactly(at: position(posting, directive)) {
      let method = methods[posting.account] ?? options.method
      let held = lots.lots(of: posting.commodity, in: posting.account)
      let perUnit = try BeancountBooking.perUnit(of: cost, units)
      if method == .none || !held.contains(where: { $0.units.isNegative != units.isNegative }) {
        return [try add(posting, units, perUnit, cost, directive)]
      }
      let matching = held.filter {
        $0.units.isNegative != units.isNegative && (perUnit == nil || $0.perUnit == perUnit)
          && (cost.commodity == nil || $0.commodity == cost.commodity) && (cost.day == nil || $0.day == cost.day)
          && (cost.label == nil || $0.label == cost.label)
      }
      return try choose(from: matching, units, method, posting, directive).map { lot in
        try lots.add(lot, of: posting.commodity, to: posting.account)
        return (lot.commodity, try lot.units * lot.perUnit)
      }
    }
  }

  /// Adds a lot and returns what it cost.
  private func add(
    _ posting: BeancountPosting, _ units: ExactNumber, _ perUnit: ExactNumber?, _ cost: BeancountCost,
    _ directive: BeancountDirective
  ) throws -> (commodity: Int32, number: ExactNumber) {
    guard let perUnit, let commodity = cost.commodity else {
      throw Diagnostic(
        .peerNotSupported, Wording("不支持没有写成本的新批次", "a new lot whose cost is left out is not supported"),
        hint: Wording("写出成本，如 {10.00 USD}", "write what it cost, as {10.00 USD}"), at: position(posting, directive))
    }
    let lot = BeancountLots.Lot(
      units: units, perUnit: perUnit, commodity: commodity, day: cost.day ?? directive.day, label: cost.label)
    try lots.add(lot, of: posting.commodity, to: posting.account)
    // A total that does not part evenly counts as it is written.
    if let total = cost.total, cost.perUnit == nil {
      let number = ExactNumber(total)
      return (commodity, units.isNegative ? number.magnitude.negated : number)
    }
    return (commodity, try units * perUnit)
  }

  /// What a unit costs; nil when the cost does not say.
  private static func perUnit(of cost: BeancountCost, _ units: ExactNumber) throws -> ExactNumber? {
    guard let total = cost.total else { return cost.perUnit.map(ExactNumber.init) }
    if units.isZero { return cost.perUnit.map(ExactNumber.init) ?? .zero }
    let part = try ExactNumber(total) / units.magnitude
    guard let perUnit = cost.perUnit else { return part }
    return try ExactNumber(perUnit) + part
  }

  /// The parts of lots that a posting takes, with its sign.
  private func choose(
    from matching: [BeancountLots.Lot], _ units: ExactNumber, _ method: BeancountMethod, _ posting: BeancountPosting,
    _ directive: BeancountDirective
  ) throws -> [BeancountLots.Lot] {
    let code = journal.commodities[Int(posting.commodity)].code
    var total = ExactNumber.zero
    for lot in matching { total = try total + lot.units }
    guard !matching.isEmpty, try units.isAtMost(total) else {
      throw Diagnostic(
        .noSuchLot,
        Wording(
          matching.isEmpty ? "没有符合的 \(code) 批次" : "符合的 \(code) 批次共 \(total.magnitude.trimmed)，不是 \(units.magnitude.trimmed)",
          matching.isEmpty
            ? "no lot of \(code) fits" : "the lots of \(code) that fit hold \(total.magnitude.trimmed), not \(units.magnitude.trimmed)"),
        hint: Wording("写账户所持的批次，任意批次写 {}", "name a lot that the account holds, or {} for any"), at: position(posting, directive))
    }
    var ordered = matching
    switch method {
    case .fifo: ordered.sort { $0.day < $1.day }
    case .lifo: ordered.sort { $0.day > $1.day }
    case .hifo: ordered = try BeancountBooking.byCost(matching)
    case .strict, .strictWithSize, .none:
      let isWhole = total.magnitude == units.magnitude
      if method == .strictWithSize, let exact = matching.first(where: { $0.units.magnitude == units.magnitude }) {
        ordered = [exact]
      } else if matching.count > 1, !isWhole {
        throw Diagnostic(
          .ambiguousLot, Wording("有 \(matching.count) 个 \(code) 批次符合", "\(matching.count) lots of \(code) fit"),
          hint: Wording("用成本、日期或标签指明", "say which by its cost, its date or its label"),
          at: position(posting, directive))
      }
    }
    var rest = units.magnitude
    var chosen: [BeancountLots.Lot] = []
    for var lot in ordered where !rest.isZero {
      let part = try lot.units.isAtMost(rest) ? lot.units.magnitude : rest
      rest = try rest + part.negated
      lot.units = units.isNegative ? part.negated : part
      chosen.append(lot)
    }
    return chosen
  }

  /// The dearest first.
  private static func byCost(_ lots: [BeancountLots.Lot]) throws -> [BeancountLots.Lot] {
    var ordered: [BeancountLots.Lot] = []
    for lot in lots {
      var place = ordered.endIndex
      while place > 0, try (ordered[place - 1].perUnit + lot.perUnit.negated).isNegative { place -= 1 }
      ordered.insert(lot, at: place)
    }
    return ordered
  }
}
