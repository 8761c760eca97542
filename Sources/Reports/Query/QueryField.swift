/// What a term of a query is about; the raw value is the name in documentation and messages.
public enum QueryField: String, CaseIterable, Sendable {
  case account, date, amount, party, deal, programme, envelope, holder, region, industry, text, book, type, kind
  case commodity, event, document, key, note, tag

  /// The Chinese name, accepted wherever the name is.
  public var chinese: String { names[1] }

  /// Every name that is understood: English, Chinese, then others.
  var names: [String] {
    switch self {
    case .account: ["account", "科目", "acct"]
    case .date: ["date", "日期"]
    case .amount: ["amount", "金额", "amt"]
    case .party: ["party", "对方", "单位", "往来单位"]
    case .deal: ["deal", "项目", "投资项目"]
    case .programme: ["programme", "专项", "项目计划", "program"]
    case .envelope: ["envelope", "指标"]
    case .holder: ["holder", "受托机构", "持股平台"]
    case .region: ["region", "区划"]
    case .industry: ["industry", "行业"]
    case .text: ["text", "摘要", "desc", "narration"]
    case .book: ["book", "账簿", "账套", "ledger"]
    case .type: ["type", "凭证字"]
    case .kind: ["kind", "事项", "事项类型"]
    case .commodity: ["commodity", "币种", "cur"]
    case .event: ["event", "事项号"]
    case .document: ["document", "文号", "doc"]
    case .key: ["key", "唯一键"]
    case .note: ["note", "备注"]
    case .tag: ["tag", "标签", "字段"]
    }
  }

  /// The field with a name in either language, letters of either case.
  init?(named name: String) {
    let name = name.lowercased()
    guard let field = QueryField.allCases.first(where: { $0.names.contains(name) }) else { return nil }
    self = field
  }

  /// Whether terms of the field side by side are alternatives: a posting has one account, one deal, one narration.
  var isOfAlternatives: Bool { self != .date && self != .amount && self != .tag }
}
