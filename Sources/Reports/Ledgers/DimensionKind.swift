import LedgerCore
import Portfolio
import ReportDocument

/// What auxiliary accounting (辅助核算) keeps amounts apart by; the raw value is what commands take.
public enum DimensionKind: String, CaseIterable, Sendable {
  /// 项目.
  case deal
  /// 往来单位.
  case party
  /// 专项.
  case programme
  /// 指标.
  case envelope
  /// 受托管理机构.
  case holder

  /// The heading of its column.
  public var title: Phrase {
    switch self {
    case .deal: Phrase("项目", "Deal")
    case .party: Phrase("往来单位", "Party")
    case .programme: Phrase("专项", "Programme")
    case .envelope: Phrase("指标", "Envelope")
    case .holder: Phrase("受托机构", "Holder")
    }
  }

  /// The kind with a name in either language.
  public init?(named text: String) {
    let kinds = DimensionKind.allCases
    guard let kind = kinds.first(where: { text == $0.rawValue || text == $0.title.zh }) else { return nil }
    self = kind
  }

  /// The name that dimensions have of this kind, empty for none.
  func name(_ dimensions: Dimensions, in register: Register) -> String {
    switch self {
    case .deal: dimensions.deal.isNone ? "" : register[dimensions.deal].name
    case .party: dimensions.party.isNone ? "" : register[dimensions.party].name
    case .programme: dimensions.programme.isNone ? "" : register[dimensions.programme].name
    case .envelope: dimensions.envelope.isNone ? "" : register[dimensions.envelope].name
    case .holder: dimensions.holder.isNone ? "" : register[dimensions.holder].name
    }
  }

  /// A name as a cell; none stands for what is not stated.
  static func cell(_ name: String) -> Cell {
    name.isEmpty ? .code("", Phrase("（未注明）", "(not stated)")) : .text(name)
  }
}
