import LedgerCore

/// One project of a yearly plan of investments as it stands at a moment.
public struct PlannedProject: Sendable {
  /// Out of which money it is to be paid; the raw value is the English name.
  public enum Funding: String, CaseIterable, Sendable {
    case fresh, carried, recycled

    /// The Chinese name.
    public var chinese: String {
      switch self {
      case .fresh: "预算"
      case .carried: "结转"
      case .recycled: "滚动"
      }
    }
  }

  /// The name in the plan.
  public let name: String
  /// The place in the chain of the event that took it in, and its day.
  public let sequence: Int64
  public let day: Day
  public let programme: ProgrammeID
  /// The amount as it was taken in, and as it stands, minor units of the base commodity.
  public let firstAmount: Int64
  public internal(set) var amount: Int64
  public internal(set) var party: PartyID = .none
  public internal(set) var method: Deal.Method?
  public internal(set) var funding: Funding?
  public internal(set) var share: Rate?
  public internal(set) var decideBy: Day?
  /// Money of others expected for each yuan of ours.
  public internal(set) var leverage: Rate?
  /// The deal that came of it.
  public internal(set) var deal: DealID = .none
  /// The day on which it was taken out; nil while it is in the plan.
  public internal(set) var withdrawn: Day?

  init(name: String, sequence: Int64, day: Day, programme: ProgrammeID, amount: Int64) {
    self.name = name
    self.sequence = sequence
    self.day = day
    self.programme = programme
    firstAmount = amount
    self.amount = amount
  }

  /// Takes over what an event states; what it does not state stays.
  mutating func take(_ event: Event, _ register: Register) {
    if let party = event.text("party").flatMap(register.party(named:)) { self.party = party.id }
    if let method = event.choice("method").flatMap({ Deal.Method(rawValue: $0) }) { self.method = method }
    if let funding = event.choice("funding").flatMap({ Funding(rawValue: $0) }) { self.funding = funding }
    share = event.rate("share") ?? share
    decideBy = event.day("decide-by") ?? decideBy
    leverage = event.rate("leverage") ?? leverage
    guard let deal = event.text("deal").flatMap(register.deal(named:)) else { return }
    self.deal = deal.id
    party = deal.party
  }
}
