import LedgerCore

extension StatementColumn {
  private static let byName: [String: StatementColumn] = {
    var table: [String: StatementColumn] = [:]
    for column in allCases { for name in column.names { table[name] = column } }
    return table
  }()

  /// The column that a heading names, `借方发生额（元）` and `交易货币[ Trade Currency ]` too, with what it says of a unit; nil for
  /// any other text.
  static func named(_ heading: String) -> (column: StatementColumn, words: UnitWords)? {
    // 收入金额(+元) and 支出金额(-元) are in yuan.
    let name = HeaderName(
      heading.replacing("+元", with: "元").replacing("-元", with: "元").replacing("－元", with: "元").replacing("＋元", with: "元"))
    // Of 收(付)款人名称 what stands in brackets belongs to the name.
    let inOneWord = name.whole.filter { !"()".contains($0) }
    if name.whole != name.name, let column = byName[inOneWord] { return (column, UnitWords()) }
    guard let column = byName[name.whole] ?? byName[name.name] ?? translated(name.whole) else { return nil }
    return (stated(by: name.whole, for: column), name.words)
  }

  /// The column of a heading in two languages or with two words for one thing, `Trade Currency（交易货币）`, `借方/支出`: what is known
  /// of it must be of one column, and only texts, numbers and names may have a part that is not known.
  private static func translated(_ whole: String) -> StatementColumn? {
    let parts = parts(of: whole)
    if parts.count < 2 { return nil }
    let found = parts.map { byName[$0] }
    var columns = Set(found.compactMap(\.self))
    if !columns.isDisjoint(with: [.paid, .received]) { columns.subtract([.debit, .credit]) }
    guard let column = columns.first, columns.count == 1 else { return nil }
    let isWhole = zip(parts, found).allSatisfy { $1 != nil || $0.utf8.allSatisfy { $0 < 0x80 } }
    return isWhole || [.number, .text, .counterparty, .counterpartyAccount].contains(column) ? column : nil
  }

  /// What stands before, within and behind brackets and strokes, and where Latin letters follow Chinese ones.
  private static func parts(of whole: String) -> [String] {
    var parts: [String] = []
    for piece in whole.split(whereSeparator: { "()[]【】/|、".contains($0) }) {
      let tail = piece.reversed().prefix { $0.isASCII }
      let hasTail = tail.count >= 2 && tail.count < piece.count && tail.contains { $0.isLetter }
      parts += hasTail ? [String(piece.dropLast(tail.count)), String(piece.suffix(tail.count))] : [String(piece)]
    }
    return parts
  }

  /// A column of 借方, 贷方 or plain amounts whose heading says in brackets which way money went: `借方（支出）`, `贷方发生额/元(收入)`.
  private static func stated(by whole: String, for column: StatementColumn) -> StatementColumn {
    guard [.debit, .credit, .amount].contains(column) else { return column }
    let words = whole.split(whereSeparator: { "()[]【】/、,，".contains($0) }).dropFirst()
    let directions = Set(words.compactMap { StatementDirection($0) }.filter { $0.isStated }.map(\.isIncoming))
    guard directions.count == 1, let isIncoming = directions.first else { return column }
    return isIncoming ? .received : .paid
  }
}
