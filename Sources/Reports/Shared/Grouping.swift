import LedgerCore
import ReportDocument

/// What a report is broken down by; the raw value is what `--by` takes.
public enum Grouping: String, CaseIterable, Sendable {
  /// No breakdown, only the whole.
  case none
  /// 专项.
  case programme
  /// The calendar year in which money flowed.
  case year
  /// 项目.
  case deal
  /// The company or fund invested in.
  case party
  /// The fund that the money went through; direct investments stand together.
  case fund
  /// 区划 of the investee.
  case region
  /// 行业 of the investee.
  case industry
  /// Stage of the investee's life.
  case stage
  /// 持股平台.
  case holder
  /// Method of investment.
  case method
  /// The year of a deal's first payment.
  case vintage
  /// 指标: the envelope that paid a deal first; of multipliers, which are of money, the one that paid it.
  case envelope

  /// What the labels of the groups are keys of.
  var link: Column.Link { self == .deal ? .refers("deal") : .none }

  /// Whether a property of companies makes the groups: what a fund invested then stands with the company, not with the
  /// fund, as far as events name it.
  var isOfCompanies: Bool { self == .region || self == .industry || self == .stage }

  /// The grouping with a name in either language, as `year` or `年度`; 指标 is the envelope.
  public init?(named text: String) {
    let match = Grouping.allCases.first { text.lowercased() == $0.rawValue || $0 != .none && text == $0.title.zh }
    guard let grouping = match ?? (text == "指标" ? .envelope : nil) else { return nil }
    self = grouping
  }

  /// The heading of the column of groups.
  public var title: Phrase {
    switch self {
    case .none: .none
    case .programme: Phrase("专项", "Programme")
    case .year: Phrase("年度", "Year")
    case .deal: Phrase("项目", "Deal")
    case .party: Phrase("被投单位", "Investee")
    case .fund: Phrase("基金", "Fund")
    case .region: Phrase("区划", "Region")
    case .industry: Phrase("行业", "Industry")
    case .stage: Phrase("企业阶段", "Stage")
    case .holder: Phrase("持股平台", "Holder")
    case .method: Phrase("投资方式", "Method")
    case .vintage: Phrase("首次出资年度", "Vintage")
    case .envelope: Phrase("首次出资指标", "First envelope")
    }
  }
}
