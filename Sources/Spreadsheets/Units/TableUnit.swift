import LedgerCore

/// The unit of all amounts of a table, as a line above its headings says it: `单位：万元`, `金额单位：人民币万元、%`, `（万元）`.
struct TableUnit {
  private(set) var words = UnitWords()
  /// Where it stands.
  private(set) var place: (row: SheetRow, column: Int)?

  /// Nothing is said.
  init() {}

  /// Looks for it in the rows above some headings.
  init(above rows: some Sequence<SheetRow>) {
    for row in rows {
      for (index, cell) in row.cells.enumerated() {
        let next = index + 1 < row.cells.count ? row.cells[index + 1].text : ""
        guard case .text(let text) = cell.value, TableUnit.mayName(text), let found = TableUnit.words(inLine: text, next: next),
          found.unit != nil || found.flaw != nil
        else { continue }
        let (before, isFirst) = (words.flaw, place == nil)
        words.add(line: found)
        // What is wrong is shown where it stands.
        if isFirst || (before == nil && words.flaw != nil) { place = (row, cell.column) }
      }
    }
  }

  /// What a line above or below a table says of a unit or a currency, in whatever words; nil when it speaks of neither.
  ///
  /// - Parameter next: as for a label.
  static func words(inLine line: String, next: String = "") -> UnitWords? {
    words(of: line, next: next) ?? words(inNote: line) ?? UnitLine.words(of: line)
  }

  /// What a label with its value says of a unit or a currency; nil when it speaks of neither.
  ///
  /// - Parameter next: the cell behind it, which holds the value of a label that ends the line.
  static func words(of line: String, next: String = "") -> UnitWords? {
    let text = SheetText.narrowed(line)
    let folded = SheetText.folded(text)
    let bare = folded.filter { !"()[]【】〔〕".contains($0) }
    if case .money? = HeaderUnit(bare) { return UnitWords(bare) }
    // Of a title the last words in brackets.
    if let last = folded.last, ")]】".contains(last), case .money? = HeaderName(line).unit { return HeaderName(line).words }
    guard folded.contains("单位") || folded.contains("币") || folded.contains("unit") || folded.contains("currency") else { return nil }
    var pieces = text.split(separator: ":", omittingEmptySubsequences: false).map { SheetText.trimmed(String($0)) }
    // A label in a cell of its own needs no colon.
    if pieces.count == 1 { pieces.append("") }
    var found: UnitWords?
    for index in pieces.indices.dropLast() where isLabel(pieces[index]) {
      var value = pieces[index + 1]
      if index + 2 < pieces.count { value = withoutLabel(value) }
      value = String(value.prefix { !")]】〕".contains($0) })
      if value.isEmpty, index + 2 == pieces.count { value = SheetText.narrowed(next) }
      let words = UnitWords(SheetText.folded(value))
      // 单位 is an organisation too; a name says no unit.
      if case .unread? = words.flaw, words.unit == nil { continue }
      if found == nil { found = words } else { found?.add(words) }
    }
    return found
  }

  /// Whether a text above or below the headings may name a unit: 1000 alone is a number there, and no unit.
  static func mayName(_ text: String) -> Bool {
    text.utf8.contains { $0 >= 0x80 || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
  }

  /// The unit that a note speaks of in passing: `注：金额单位为万元`, `表中数字均以万元计。`; nil when it speaks of none.
  static func words(inNote line: String) -> UnitWords? {
    for clause in SheetText.folded(line).split(whereSeparator: { ":,，。.；;、()[]【】".contains($0) }) {
      let ends = ["单位", "以", "按"].compactMap { clause.contains($0) ? clause.split(separator: $0).last : nil }
      for end in ends where end.utf8.contains(where: { $0 >= 0x80 }) {
        if case .money? = HeaderUnit(end) { return UnitWords(end) }
      }
    }
    return nil
  }

  /// Whether a text ends in a word that a unit or a currency follows; 编制单位 and the like are organisations.
  private static func isLabel(_ piece: String) -> Bool {
    var tokens = piece.split { " \t,;、()[]【】".contains($0) }.map { SheetText.folded(String($0)) }
    if tokens.count > 1, tokens.last == "位", tokens[tokens.count - 2].hasSuffix("单") {
      tokens[tokens.count - 2] += tokens.removeLast()
    }
    guard let label = tokens.last else { return false }
    let labels = ["单位", "金额单位", "货币单位", "计量单位", "数额单位", "资金单位", "币种", "货币", "币别", "unit", "units", "currency"]
    return labels.contains(label)
  }

  /// A value without the label behind it: `万元  日期` of `单位：万元  日期：…`.
  private static func withoutLabel(_ text: String) -> String {
    guard let end = text.lastIndex(where: { " \t,;、".contains($0) }) else { return text }
    return SheetText.trimmed(String(text[..<end]))
  }
}
