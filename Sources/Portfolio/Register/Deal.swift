import LedgerCore

/// One investment of the programme in one company or fund.
public struct Deal: Hashable, Sendable {
  /// The four methods of investment, which have different posting, fee and remittance rules (DOMAIN §2).
  public enum Method: String, CaseIterable, Sendable {
    /// 直接注资: capital into the holder itself.
    case injection
    /// 直接投资.
    case direct
    /// 注资引导投资.
    case guided
    /// 委托投资: held by the holder for the treasury.
    case entrusted

    /// The Chinese word, accepted as well.
    public var chinese: String {
      switch self {
      case .injection: "直接注资"
      case .direct: "直接投资"
      case .guided: "注资引导投资"
      case .entrusted: "委托投资"
      }
    }
  }

  /// What was bought.
  public enum Instrument: String, CaseIterable, Sendable {
    case ordinary, preferred, convertible, partnership

    /// The Chinese word, accepted as well.
    public var chinese: String {
      switch self {
      case .ordinary: "普通股"
      case .preferred: "优先股"
      case .convertible: "可转债"
      case .partnership: "合伙份额"
      }
    }
  }

  /// How what a fund invests is traced to its partners (METRICS L5).
  public enum Tracing: String, CaseIterable, Sendable {
    /// By what each partner paid in.
    case proRata = "pro-rata"
    /// By what the fund's agreement says of each investment.
    case designated

    /// The Chinese word, accepted as well.
    public var chinese: String {
      switch self {
      case .proRata: "按比例"
      case .designated: "指定项目"
      }
    }
  }

  public var id: DealID
  public var name: String
  public var party: PartyID
  public var programme: ProgrammeID
  public var holder: PartyID
  public var method: Method
  public var instrument: Instrument
  /// Agreed term in months, 0 when none is fixed.
  public var termMonths: Int
  /// Whether the equity method applies; otherwise the cost method.
  public var usesEquityMethod: Bool
  public var from: Day
  /// Planned size of the whole round or fund in minor units of the base commodity, 0 when none is planned.
  public var target: Int64
  /// Public investors in the riskiest tranche with ours among them, 0 when ours is not in it; nil when nothing is said.
  public var riskiest: Int?
  /// Reinvestment (返投) that the contract asks for, as a share of our money; nil when it asks for none.
  public var reinvestTarget: Rate?
  /// How what the fund invests is traced to its partners.
  public var tracing = Tracing.proRata

  public init(
    id: DealID, name: String, party: PartyID, programme: ProgrammeID, holder: PartyID = .none,
    method: Method = .direct, instrument: Instrument = .ordinary, termMonths: Int = 0, usesEquityMethod: Bool = true,
    from: Day = .always, target: Int64 = 0
  ) {
    self.id = id
    self.name = name
    self.party = party
    self.programme = programme
    self.holder = holder
    self.method = method
    self.instrument = instrument
    self.termMonths = termMonths
    self.usesEquityMethod = usesEquityMethod
    self.from = from
    self.target = target
  }
}
