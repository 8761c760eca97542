import LedgerCore
import Portfolio
import ReportDocument

/// What stands in the place of accounts in balances and registers; the raw value is what `--pivot` takes.
public enum Pivot: String, CaseIterable, Sendable {
  case deal, party, programme, envelope, holder
  /// 区划 and 行业 of the investee, 企业阶段, 投资方式.
  case region, industry, stage, method
  case book, commodity
  /// 凭证字, kind of event, narration and document: only postings have them.
  case type, kind, text, document

  /// The pivot with a name in either language.
  public init?(named text: String) {
    let word = Pivot.words[text.lowercased()] ?? text.lowercased()
    guard let pivot = Pivot.allCases.first(where: { word == $0.rawValue || text == $0.title.zh }) else { return nil }
    self = pivot
  }

  /// Other words, those of hledger.
  private static let words = ["desc": "text", "description": "text", "cur": "commodity"]

  /// The heading of its column.
  public var title: Phrase {
    switch self {
    case .deal: DimensionKind.deal.title
    case .party: DimensionKind.party.title
    case .programme: DimensionKind.programme.title
    case .envelope: DimensionKind.envelope.title
    case .holder: DimensionKind.holder.title
    case .region: Phrase("区划", "Region")
    case .industry: Phrase("行业", "Industry")
    case .stage: Phrase("企业阶段", "Stage")
    case .method: Phrase("投资方式", "Method")
    case .book: Phrase("账簿", "Book")
    case .commodity: Phrase("币种", "Commodity")
    case .type: Phrase("凭证字", "Type")
    case .kind: Phrase("事项类型", "Kind")
    case .text: Phrase("摘要", "Narration")
    case .document: Phrase("文号", "Document")
    }
  }

  /// Whether balances kept apart by dimensions have it.
  var needsDimensions: Bool { self != .book && self != .commodity }

  /// Whether only postings have it.
  var needsPostings: Bool {
    switch self {
    case .type, .kind, .text, .document: true
    default: false
    }
  }

  /// Whether the event behind a posting says it.
  var needsEvents: Bool { self == .kind || self == .document }

  /// What an amount is filed under; empty for what is not stated.
  func name(of item: QueriedAmounts.Item, _ plan: QueryPlan, _ register: Register) -> String {
    switch self {
    case .deal, .party, .programme, .envelope, .holder:
      return DimensionKind(rawValue: rawValue)?.name(item.dimensions, in: register) ?? ""
    case .region, .industry, .stage, .method:
      guard !item.dimensions.deal.isNone else { return "" }
      let deal = register[item.dimensions.deal]
      if self == .method { return deal.method.rawValue }
      guard !deal.party.isNone else { return "" }
      let party = register[deal.party]
      return self == .region ? party.region : self == .industry ? party.industry : party.stage
    case .book: return register[item.account].book.name
    case .commodity: return register[item.commodity].code
    case .type: return item.row?.type.name ?? ""
    case .text: return item.row?.narration ?? ""
    case .kind: return item.row.flatMap { plan.event(of: $0.sequence)?.kind.name } ?? ""
    case .document: return item.row.flatMap { plan.event(of: $0.sequence)?.text("doc") } ?? ""
    }
  }

  /// A name as it is shown.
  func cell(_ name: String) -> Cell {
    if name.isEmpty { return DimensionKind.cell("") }
    switch self {
    case .region:
      if let region = Region.named(name) { return .code(name, Phrase("\(region.name) \(name)", "\(region.name) \(name)")) }
    case .method: if let method = Deal.Method(rawValue: name) { return .code(name, Phrase(method.chinese, name)) }
    case .book: if let book = AccountBook(name: name) { return book.cell }
    case .type: if let type = VoucherType.allCases.first(where: { $0.name == name }) { return .code(name, Phrase(type.chinese, name)) }
    case .kind: if let kind = EventCatalog.kind(named: name) { return .code(name, Phrase(kind.chinese, name)) }
    default: break
    }
    return .text(name)
  }
}
