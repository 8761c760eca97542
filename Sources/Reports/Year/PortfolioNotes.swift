import LedgerCore
import Portfolio
import ReportDocument

/// What a reader of the portfolio has to know beside the figures: rules not checked, money without proof, old values.
struct PortfolioNotes {
  let view: PortfolioView
  /// A valuation older than this is stale, days.
  var staleAfterDays = 365

  /// All notes that apply.
  func all() throws(Diagnostic) -> [Phrase] {
    rules + (try evidence()) + valuations + shares + foreign
  }

  /// The notes on exits, which neither others' money nor what a holding is worth touches.
  var ofExits: [Phrase] { rules + foreign }

  private var rules: [Phrase] {
    view.register.timeline.ruleSets.compactMap { set in
      let unverified = set.rules.filter { $0.status == .unverified }.map(\.id)
      if unverified.isEmpty { return nil }
      let ids = unverified.joined(separator: "、")
      return Phrase(
        "记账规则 \(set.name) v\(set.version)（\(set.citation)）中 \(ids) 尚未与正式文本核对。",
        "Of the posting rules \(set.name) v\(set.version) (\(set.citation)), \(unverified.joined(separator: ", ")) are "
          + "unverified: not checked in the official text.")
    }
  }

  private func evidence() throws(Diagnostic) -> [Phrase] {
    var sum: Int64 = 0
    var count = 0
    for deal in view.fold.deals where deal.unproven != 0 {
      try sum.add(deal.unproven)
      count += 1
    }
    if count == 0 { return [] }
    return [
      Phrase(
        exactly: "本期他方资金中有\(view.money(sum))（\(count)个项目）未注明证明文件。",
        "Of others' money in the period, \(view.money(sum)) on \(EnglishCount.of(count, "deal")) names no document that proves it.")
    ]
  }

  private var valuations: [Phrase] {
    var missing: [String] = []
    var stale: [String] = []
    for deal in view.register.deals {
      let worth = view.valuation(of: deal.id)
      switch worth.basis {
      case .carrying: missing.append(deal.name)
      case .valued where (worth.age(on: view.cutOff) ?? 0) > staleAfterDays: stale.append(deal.name)
      default: break
      }
    }
    var notes: [Phrase] = []
    if !missing.isEmpty {
      let names = PortfolioNotes.list(missing)
      notes.append(
        Phrase(
          "\(missing.count) 个项目从未估值，收益计算按账面余额：\(names.zh)。",
          "\(EnglishCount.of(missing.count, "holding was", "holdings were")) never valued; returns take their carrying amount: \(names.en)."
        ))
    }
    if !stale.isEmpty {
      let names = PortfolioNotes.list(stale)
      notes.append(
        Phrase(
          "\(stale.count) 个项目的估值早于 \(staleAfterDays) 天：\(names.zh)。",
          "\(EnglishCount.of(stale.count, "valuation is", "valuations are")) older than \(staleAfterDays) days: \(names.en)."))
    }
    return notes
  }

  /// Holdings that were bought after all had been sold, of which nobody said since what share they are.
  private var shares: [Phrase] {
    let names = view.register.deals.filter { deal in
      let index = Int(deal.id.rawValue)
      return view.returns.positions.indices.contains(index) && view.returns.positions[index].isShareOutdated
    }.map(\.name)
    if names.isEmpty { return [] }
    let list = PortfolioNotes.list(names)
    return [
      Phrase(
        "\(names.count) 个项目全部退出后再次出资，此后未登记持股比例，不列比例：\(list.zh)。",
        "\(EnglishCount.of(names.count, "holding was", "holdings were")) bought again after all had been sold; no share is stated since, and none is "
          + "shown: \(list.en).")
    ]
  }

  private static func list(_ names: [String]) -> Phrase {
    let shown = names.prefix(10)
    return Phrase(
      shown.joined(separator: "、") + (names.count > 10 ? "等" : ""),
      shown.joined(separator: ", ") + (names.count > 10 ? " and others" : ""))
  }

  private var foreign: [Phrase] {
    let count = view.fold.foreignCount
    if count == 0 { return [] }
    return [
      Phrase(
        "\(count) 项其他币种的数额未计入。",
        EnglishCount.of(count, "amount in other commodities is left out.", "amounts in other commodities are left out."))
    ]
  }
}
