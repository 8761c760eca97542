import LedgerCore
import Portfolio
import ReportDocument

/// The books as checks see them: facts that stand, positions of all deals, requirements in force, a calendar.
struct CheckedBooks {
  let source: any LedgerSource
  /// The two times of the question.
  let moment: Moment
  let register: Register
  /// The day that the check stands at.
  let day: Day
  /// The facts that were not reversed, in order of recording.
  let facts: [Fact]
  /// How every deal stands, by deal id; index 0 is no deal.
  let positions: [DealPosition]
  let requirements: RequirementSet
  let calendar: WorkCalendar
  /// The programme that the books are looked at for; none for all.
  let programme: ProgrammeID
  private let factsOfDeal: [DealID: [Fact]]
  private let declared = CheckedDeclarations()

  /// Reads the facts of a moment.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range, or what the source throws.
  init(
    _ source: any LedgerSource, moment: Moment, requirements: RequirementSet, calendar: WorkCalendar = WorkCalendar(),
    programme: ProgrammeID = .none
  ) throws(Diagnostic) {
    self.source = source
    self.moment = moment
    self.requirements = requirements
    self.calendar = calendar
    register = source.register
    day = try source.cutOff(at: moment)
    let all = try source.facts(at: moment)
    self.programme = programme
    let reversals = Reversals(in: all)
    let base = register.baseID
    let standing = all.filter { !reversals.hides($0) && $0.commodity == base }
    facts = programme.isNone ? standing : standing.filter { $0.dimensions.programme == programme }
    var positions = Array(repeating: DealPosition(), count: register.deals.count + 1)
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      for fact in all where fact.commodity == base {
        let deal = Int(fact.dimensions.deal.rawValue)
        if deal > 0 && deal < positions.count { try positions[deal].apply(fact) }
      }
    }
    self.positions = positions
    // What is about deals of other programmes too: a fund is one whichever programmes its deals are of.
    factsOfDeal = Dictionary(grouping: standing.filter { !$0.dimensions.deal.isNone }) { $0.dimensions.deal }
  }

  /// The facts about a deal that stand.
  func facts(of deal: Deal) -> [Fact] { factsOfDeal[deal.id] ?? [] }

  /// How a deal stands.
  func position(of deal: Deal) -> DealPosition { positions[Int(deal.id.rawValue)] }

  /// The deals that were declared by the day.
  var deals: [Deal] { register.deals.filter { $0.from <= day && (programme.isNone || $0.programme == programme) } }

  /// The deals of which something is held on the day.
  var held: [Deal] { deals.filter { position(of: $0).isHeld(on: day) } }

  /// Whether the party of a deal is a fund.
  func isFund(_ deal: Deal) -> Bool { !deal.party.isNone && register[deal.party].kind == .fund }

  /// The requirement of a rule that counts for a deal on a day.
  func requirement(_ rule: PolicyRule, for deal: Deal, on day: Day) -> Requirement? {
    requirements.inForce(rule, for: deal.programme, on: day)
  }

  /// An amount with its separators, for sentences: `4,500万元`, `CNY 45,000,000`; a fraction is shown when there is one.
  func text(_ amount: Int64) -> Phrase {
    let base = register.base
    func digits(_ amount: Int64, scale: Int) -> String {
      let text = DecimalText.format(amount, scale: scale, grouped: true)
      return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
    }
    let english = "\(base.code) \(digits(amount, scale: base.scale))"
    if base.code != "CNY" { return .plain(english) }
    let isWhole = amount % 1_000_000 == 0 && amount != 0
    return Phrase(isWhole ? digits(amount / 1_000_000, scale: 0) + "万元" : digits(amount, scale: 2) + "元", english)
  }

  /// What was paid in on a deal, before the books began too.
  func paidIn(_ deal: Deal) -> Int64 {
    let position = position(of: deal)
    return position.paidIn + position.totals[.openingPaid]
  }

  /// The events that put something into a deal, in order of recording: payments, what was taken over, openings.
  func payments(into deal: Deal) -> [Int64] { events(of: deal, CheckedBooks.paymentMeasures) }

  private static let paymentMeasures: Set<Measure> = [.paidFresh, .paidRecycled, .handedIn, .openingCost, .openingPaid]

  /// The events about a deal that stand and have one of some measures, in order of recording, each once.
  func events(of deal: Deal, _ measures: Set<Measure>) -> [Int64] {
    Set(facts(of: deal).filter { measures.contains($0.measure) }.map(\.sequence)).sorted()
  }

  /// The events that declare a deal or a party, in order of recording.
  ///
  /// - Throws: what the source throws.
  func declarations(of subject: CheckSubject) throws(Diagnostic) -> [Int64] {
    try declared.events(of: subject, in: source, at: moment)
  }
}

extension Ratio {
  /// A share as a percentage with two decimals, for sentences.
  var shown: String { percentText(decimals: 2) ?? "—" }

  /// Whether the ratio lies above a rate.
  func exceeds(_ rate: Rate) -> Bool {
    isDefined && Int128(numerator) * Int128(Rate.whole.partsPerBillion) > Int128(rate.partsPerBillion) * Int128(denominator)
  }
}
