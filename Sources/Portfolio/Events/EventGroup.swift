/// The chapters that event kinds stand in, in the order of the reference page.
public enum EventGroup: String, CaseIterable, Sendable {
  case book, register, budget, investment, leverage, general, period

  /// English and Chinese heading.
  public var title: (english: String, chinese: String) {
    switch self {
    case .book: ("The book itself", "账簿")
    case .register: ("Registers", "档案")
    case .budget: ("Budget envelopes", "预算指标")
    case .investment: ("Life of an investment", "投资全过程")
    case .leverage: ("Other people's money", "社会资本")
    case .general: ("General accounting", "一般会计")
    case .period: ("Periods", "会计期间")
    }
  }
}
