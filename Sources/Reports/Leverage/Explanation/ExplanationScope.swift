import LedgerCore
import Portfolio
import ReportDocument

/// What an explanation is about: the whole, or one group of a breakdown.
struct ExplanationScope {
  /// The money of all groups.
  let view: LeverageView
  /// The money seen through funds, with which what is credited to us is worked out too: no multiplier lacks its money.
  let through: LookThroughMoney
  /// The group; nil for the whole.
  let group: LeverageView.Group?
  /// The number of the year or of the envelope of the group, when either is kept apart.
  private let splitNumber: Int32?
  /// By event, the company that others' money beside a fund went into, where companies make the groups.
  private var companies: [Int64: PartyID] = [:]
  /// By deal with a planned size, the number of the year or of the envelope that its plan stands with.
  private var planNumbers: [Int32: Int32] = [:]

  /// Finds a group by its name among those that have money.
  ///
  /// - Parameter day: regions, industries and stages of companies are those of this day.
  /// - Throws: `badUsage` when there is no such group, `sumOverflow` when a sum leaves 64 bits.
  init(
    _ facts: [Fact], _ register: Register, _ policy: LeveragePolicy, of name: String?, by grouping: Grouping,
    on day: Day
  ) throws(Diagnostic) {
    let grouping = name == nil ? .none : grouping
    var view = try LeverageView(facts, register: register, by: grouping, on: day, laterMonths: policy.laterMonths)
    through = try view.seeThrough(register, policy)
    self.view = view
    group = name.flatMap { name in view.groups.first { $0.label.isNamed(name) } }
    splitNumber = view.fold.split.isSplit ? group.map { view.splitNumbers[$0.place] } : nil
    if splitNumber != nil {
      planNumbers = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try view.plannedMoney(register).mapValues { $0.number } }
    }
    if grouping.isOfCompanies {
      for fact in facts where fact.measure == .besideCompany { companies[fact.sequence] = fact.dimensions.party }
    }
    guard let name, group == nil else { return }
    let names = view.groups.prefix(8).map(\.label.phrase.zh).joined(separator: ", ")
    throw Diagnostic(
      .badUsage, Wording("按\(grouping.title.zh)没有 \(name) 这一组", "there is no group \(name) by \(grouping.rawValue)"),
      hint: Wording(
        names.isEmpty ? "还没有资金" : "有 \(names)；其他分组用 --by 指明",
        names.isEmpty ? "there is no money yet" : "there are \(names); another breakdown is named with --by"))
  }

  /// Whether a multiplier is of the whole alone, and the group a year or an envelope.
  func isWithoutPart(_ metric: LeverageMetric) -> Bool {
    splitNumber != nil && (metric.looksThrough || metric == .l10 || metric == .l10ByShare)
  }

  /// The money that is explained.
  var sums: LeverageSums { group?.sums ?? view.total }

  /// Whether a fact stands in it.
  func includes(_ fact: Fact) -> Bool {
    guard let group else { return true }
    if let splitNumber { return view.fold.year(of: fact) == splitNumber }
    let company = fact.measure == .deployed ? fact.dimensions.party : companies[fact.sequence] ?? .none
    return (view.dealGroups.group(ofCompany: company) ?? view.dealGroups[fact.dimensions.deal]) == group.place
  }

  /// Whether a fact stands in it for a metric: a plan, and what is committed to it, stands whole with the first money of its deal.
  func includes(_ fact: Fact, for metric: LeverageMetric) -> Bool {
    if metric == .m5Planned, let splitNumber, let number = planNumbers[fact.dimensions.deal.rawValue] { return number == splitNumber }
    return includes(fact)
  }

  /// Whether the plan of a deal stands in it.
  func includesPlan(of deal: DealID) -> Bool {
    if let splitNumber { return planNumbers[deal.rawValue] == splitNumber }
    return includes(deal)
  }

  /// Whether a deal stands in it.
  func includes(_ deal: DealID) -> Bool { splitNumber != nil ? true : group.map { view.dealGroups[deal] == $0.place } ?? true }
}
