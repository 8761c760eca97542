import LedgerCore
import Portfolio
import ReportDocument

/// What a reader has to know of money that counts by its day or place, and might be thought of otherwise.
extension LeverageReport {
  /// The notes on one report: money near the end of a closing, money since we left, interests bought, funds in several groups.
  func scopeNotes(
    on view: LeverageView, _ through: LookThroughMoney?, _ facts: [Fact], _ register: Register
  ) throws(Diagnostic) -> [Phrase] {
    let base = register.base
    var notes: [Phrase] = []
    let near = view.fold.nearBound.filter { view.vehicles.knows($0.deal) && view.vehicles.isReached[Int($0.deal)] }
    if !near.isEmpty {
      let events = near.prefix(5).map { "#\($0.event)" }.joined(separator: "、") + (near.count > 5 ? " …" : "")
      notes.append(
        Phrase(
          "\(near.count) 笔记为同轮的资金距同一交割期的首尾不足\(MoneyTiming.nearDays)天（\(events)），计入与否取决于日期，宜核对文件。",
          EnglishCount.of(near.count, "amount called the same round lies", "amounts called the same round lie")
            + " within \(MoneyTiming.nearDays) days of the end of a closing (\(events)): the exact day decides whether it counts."))
    }
    let since = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try SinceWeLeft(view, facts, register).amount }
    notes += LeverageReport.note(since, base) {
      Phrase(
        exactly: "我方全部退出之后到位或投出的\($0)仍按距我方出资的时间计入各指标。",
        "\($0) that came, or was invested, after we had left altogether counts by its distance from our payments all the same.")
    }
    let unreleased = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try UnreleasedCommitments(view, facts, register) }
    notes += LeverageReport.note(unreleased.amount, base) {
      let names = unreleased.deals.prefix(10).map { register[$0].name }.joined(separator: "、") + (unreleased.deals.count > 10 ? "等" : "")
      return Phrase(
        exactly: "\(names) 的实缴已全部退回而认缴未解除，认缴\($0)仍计入 M1c、M2c、M5 和 PIC；不再出资的用 release 解除。",
        "All that was paid on \(names) was refunded and nothing released: \($0) still counts as committed in M1c, M2c, M5 and PIC; "
          + "release what will not be paid.")
    }
    let prices = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try LeverageReport.prices(through, view) }
    notes += LeverageReport.note(prices, base) {
      Phrase(
        exactly: "我方受让基金份额付价\($0)计入 F，基金没有增加资金；其他合伙人的资金先已在基金内，仍作为同一基金计入。",
        "F holds \($0) paid to partners for their interests, which brought no money into a fund; what the other partners had paid "
          + "in before counts as in the same fund.")
    }
    if let phrase = severalGroups(view, register) { notes.append(phrase) }
    return notes
  }

  /// What we paid partners of funds for what they had paid in.
  private static func prices(_ through: LookThroughMoney?, _ view: LeverageView) throws(MoneyOverflow) -> Int64 {
    guard let bought = through?.bought, !bought.isEmpty else { return 0 }
    var prices: Int64 = 0
    for fact in view.fold.funds.all where fact.measure == .paidFresh || fact.measure == .paidRecycled {
      if bought[fact.sequence] != nil { prices = try prices.plus(fact.amount) }
    }
    return prices
  }

  /// Funds of which our deals stand in several groups: partners stand where they are recorded, and no group has the fund's own ratio.
  private func severalGroups(_ view: LeverageView, _ register: Register) -> Phrase? {
    switch grouping {
    case .none, .year, .envelope, .fund, .party, .deal: return nil
    default: break
    }
    var groups: [PartyID: Set<Int>] = [:]
    for money in view.fold.own where view.vehicles.knows(money.deal) && view.vehicles.isVehicle[Int(money.deal)] {
      guard money.committed > 0 || money.fresh > 0 || money.recycled > 0 else { continue }
      groups[register[DealID(money.deal)].party, default: []].insert(view.dealGroups[Int(money.deal)])
    }
    let names = groups.filter { $0.value.count > 1 }.keys.sorted { $0.rawValue < $1.rawValue }.map { register[$0].name }
    if names.isEmpty { return nil }
    let shown = names.prefix(10).joined(separator: "、") + (names.count > 10 ? "等" : "")
    return Phrase(
      "\(shown) 的各项目列在不同的组：合伙人的资金列在所登记的项目下，各组的倍数和达标不代表整只基金，整只基金见 --by fund。",
      "Deals in \(shown) stand in several groups: partners stand with the deal that records them, so that no group has the ratio of "
        + "the whole fund; see --by fund.")
  }
}
