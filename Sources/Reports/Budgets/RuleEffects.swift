import LedgerCore
import Portfolio

/// What the posting rules of a book make of a named amount in income and expense: read from the rules, so that no
/// statement repeats what a rule set says.
struct RuleEffects {
  /// How often an amount counts in the result of each of the two books; a cost counts below zero.
  struct Effect: Hashable {
    var fiscal: Int64 = 0
    var budget: Int64 = 0

    /// Whether the amount touches no result.
    var isNone: Bool { fiscal == 0 && budget == 0 }
  }

  /// One line of a rule that posts to income or expense.
  private struct Entry {
    let rule: PostingRule
    let book: AccountBook
    let sign: Int64
  }

  /// A rule set with the day from which it is in force.
  private struct Period {
    let from: Day
    var entries: [Measure: [Entry]] = [:]

    /// Whether the set keeps the budget in the fiscal book, as the system before 2023 did; asked for every fact.
    private(set) var isSingleBook = false

    /// By raw value of the measure: the effect of an amount that is the same on every day and for every deal, which
    /// nearly all are; nil where the day, the deal or the way of an exit decide.
    private(set) var constants: [Effect?] = []

    /// Looks at the entries once all of them are there.
    mutating func settle() {
      let books = Set(entries.values.joined().map(\.book))
      isSingleBook = !books.contains(.budget) && entries[.paidFresh] != nil
      constants = Array(repeating: Effect(), count: 256)
      for (measure, own) in entries {
        let kind = own.first?.rule.kinds.first ?? ""
        let isConstant = own.allSatisfy { $0.rule.from == .always && $0.rule.to == .never && $0.rule.methods.isEmpty }
        constants[Int(measure.rawValue)] = isConstant ? sum(of: own.filter { $0.rule.kinds.contains(kind) }) : nil
      }
    }

    /// What entries do together.
    func sum(of entries: [Entry]) -> Effect {
      var effect = Effect()
      for entry in entries {
        if entry.book == .fiscal { effect.fiscal += entry.sign } else { effect.budget += entry.sign }
      }
      if isSingleBook { effect.budget = effect.fiscal }
      return effect
    }
  }

  private let register: Register
  private var periods: [Period] = []

  /// Reads the rule sets of a source.
  init(_ source: any LedgerSource) {
    register = source.register
    for (from, rules) in source.register.timeline.periods.map({ ($0.from, $0.rules) }) {
      var period = Period(from: from)
      for rule in rules.rules {
        for book in [AccountBook.fiscal, .budget] {
          for line in rule.lines[book] ?? [] where isResult(line.account, book) {
            let sign: Int64 = (line.side == .credit) != line.isRed ? 1 : -1
            period.entries[line.measure, default: []].append(Entry(rule: rule, book: book, sign: sign))
          }
        }
      }
      period.settle()
      periods.append(period)
    }
  }

  /// The measures that touch a result at all.
  var measures: Set<Measure> { periods.reduce(into: []) { $0.formUnion($1.entries.keys) } }

  /// Whether the rules of a day keep the budget in the fiscal book: both results are then one.
  func isSingleBook(on day: Day) -> Bool {
    (periods.last { $0.from <= day } ?? periods.first)?.isSingleBook ?? false
  }

  /// The book in which the budget's income and outlay of a day stand.
  func budgetBook(on day: Day) -> AccountBook { isSingleBook(on: day) ? .fiscal : .budget }

  /// The day on which the budget has an amount: 31 December for what a budget book has of the closing period (整理期).
  func budgetDay(of fact: Fact) -> Day {
    isSingleBook(on: fact.day) ? fact.day : register.budgetDay(of: fact)
  }

  /// What an amount does, given the day on which its rule was applied.
  ///
  /// What takes back income or expense of a year that is over is an error of a prior year and touches no result (E12).
  func effect(of fact: Fact, on day: Day) -> Effect {
    var effect = byRule(of: fact, on: day)
    if fact.reverses == 0 || effect.isNone { return effect }
    let book = budgetBook(on: day)
    // The outlay of an envelope is taken back as outlay, in whichever book the budget stands.
    let isOutlay = !fact.dimensions.envelope.isNone
    if !(isOutlay && book == .fiscal) && register.isOfPriorYear(day, of: .fiscal, on: fact.day) {
      effect.fiscal = 0
    }
    if !isOutlay && register.isOfPriorYear(day, of: book, on: fact.day) { effect.budget = 0 }
    return effect
  }

  /// What the rules of a day make of an amount.
  private func byRule(of fact: Fact, on day: Day) -> Effect {
    guard let index = periods.lastIndex(where: { $0.from <= day }) ?? periods.indices.first else { return Effect() }
    if fact.traits.exitWay == nil, let effect = periods[index].constants[Int(fact.measure.rawValue)] { return effect }
    guard let entries = periods[index].entries[fact.measure] else { return Effect() }
    let kind = RuleEffects.kind(of: fact) ?? entries.first?.rule.kinds.first ?? ""
    return periods[index].sum(
      of: entries.filter { $0.rule.kinds.contains(kind) && applies($0.rule, to: fact, on: day) })
  }

  private func applies(_ rule: PostingRule, to fact: Fact, on day: Day) -> Bool {
    guard rule.from <= day && day <= rule.to else { return false }
    if rule.methods.isEmpty { return true }
    return !fact.dimensions.deal.isNone && rule.methods.contains(register[fact.dimensions.deal].method)
  }

  /// The kind of event that took a holding off the books, which posts the same amounts to different accounts.
  private static func kind(of fact: Fact) -> String? {
    switch fact.traits.exitWay {
    case .handover: "handover"
    // What comes back of a holding that was written off is no part of writing it off.
    case .writeOff: [.proceedsTreasury, .proceedsHolder, .gain].contains(fact.measure) ? "recover" : "writeoff"
    case .none: nil
    default: "exit"
    }
  }

  /// Whether the accounts of a line, its blanks filled in, are income or expense.
  private func isResult(_ template: String, _ book: AccountBook) -> Bool {
    RuleBlank.names(of: template).contains { name in
      guard let account = register.account(named: name), account.book == book else { return false }
      return account.accountClass == .income || account.accountClass == .expense
    }
  }
}
