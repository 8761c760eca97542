import LedgerCore
import Portfolio
import ReportDocument

/// Which group of a breakdown each deal belongs to: a dense table by deal id, groups in the order in which they print.
///
/// A breakdown by year is none of deals; everything then falls into one group.
struct DealGroups {
  /// The labels of the groups; the last one may stand for deals of which the property is not known.
  private(set) var labels: [Cell] = []
  private var groupOfDeal: [Int32] = []
  /// By party id, its group, where a property of companies makes the groups; else empty.
  private var groupOfParty: [Int32] = []

  /// Sorts the deals of a register into groups.
  ///
  /// - Parameters:
  ///   - day: regions, industries and stages are those of this day.
  ///   - firstYears: by deal id, the year of the first payment or 0; only a breakdown by vintage looks at it.
  ///   - firstEnvelopes: by deal id, the envelope that paid first; only a breakdown by envelope looks at it.
  init(
    _ register: Register, by grouping: Grouping, on day: Day = .never, firstYears: [Int32] = [],
    firstEnvelopes: [EnvelopeID] = []
  ) {
    if grouping == .deal {
      // Each deal is a group, in the order of their ids, and nothing needs to be compared.
      labels = register.deals.map { .text($0.name) }
      groupOfDeal = [0] + register.deals.indices.map { Int32(clamping: $0) }
      return
    }
    var keys: [GroupKey] = [GroupKey(rank: Int.max, text: "")]
    for deal in register.deals {
      let index = Int(deal.id.rawValue)
      let year = index < firstYears.count ? firstYears[index] : 0
      if grouping == .envelope {
        let envelope = index < firstEnvelopes.count ? firstEnvelopes[index] : .none
        keys.append(GroupKey(of: envelope.isNone ? nil : register[envelope]))
        continue
      }
      keys.append(GroupKey(of: deal, in: register, by: grouping, on: day, firstYear: Int(year)))
    }
    let parties = grouping.isOfCompanies ? register.parties.map { GroupKey(of: register.party($0.id, on: day), by: grouping) } : []
    let order = Set(keys.dropFirst() + parties).sorted()
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, Int32($0)) })
    groupOfDeal = keys.map { places[$0] ?? 0 }
    if grouping.isOfCompanies { groupOfParty = [0] + parties.map { places[$0] ?? 0 } }
    labels = order.map { $0.label(by: grouping) }
  }

  /// The group of a deal.
  subscript(deal: DealID) -> Int { self[Int(deal.rawValue)] }

  /// The group of a company that a fund's money reached, where a property of companies makes the groups; else nil.
  func group(ofCompany party: PartyID) -> Int? {
    let index = Int(party.rawValue)
    return index > 0 && index < groupOfParty.count ? Int(groupOfParty[index]) : nil
  }

  /// The group of a deal by the raw value of its id.
  subscript(index: Int) -> Int { index < groupOfDeal.count ? Int(groupOfDeal[index]) : 0 }
}

/// What makes deals stand in one group, in the order of groups.
private struct GroupKey: Hashable, Comparable {
  /// Groups print by rank, then by text: ids for named things, nothing for codes; what is not known comes last.
  var rank: Int
  var text: String
  /// Whether a group without a text is of deals that nothing was paid on yet.
  var isUnpaid = false

  init(rank: Int = 0, text: String) {
    self.rank = text.isEmpty ? .max : rank
    self.text = text
  }

  /// By budget year, then by name.
  init(of envelope: Envelope?) {
    self.init(rank: envelope?.year ?? 0, text: envelope?.name ?? "")
  }

  /// By a property of a company.
  init(of party: Party?, by grouping: Grouping) {
    switch grouping {
    case .region: self.init(text: party?.region ?? "")
    case .industry: self.init(text: party?.industry ?? "")
    default: self.init(text: party?.stage ?? "")
    }
  }

  init(of deal: Deal, in register: Register, by grouping: Grouping, on day: Day, firstYear: Int) {
    let party = deal.party.isNone ? nil : register.party(deal.party, on: day)
    switch grouping {
    case .none, .year, .envelope, .deal: self.init(text: Phrase.total.zh)
    case .programme:
      let name = deal.programme.isNone ? "" : register[deal.programme].name
      self.init(rank: Int(deal.programme.rawValue), text: name)
    case .party: self.init(rank: Int(deal.party.rawValue), text: party?.name ?? "")
    case .fund:
      let isFund = party?.kind == .fund
      self.init(
        rank: isFund ? Int(deal.party.rawValue) : .max - 1, text: isFund ? party?.name ?? "" : GroupKey.directText)
    case .region, .industry, .stage: self.init(of: party, by: grouping)
    case .holder:
      let name = deal.holder.isNone ? "" : register[deal.holder].name
      self.init(rank: Int(deal.holder.rawValue), text: name)
    case .method: self.init(rank: Deal.Method.allCases.firstIndex(of: deal.method) ?? 0, text: deal.method.rawValue)
    case .vintage:
      self.init(rank: firstYear, text: firstYear == 0 ? "" : "\(firstYear)")
      isUnpaid = firstYear == 0
    }
  }

  /// Stands for everything that is no fund in a breakdown by fund.
  static let directText = "direct"

  /// What is printed for the group.
  func label(by grouping: Grouping) -> Cell {
    if isUnpaid { return .code("none", Phrase("（尚未出资）", "(not yet paid)")) }
    if text.isEmpty { return .code("none", Phrase("（未注明）", "(not stated)")) }
    if rank == .max - 1 { return .code(text, Phrase("（直接投资）", "(direct)")) }
    if grouping == .method, let method = Deal.Method(rawValue: text) { return .code(text, Phrase(method.chinese, text)) }
    return .text(text)
  }

  static func < (left: GroupKey, right: GroupKey) -> Bool {
    left.rank != right.rank ? left.rank < right.rank : left.text < right.text
  }
}
