import ArgumentParser
import FundLedger

/// Turns words of the command line into values, with a message that says what would be right.
enum Parsing {
  /// One day, as `2022-12-31`, `today` or `昨天`.
  static func day(_ text: String) throws -> Day { try explained { () throws(Diagnostic) in try words.day(text) } }

  /// The first day of what is named: of `2022Q3` 2022-07-01.
  static func firstDay(_ text: String) throws -> Day { try explained { () throws(Diagnostic) in try words.span(text).first } }

  /// The last day of what is named: of `2022Q3` 2022-09-30.
  static func lastDay(_ text: String) throws -> Day { try explained { () throws(Diagnostic) in try words.span(text).last } }

  /// A stretch of days, and how often a column begins in it.
  static func period(_ text: String) throws -> PeriodExpression {
    try explained { () throws(Diagnostic) in try PeriodExpression(text, words) }
  }

  /// What dates mean today.
  private static var words: CalendarWords { CalendarWords(today: SystemClock.today) }

  /// What a value is refused with, on one line.
  private static func explained<Value>(_ body: () throws(Diagnostic) -> Value) throws -> Value {
    do throws(Diagnostic) { return try body() } catch {
      throw ValidationError(error.advice.isEmpty ? error.sentence : error.sentence + Wording("；", "; ") + error.advice)
    }
  }

  static func valuation(_ text: String) throws -> BalanceValuation {
    switch text {
    case "cost", "账面", "成本": return .cost
    case "market", "end", "估值", "市值": return .market
    default: return .on(try lastDay(text))
    }
  }

  /// What `--pivot` takes, with the Chinese words.
  static let pivots = Pivot.allCases.map { "\($0.rawValue) \($0.title.zh)" }.joined(separator: "、")

  /// What `--by` takes but `none`, with the Chinese words.
  static let groupings = Grouping.allCases.filter { $0 != .none }.map { "\($0.rawValue) \($0.title.zh)" }.joined(separator: "、")

  static func pivot(_ text: String) throws -> Pivot {
    guard let pivot = Pivot(named: text) else {
      let names = Pivot.allCases.map { "\($0.rawValue) \($0.title.zh)" }.joined(separator: ", ")
      throw ValidationError(Wording("不能按 \(text) 分列；有 \(names)", "\(text) is nothing to pivot by; there are \(names)"))
    }
    return pivot
  }

  static func language(_ text: String) throws -> Language {
    guard let language = Language(rawValue: text.lowercased()) else {
      throw ValidationError(Wording("\(text) 不是语言；有 zh 和 en", "\(text) is not a language; there are zh and en"))
    }
    return language
  }

  /// Numbers of rows, as `3,7`.
  static func rows(_ text: String) throws -> Set<Int> {
    let numbers = text.split { ",，、 ".contains($0) }.map { Int($0) }
    guard !numbers.isEmpty, numbers.allSatisfy({ $0 ?? 0 > 0 }) else {
      throw ValidationError(Wording("\(text) 不是行号，如 3,7", "\(text) is no list of rows, as 3,7"))
    }
    return Set(numbers.compactMap(\.self))
  }

  static func colour(_ text: String) throws -> String {
    guard OutputWords.colours.contains(text) else {
      throw ValidationError(
        Wording("\(text) 没有说明何时用颜色；有 auto、always 和 never", "\(text) does not say when there is colour; there are auto, always and never"))
    }
    return text
  }

  static func unit(_ text: String) throws -> MoneyUnit {
    guard let unit = MoneyUnit(named: text) else {
      throw ValidationError(Wording("\(text) 不是单位；有 元、万元、亿元（yuan、wan、yi）", "\(text) is not a unit; there are 元, 万元, 亿元 (yuan, wan, yi)"))
    }
    return unit
  }

  static func book(_ text: String) throws -> AccountBook? {
    if text == "all" || text == "全部" { return nil }
    guard let book = AccountBook(name: text) else {
      throw ValidationError(
        Wording(
          "\(text) 不是账簿；有 fiscal、budget、quota、leverage 和 all",
          "\(text) is not a set of accounts; there are fiscal, budget, quota, leverage and all"))
    }
    return book
  }

  static func grouping(_ text: String) throws -> Grouping {
    guard let grouping = Grouping(named: text) else {
      throw ValidationError(
        Wording(
          "不能按 \(text) 分组；有 \(Grouping.allCases.map(\.rawValue).joined(separator: "、"))",
          "there is no \(text) to group by; there are \(Grouping.allCases.map(\.rawValue).joined(separator: ", "))"))
    }
    return grouping
  }

