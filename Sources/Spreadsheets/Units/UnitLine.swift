/// Tells the unit of amounts from a line of words that is no label with its value: `金额以万元计`, `金额：万元`, `Amounts in RMB million`.
enum UnitLine {
  /// Units as they stand in a line of Chinese, the longest first.
  private static let units = ["十亿元", "千万元", "百万元", "十万元", "亿元", "万元", "千元", "百元"]
  /// What may stand behind a unit that is that of the numbers.
  private static let tails = ["为单位", "单位", "计算", "计量", "计", "列示", "表示", "填列", "填报", "反映", "核算"]
  /// What may stand before it.
  private static let leads = [
    "单位", "单位为", "单位是", "以", "按", "为", "均为", "是", "均", "用", "金额", "数额", "货币", "计价", "计量", "人民币", "币种", "统一",
  ]
  /// Words of a line that speaks of the numbers of the table.
  private static let subjects = ["单位", "金额", "数额", "数字", "数据", "计价", "货币", "本表", "表中", "表内", "均"]
  private static let magnitudes: Set<String> = ["million", "millions", "thousand", "thousands", "billion", "10k", "'000", "000s"]

  /// What a line says of the unit; a unit that is not understood is a flaw. Nil when it speaks of none.
  static func words(of line: String) -> UnitWords? {
    let text = SheetText.narrowed(line)
    if isWan(text) { return UnitWords(unread: SheetText.trimmed(text)) }
    for piece in text.split(whereSeparator: { ":,，。.；;、()[]【】〔〕".contains($0) || $0.isWhitespace }) {
      if let words = words(ofClause: SheetText.folded(String(piece)), of: line) { return words }
    }
    return words(ofEnglish: text, of: line)
  }

  /// `（W）`, which may be 万 and may be anything.
  private static func isWan(_ text: String) -> Bool {
    let bare = SheetText.folded(text).filter { !"()[]【】:".contains($0) }
    return ["w", "单位w", "金额单位w", "金额w"].contains(bare)
  }

  private static func words(ofClause clause: String, of line: String) -> UnitWords? {
    if clause == "万" || clause == "亿" || clause.hasSuffix("元"), case .money? = HeaderUnit(clause) { return UnitWords(clause) }
    guard let (unit, range) = units.lazy.compactMap({ unit in clause.firstRange(of: unit).map { (unit, $0) } }).first else { return nil }
    let (head, tail) = (clause[..<range.lowerBound], clause[range.upperBound...])
    // 500万元, 数亿元 are amounts.
    if let last = head.last, last.isNumber || "一二三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾佰仟两几数多余".contains(last) { return nil }
    let isEnd = tail.isEmpty || tails.contains { tail.hasPrefix($0) }
    if isEnd, head.isEmpty || leads.contains(where: { head.hasSuffix($0) }) { return UnitWords(unit) }
    let speaksOfIt = isEnd ? head.count <= 4 || subjects.contains { clause.contains($0) } : isOfNumbers(clause, unit)
    return speaksOfIt ? UnitWords(unclear: SheetFile.oneLine(line)) : nil
  }

  /// Whether a clause with a unit inside it is about the numbers of the table, and not a name such as 亿元企业.
  private static func isOfNumbers(_ clause: String, _ unit: String) -> Bool {
    ["单位\(unit)", "单位为\(unit)", "以\(unit)", "按\(unit)"].contains { clause.contains($0) }
      || ["计价", "本表", "表中", "表内"].contains { clause.contains($0) }
  }

  private static func words(ofEnglish text: String, of line: String) -> UnitWords? {
    let tokens = text.split { "()[]:;\"".contains($0) || $0.isWhitespace }.map { token in
      SheetText.folded(String(token)).trimmingMarks
    }.filter { !["of", "the", ""].contains($0) }
    for (index, token) in tokens.enumerated() {
      let isLead = ["in", "unit", "units"].contains(token)
      let isAmount = index > 0 && isNumber(tokens[index - 1])
      guard isLead || (!isAmount && (CurrencyName.code(token) == "CNY" || magnitudes.contains(token))) else { continue }
      let start = isLead ? index + 1 : index
      for length in stride(from: min(4, tokens.count - start), to: isLead ? 0 : 1, by: -1) {
        let word = tokens[start..<start + length].joined()
        // 1000 alone is a number, no unit.
        if word.contains(where: \.isLetter) || word.contains("'"), case .money? = HeaderUnit(word) { return UnitWords(word) }
      }
      if magnitudes.contains(token) { return UnitWords(unclear: SheetFile.oneLine(line)) }
    }
    return nil
  }

  private static func isNumber(_ token: String) -> Bool { token.contains(where: \.isNumber) && !token.contains(where: \.isLetter) }
}

extension String {
  /// Without commas and points around it.
  fileprivate var trimmingMarks: String {
    var text = Substring(self)
    while let last = text.last, ",.".contains(last) { text = text.dropLast() }
    while let first = text.first, ",.".contains(first) { text = text.dropFirst() }
    return String(text)
  }
}
