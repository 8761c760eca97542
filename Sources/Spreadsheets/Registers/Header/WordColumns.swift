import LedgerCore
import Portfolio

/// Finds columns whose heading is not known and whose cells are words of a column that an empty cell would fill otherwise.
///
/// 追减 under an unknown heading must not become a budget, nor 意向 money that was paid. Where every word is one of such a column it
/// is that column; where some are, nobody knows what the others mean, and the table is refused.
struct WordColumns {
  private let sheet: Sheet
  private let kind: RegisterKind
  private let file: SheetFile
  private let mapping: RegisterMapping?
  /// Columns with more different texts hold no words of a field.
  private static let wordsMax = 60
  /// Words that say something of a field and are none of its own: of money whether it is there.
  private static let doubtful: [String: Set<String>] = [
    "stage": [
      "未到位", "部分到位", "尚未到位", "待到位", "未出资", "尚未出资", "待出资", "未实缴", "未支付", "尚未支付", "待支付", "未缴", "拟出资", "拟投资", "计划",
    ]
  ]

  init(_ sheet: Sheet, _ kind: RegisterKind, _ file: SheetFile, _ mapping: RegisterMapping?) {
    self.sheet = sheet
    self.kind = kind
    self.file = file
    self.mapping = mapping
  }

  /// Takes such columns for what they are.
  ///
  /// - Returns: their headings with the names of their columns.
  /// - Throws: `badHeader` for a column of which only some words are known.
  func take(in header: inout RegisterHeader) throws(Diagnostic) -> [(heading: String, column: RegisterColumn)] {
    var taken: [(heading: String, column: RegisterColumn)] = []
    let said = header.recognised.union(mapping?.columns(knownBy: HeaderNames.of(kind)) ?? [])
    let open = kind.columns.filter { kind.defaulted.contains($0.name) && !said.contains($0.name) }
    if open.isEmpty { return [] }
    for heading in header.headings where heading.target == .unknown && mapping?.mentions(heading.text, at: heading.column) != true {
      let words = words(below: heading, of: header)
      for column in open {
        guard case .choice(let choices) = kind.type(of: column) else { continue }
        let known = words.filter { WordColumns.isWord($0, of: choices) }
        let doubtful = words.filter { isDoubtful($0, of: column, heading) }
        if known.isEmpty && doubtful.isEmpty { continue }
        let isTaken = taken.contains { $0.column == column }
        if known.count < words.count || isTaken { throw refusal(heading, column, choices, words, header) }
        header.take(heading.column, as: column.name)
        taken.append((heading.text, column))
        break
      }
    }
    return taken
  }

  /// The different texts of the rows of data below a heading, in their order; none where there are too many.
  private func words(below heading: RegisterHeader.Heading, of header: RegisterHeader) -> [String] {
    var words: [String] = []
    for row in sheet.rows where row.number > header.rows.upperBound && row.cells.count > 2 {
      guard let cell = row[heading.column] else { continue }
      let word = cell.text
      if words.contains(word) || SheetText.folded(word) == SheetText.folded(heading.text) || VoidWords.isVoid(word) { continue }
      if TotalLabel(ofRow: SheetText.folded(word)) != nil { continue }
      words.append(word)
      if words.count > WordColumns.wordsMax { return [] }
    }
    return words
  }

  private static func isWord(_ text: String, of choices: [Choice]) -> Bool {
    let word = ChoiceWords.word(SheetText.narrowed(text), of: choices)
    return choices.contains { $0.name == word || $0.chinese == word }
  }

  private func isDoubtful(_ text: String, of column: RegisterColumn, _ heading: RegisterHeader.Heading) -> Bool {
    guard let words = WordColumns.doubtful[column.name] else { return false }
    let isAnswer = ["否", "no", "n"].contains(SheetText.folded(text))
    return words.contains(text) || (isAnswer && ["到位", "实缴", "出资", "支付"].contains { heading.text.contains($0) })
  }

  private func refusal(
    _ heading: RegisterHeader.Heading, _ column: RegisterColumn, _ choices: [Choice], _ words: [String], _ header: RegisterHeader
  ) -> Diagnostic {
    let shown = words.prefix(6).joined(separator: "、") + (words.count > 6 ? " …" : "")
    let text = SheetFile.oneLine(heading.text)
    let first = words.first { !WordColumns.isWord($0, of: choices) } ?? words.first ?? ""
    let example = choices.first?.chinese ?? ""
    let sentence = Wording(
      "列“\(text)”写着 \(shown)，说的是\(column.chinese)，但不能逐一认定；不读该列会记错",
      "column \(text) says \(shown): that is \(column.chinese), in part not known, and rows are wrong without it"
    )
    let hint = Wording(
      "标题改为 \(column.chinese)，写 \(choices.map(\.chinese).joined(separator: "、")) 之一；"
        + "或在对照表（--map 文件）中写明：register \(kind.name)，if %\(text) \(first)，下一行缩进写 \(column.chinese) \(example)；与此无关的，写 备注 %\(text)",
      "call it \(column.chinese) and write one of \(choices.map(\.chinese).joined(separator: ", ")); or say in a mapping (--map FILE): "
        + "register \(kind.name), if %\(text) \(first), and indented below \(column.name) \(example); otherwise: note %\(text)"
    )
    let (upper, lower) = (sheet.row(header.rows.lowerBound), sheet.row(header.rows.upperBound))
    guard let row = lower?[heading.column] == nil ? upper ?? lower : lower else {
      return Diagnostic(.badHeader, sentence, hint: hint)
    }
    return file.failure(.badHeader, sentence, at: heading.column, in: row, of: sheet, hint: hint)
  }
}