  /// A part of what is held, as `50%` or `0.5`.
  static func part(_ text: String) throws -> Rate {
    guard let rate = try share(text) else {
      throw ValidationError(Wording("\(text) 不是比例；写作 50%", "\(text) is not a part; write it as 50%"))
    }
    return rate
  }

  /// A yearly rate above −100 %, as `8%` or `0.08`.
  static func rate(_ text: String) throws -> Rate {
    guard let rate = try share(text), rate.partsPerBillion > -Rate.whole.partsPerBillion else {
      throw ValidationError(Wording("\(text) 不是大于 -100% 的利率；写作 8%", "\(text) is not a rate above -100%; write it as 8%"))
    }
    return rate
  }

  /// A share or rate; nil for what is none.
  private static func share(_ text: String) throws -> Rate? {
    try explained { () throws(Diagnostic) -> Rate? in
      if let flaw = Rate.flaw(of: text) { throw flaw }
      return Rate(text)
    }
  }

  /// Whether a curve has a line for each day, not for each year.
  static func curveByDay(_ text: String) throws -> Bool {
    switch text {
    case "year", "年": return false
    case "day", "日": return true
    default: throw ValidationError(Wording("\(text) 不是曲线的步长；有 year 和 day", "\(text) is not a step of the curve; there are year and day"))
    }
  }

  static func numbering(_ text: String) throws -> Numbering {
    guard let numbering = Numbering.allCases.first(where: { text == $0.rawValue || text == $0.chinese }) else {
      throw ValidationError(
        Wording("\(text) 不是编号方式；有 single（统一）和 cash（收付转）", "\(text) is not a way of numbering; there are single (统一) and cash (收付转)"))
    }
    return numbering
  }

  static func approval(_ text: String) throws -> Approval {
    guard let approval = Approval.allCases.first(where: { text == $0.rawValue || text == $0.chinese }) else {
      throw ValidationError(
        Wording("\(text) 不是复核方式；有 one（一人）和 two（两人）", "\(text) is not a way of approval; there are one (一人) and two (两人)"))
    }
    return approval
  }

  static func month(_ text: String) throws -> Month {
    let span = try explained { () throws(Diagnostic) in try words.span(text) }
    guard span == CalendarUnit.month.span(of: span.first) else {
      throw ValidationError(Wording("\(text) 不是月份；写作 2022-06", "\(text) is not a month; write it as 2022-06"))
    }
    return span.first.month
  }

  static func tier(_ text: String) throws -> CapitalTier {
    guard let tier = CapitalTier(named: text) else {
      throw ValidationError(Wording("\(text) 不是口径；有 narrow 窄 和 wide 宽", "\(text) is not a tier; there are narrow 窄 and wide 宽"))
    }
    return tier
  }

  static func explanation(_ text: String) throws -> LeverageExplanationChoice {
    if text.lowercased() == "m5" { return .stages }
    guard let metric = LeverageMetric(named: text) else {
      let codes = LeverageMetric.allCases.map(\.rawValue)
      throw ValidationError(
        Wording(
          "\(text) 不是倍数指标；有 \(codes.joined(separator: "、"))，M5 为各阶段对照",
          "\(text) is not a multiplier; there are \(codes.joined(separator: ", ")), and M5 for all stages beside each other"))
    }
    return .metric(metric)
  }

  static func cashflowPeriod(_ text: String) throws -> CashflowPeriod {
    guard let period = CashflowPeriod(rawValue: text) else {
      throw ValidationError(
        Wording(
          "\(text) 不是周期；有 \(CashflowPeriod.allCases.map(\.rawValue).joined(separator: "、"))",
          "\(text) is not a period; there are \(CashflowPeriod.allCases.map(\.rawValue).joined(separator: ", "))"))
    }
    return period
  }

  static func dimension(_ text: String) throws -> DimensionKind {
    guard let kind = DimensionKind(named: text) else {
      let names = DimensionKind.allCases.map { "\($0.rawValue) \($0.title.zh)" }.joined(separator: ", ")
      throw ValidationError(Wording("\(text) 不是维度；有 \(names)", "\(text) is not a dimension; there are \(names)"))
    }
    return kind
  }

  /// Several dimensions, parted by commas.
  static func dimensions(_ text: String) throws -> [DimensionKind] {
    try text.split(separator: ",").map { try dimension(String($0)) }
  }

  static func form(_ text: String) throws -> EventFile.Form {
    guard let form = EventFile.Form(rawValue: text) else {
      throw ValidationError(
        Wording(
          "\(text) 不是事项的格式；有 \(EventFile.Form.allCases.map(\.rawValue).joined(separator: "、"))",
          "\(text) is not a format of events; there are \(EventFile.Form.allCases.map(\.rawValue).joined(separator: ", "))"))
    }
    return form
  }
}
