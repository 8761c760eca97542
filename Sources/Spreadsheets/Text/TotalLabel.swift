/// What a row of totals is a sum of, told by what it calls itself; statements and registers know the same words.
enum TotalLabel: Hashable {
  /// All rows.
  case all
  /// Those since the last one of its kind: a month's, a quarter's, a day's.
  case month
  case period
  /// Those since the last total, as of a page.
  case part
  /// All rows of a year so far.
  case year
  /// Those of a period that it names, or of its year so far: 8月合计, 一季度合计, 8月累计.
  case named(NamedPeriod, isRunning: Bool)
  /// All rows so far, back to years that the file does not hold.
  case running
  /// What a page or year hands on to the next: 过次页, 结转下年.
  case carried
  /// What a page or year has from the one before: 承前页, 上年结转.
  case brought

  /// Each word with what it says.
  static let words: [String: TotalLabel] = {
    let lists: [(TotalLabel, [String])] = [
      (.all, ["合计", "总计", "共计", "本期合计", "total", "grandtotal", "sum"]),
      (.month, ["本月合计", "当月合计", "本月小计", "月计"]),
      (.period, ["本季合计", "本季累计", "本月累计", "本日合计", "当日合计", "本日小计", "日计"]),
      (.part, ["小计", "本页合计", "本页小计", "subtotal"]),
      (.year, ["本年累计", "本年合计"]),
      (.running, ["累计"]),
      (.carried, ["过次页", "转下页"]),
    ]
    return Dictionary(lists.flatMap { label, words in words.map { ($0, label) } }, uniquingKeysWith: { first, _ in first })
  }()

  /// What registers call what is carried over; a line of a bank may be about a 上年结余, so that statements know fewer words.
  private static let carries: [String: TotalLabel] = {
    let lists: [(TotalLabel, [String])] = [
      (
        .brought,
        [
          "承前页", "承上页", "接前页", "接上页", "前页结转", "上页结转", "上页余额", "上年结转", "上年结余", "上年余额", "上年末余额", "上年累计", "上期结转",
          "上期结余", "上期余额", "上月结转", "上月结余", "上月余额", "年初余额", "年初结转", "年初数", "期初余额", "期初结转", "期初数", "月初余额",
          "以前年度结转", "以前年度累计", "broughtforward", "balanceb/f", "openingbalance",
        ]
      ),
      (
        .carried,
        [
          "转次页", "过下页", "接下页", "结转次页", "结转下页", "结转下年", "结转下期", "结转下月", "年末余额", "年末数", "期末余额", "期末数", "月末余额",
          "carriedforward", "balancec/f", "closingbalance",
        ]
      ),
    ]
    return Dictionary(lists.flatMap { label, words in words.map { ($0, label) } }, uniquingKeysWith: { first, _ in first })
  }()

  private static let endings = ["合计", "小计", "累计", "总计", "共计"]

  /// What a folded text says by its end, as 6月合计 and 工业企业小计 do; nil for any other text.
  ///
  /// A line of a bank may be about 工资合计, so that statements go by whole words alone.
  init?(endOf text: String) {
    guard (3...16).contains(text.count) else { return nil }
    guard let ending = TotalLabel.endings.first(where: { text.hasSuffix($0) }) else { return nil }
    let head = text.dropLast(2)
    if let period = NamedPeriod(String(head)) {
      self = .named(period, isRunning: ending == "累计")
    } else if head.count > 10 || ["总计", "共计"].contains(ending) {
      return nil
    } else if head.hasSuffix("月") || head.hasSuffix("月份") {
      self = ending == "累计" ? .period : .month
    } else if head.hasSuffix("季度") || head.hasSuffix("日") {
      self = .period
    } else if head.hasSuffix("年") || head.hasSuffix("年度") {
      self = .year
    } else {
      self = ending == "累计" ? .running : ending == "小计" ? .part : .all
    }
  }

  /// What a folded text says of a carry-over of a year that it names: 2022年结转, 2023年初余额.
  private init?(carryOf text: String) {
    guard text.count <= 10, text.contains("年"), let ending = ["结转", "结余", "余额", "数"].first(where: { text.hasSuffix($0) }) else {
      return nil
    }
    var head = text.dropLast(ending.count)
    let isOpening = head.last == "初"
    if isOpening { head = head.dropLast() }
    guard NamedPeriod(String(head))?.year != nil else { return nil }
    self = isOpening || ending.hasPrefix("结") ? .brought : .carried
  }

  /// What a folded text calls itself in a register: a word alone, before a colon or a remark in parentheses, or at its end.
  init?(ofRow text: String) {
    let head = String(text.prefix { $0 != ":" && $0 != "(" })
    guard
      let label = TotalLabel.words[head] ?? TotalLabel.carries[head] ?? TotalLabel(endOf: head) ?? TotalLabel(carryOf: head)
    else { return nil }
    self = label
  }

  /// Whether it may hold what was carried over from before the first row.
  var mayHoldBrought: Bool {
    switch self {
    case .all, .part, .year, .running: true
    case .named(_, let isRunning): isRunning
    default: false
    }
  }

  /// Whether it is what is carried over, and no total of rows.
  var isCarry: Bool { self == .carried || self == .brought }
}
