import LedgerCore

/// A company, fund, bank, holder or other body that the books name.
public struct Party: Hashable, Sendable {
  /// What the party is; decides the class of 股权投资 and the default class of its money.
  public enum Kind: String, CaseIterable, Sendable {
    case company, fund, holder, bank, government, stateFirm = "state-firm", international, other

    /// The Chinese word, accepted as well.
    public var chinese: String {
      switch self {
      case .company: "企业"
      case .fund: "基金"
      case .holder: "持股平台"
      case .bank: "银行"
      case .government: "财政"
      case .stateFirm: "国企"
      case .international: "国际金融组织"
      case .other: "其他"
      }
    }
  }

  public var id: PartyID
  public var name: String
  public var fullName: String
  public var kind: Kind
  /// GB/T 2260 or fiscal code of the region, empty when unknown.
  public var region: String
  /// GB/T 4754 code of the industry, empty when unknown.
  public var industry: String
  /// 统一社会信用代码, empty when unknown.
  public var creditCode: String
  /// Stage of the company's life, as the user names it.
  public var stage: String
  /// The document by which a credit code that fails its check was found right, empty for none.
  public var codeChecked: String
  /// Who manages a fund; none when unknown and for any other party.
  public var fundManager = PartyID.none
  /// The bank that keeps a fund's money; none when unknown and for any other party.
  public var custodian = PartyID.none

  public init(
    id: PartyID, name: String, fullName: String = "", kind: Kind = .company, region: String = "",
    industry: String = "", creditCode: String = "", stage: String = "", codeChecked: String = ""
  ) {
    self.id = id
    self.name = name
    self.fullName = fullName
    self.kind = kind
    self.region = region
    self.industry = industry
    self.creditCode = creditCode
    self.stage = stage
    self.codeChecked = codeChecked
  }
}
