import LedgerCore
import Portfolio

/// A query made ready for one set of books: names become tables by id, so that a posting is checked without comparing texts.
indirect enum QueryCheck {
  case always(Bool)
  /// By the raw value of an id; what lies beyond the table does not fit.
  case account([Bool])
  case commodity([Bool])
  case dimension(DimensionKind, [Bool])
  case days(DaySpan)
  case amount(AmountCondition)
  case text((String) -> Bool)
  case type(VoucherType)
  /// The numbers of the events that fit.
  case events(Set<Int64>)
  case not(QueryCheck)
  case all([QueryCheck])
  case any([QueryCheck])

  /// How long a check takes; the quick ones come first.
  var cost: Int {
    switch self {
    case .always: 0
    case .account, .commodity, .dimension, .days, .type: 1
    case .amount: 2
    case .events: 3
    case .text: 4
    case .not(let check): check.cost
    case .all(let checks), .any(let checks): checks.map(\.cost).max() ?? 0
    }
  }

  /// Whether account, commodity and dimensions do not decide, so that postings must be read.
  var needsPostings: Bool {
    switch self {
    case .always, .account, .commodity, .dimension: false
    case .days, .amount, .text, .type, .events: true
    case .not(let check): check.needsPostings
    case .all(let checks), .any(let checks): checks.contains(where: \.needsPostings)
    }
  }

  /// Whether amounts must be kept apart by dimensions to be checked.
  var needsDimensions: Bool {
    switch self {
    case .dimension: true
    case .always, .account, .commodity, .days, .amount, .text, .type, .events: false
    case .not(let check): check.needsDimensions
    case .all(let checks), .any(let checks): checks.contains(where: \.needsDimensions)
    }
  }
}

extension QueryCheck {
  /// What is known of an amount when it is checked; nil for what is not.
  struct Subject {
    var account: AccountID
    var commodity: CommodityID?
    var dimensions: Dimensions?
    /// The posting; nil for a balance, and for an event that posts nothing.
    var row: PostingRow?
    /// The day and the number of the event; nil for a balance.
    var day: Day?
    var event: Int64?
    /// The commodity's decimals, for amounts.
    var scale = 2
  }

  /// Whether an amount fits; nil when what is known of it does not decide.
  func holds(for subject: Subject) -> Bool? {
    switch self {
    case .always(let answer): return answer
    case .account(let table): return QueryCheck.has(table, subject.account.rawValue)
    case .commodity(let table): return subject.commodity.map { QueryCheck.has(table, $0.rawValue) }
    case .dimension(let kind, let table): return subject.dimensions.map { QueryCheck.has(table, kind.id(of: $0)) }
    case .days(let span): return subject.day.map(span.contains)
    case .amount(let condition): return subject.row.map { condition.holds($0.posting.amount, scale: subject.scale) }
    case .text(let fits): return subject.row.map { fits($0.narration) }
    case .type(let type): return subject.row.map { $0.type == type }
    case .events(let numbers): return subject.event.map(numbers.contains)
    case .not(let check): return check.holds(for: subject).map { !$0 }
    case .all(let checks): return QueryCheck.joined(checks, stopsAt: false, subject)
    case .any(let checks): return QueryCheck.joined(checks, stopsAt: true, subject)
    }
  }

  private static func has(_ table: [Bool], _ id: Int32) -> Bool { Int(id) < table.count && table[Int(id)] }

  private static func joined(_ checks: [QueryCheck], stopsAt end: Bool, _ subject: Subject) -> Bool? {
    var isOpen = false
    for check in checks {
      guard let answer = check.holds(for: subject) else {
        isOpen = true
        continue
      }
      if answer == end { return end }
    }
    return isOpen ? nil : !end
  }
}

extension QueryCheck {
  /// Dimensions with those that every posting must have by the check: one deal, one party.
  func narrowed(_ dimensions: Dimensions) -> Dimensions {
    var dimensions = dimensions
    switch self {
    case .all(let checks): for check in checks { dimensions = check.narrowed(dimensions) }
    case .dimension(let kind, let table):
      guard let id = table.firstIndex(of: true), table.lastIndex(of: true) == id, kind.id(of: dimensions) == 0 else { break }
      kind.set(Int32(clamping: id), in: &dimensions)
    default: break
    }
    return dimensions
  }
}

extension DimensionKind {
  /// Sets the raw id of this kind.
  func set(_ id: Int32, in dimensions: inout Dimensions) {
    switch self {
    case .deal: dimensions.deal = DealID(id)
    case .party: dimensions.party = PartyID(id)
    case .programme: dimensions.programme = ProgrammeID(id)
    case .envelope: dimensions.envelope = EnvelopeID(id)
    case .holder: dimensions.holder = PartyID(id)
    }
  }

  /// The raw id that dimensions have of this kind, 0 for none.
  func id(of dimensions: Dimensions) -> Int32 {
    switch self {
    case .deal: dimensions.deal.rawValue
    case .party: dimensions.party.rawValue
    case .programme: dimensions.programme.rawValue
    case .envelope: dimensions.envelope.rawValue
    case .holder: dimensions.holder.rawValue
    }
  }
}
