import LedgerCore

/// What a name in an event can stand for.
public enum EntityKind: String, CaseIterable, Sendable {
  case account, commodity, programme, envelope, deal, party

  /// The Chinese name shown to people.
  public var chinese: String {
    switch self {
    case .account: "科目"
    case .commodity: "币种"
    case .programme: "项目计划"
    case .envelope: "指标"
    case .deal: "投资项目"
    case .party: "单位"
    }
  }

  /// The diagnostic for a name that nobody declared.
  public var unknownCode: DiagnosticCode {
    switch self {
    case .account: .unknownAccount
    case .commodity: .unknownCommodity
    case .programme: .unknownProgramme
    case .envelope: .unknownEnvelope
    case .deal: .unknownDeal
    case .party: .unknownParty
    }
  }
}
