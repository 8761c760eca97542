/// The value of an assignment: fixed text, `%列名` and `%3` for cells, `\1` for what a condition caught.
struct MappingTemplate: Sendable {
  /// The text as it was written.
  let text: String

  /// Whether the cell under a heading is part of it.
  func mentions(_ heading: String) -> Bool {
    let folded = SheetText.folded(text)
    return folded.contains("%" + SheetText.folded(heading)) || folded.contains("%{" + SheetText.folded(heading) + "}")
  }

  /// The value in a row. A template that is one cell alone keeps its number or date; anything else is text.
  func value(in row: SheetRow, of table: some MappedTable, groups: [String]) -> MappedValue {
    var out = ""
    var rest = Substring(text)
    var single: MappedValue?
    while let character = rest.first {
      if character == "\\", let digit = rest.dropFirst().first?.wholeNumberValue, digit > 0 {
        if groups.indices.contains(digit - 1) { out += groups[digit - 1] }
        rest = rest.dropFirst(2)
      } else if character == "%", let (column, length) = MappingTemplate.reference(rest.dropFirst(), in: table) {
        let cell = table.cell(column, of: row, repeats: true)
        if length + 1 == text.count { single = MappedValue(value: cell?.value ?? .text(""), column: column) }
        out += cell?.text ?? ""
        rest = rest.dropFirst(length + 1)
      } else {
        out.append(character)
        rest = rest.dropFirst()
      }
    }
    return single ?? MappedValue(value: .text(out), column: nil)
  }

  /// The column of a template that is one cell and nothing else; nil for any other.
  func singleColumn(in table: some MappedTable) -> Int? {
    guard text.first == "%", let (column, length) = MappingTemplate.reference(text.dropFirst(), in: table) else { return nil }
    return length + 1 == text.count ? column : nil
  }

  /// The names of cells in it that a table does not have.
  func unknownNames(in table: some MappedTable) -> [String] {
    var unknown: [String] = []
    var rest = Substring(text)
    while let place = rest.firstIndex(of: "%") {
      rest = rest[rest.index(after: place)...]
      let name = rest.first == "{" ? rest.dropFirst().prefix { $0 != "}" } : rest.prefix { !$0.isWhitespace && $0 != "%" }
      if !name.isEmpty, MappingTemplate.reference(rest, in: table) == nil { unknown.append(String(name)) }
    }
    return unknown
  }

  /// The column that a text after `%` begins with the name of, and how many characters the name takes.
  private static func reference(_ text: Substring, in table: some MappedTable) -> (column: Int, length: Int)? {
    if text.first == "{", let close = text.firstIndex(of: "}") {
      let name = text[text.index(after: text.startIndex)..<close]
      return column(named: String(name), in: table).map { ($0, name.count + 2) }
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty { return column(named: String(digits), in: table).map { ($0, digits.count) } }
    var name = text.prefix { !$0.isWhitespace && $0 != "%" }
    while !name.isEmpty {
      if let found = column(named: String(name), in: table) { return (found, name.count) }
      name = name.dropLast()
    }
    return nil
  }

  /// The column of a heading, or of a number from 1.
  static func column(named name: String, in table: some MappedTable) -> Int? {
    if let number = Int(name) { return (1...WorkbookLimits.columnsMax).contains(number) ? number - 1 : nil }
    return table.column(under: HeaderName(name))
  }
}
