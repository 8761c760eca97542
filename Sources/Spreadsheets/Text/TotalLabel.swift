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
  /// All rows so far, back to years that the file does not hold.
  case running
  /// What a page hands on to the next.
  case carried

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

  /// What a folded text says by its end, as 6月合计 and 工业企业小计 do; nil for any other text.
  ///
  /// A line of a bank may be about 工资合计, so that statements go by whole words alone.
  init?(endOf text: String) {
    guard (3...12).contains(text.count) else { return nil }
    guard let ending = ["合计", "小计", "累计"].first(where: { text.hasSuffix($0) }) else { return nil }
    let head = text.dropLast(2)
    if head.hasSuffix("月") || head.hasSuffix("月份") {
      self = ending == "累计" ? .period : .month
    } else if head.hasSuffix("季度") || head.hasSuffix("日") {
      self = .period
    } else if head.hasSuffix("年") || head.hasSuffix("年度") {
      self = .year
    } else {
      self = ending == "累计" ? .running : ending == "小计" ? .part : .all
    }
  }

  /// What a folded text calls itself in a register: a word alone, before a colon or a remark in parentheses, or at its end.
  init?(ofRow text: String) {
    let head = String(text.prefix { $0 != ":" && $0 != "(" })
    guard let label = TotalLabel.words[head] ?? TotalLabel(endOf: head) else { return nil }
    self = label
  }
}
