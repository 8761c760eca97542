import LedgerCore
import ReportDocument

/// The exit rules of many deals, each once with a number.
struct ExitRules {
  private var rules: [(rule: Phrase, deals: Int)] = []
  private var places: [Phrase: Int] = [:]

  /// The number of a rule, from 1; it is entered when it is new.
  mutating func number(of rule: Phrase) -> Int {
    if let place = places[rule] {
      rules[place].deals += 1
      return place + 1
    }
    places[rule] = rules.count
    rules.append((rule, 1))
    return rules.count
  }

  /// The rules in the order in which they were met; nil without any.
  var table: Table? {
    if rules.isEmpty { return nil }
    var table = Table(
      "exitRules", title: Phrase("退出条款", "Exit rules"),
      columns: [
        Column("exitRule", Phrase("条款", "Rule"), .integer), Column("rule", Phrase("应收价款", "Price due")),
        Column("deals", Phrase("项目数", "Deals"), .integer),
      ])
    for (place, entry) in rules.enumerated() { table.add(.count(place + 1), .phrase(entry.rule), .count(entry.deals)) }
    return table
  }
}
