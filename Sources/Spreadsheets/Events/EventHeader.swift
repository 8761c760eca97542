import JournalText
import LedgerCore
import Portfolio

/// The first row of a table of events: which column is what for the rows of each kind.
struct EventHeader {
  private let names: [String]
  private var columns: [EventDeclaration: [EventColumn]] = [:]
  /// Column numbers of the event's own keys.
  let kindColumns: [Int]

  var count: Int { names.count }

  /// The header of a row, for rows of one kind or, when nil, of every kind; `errors` takes what is wrong with it.
  init(_ record: CSVRecord, kind: EventDeclaration?, reader: CSVReader, errors: inout [Diagnostic]) {
    names = record.cells.map(\.text)
    kindColumns = names.indices.filter { [names] in EventKey(named: names[$0]) == .kind }
    // A column `kind` lets a file given for one kind hold others too.
    let kinds = kind.map { kindColumns.isEmpty ? [$0] : EventCatalog.kinds } ?? EventCatalog.kinds
    for (index, cell) in record.cells.enumerated() where !cell.text.isEmpty {
      if !kinds.contains(where: { EventColumn(cell.text, of: $0) != .none }) {
        errors.append(EventHeader.unknownColumn(cell, kind: kind, reader: reader))
      } else if names[..<index].contains(cell.text) {
        errors.append(reader.failure(.repeatedField, Wording("\(cell.text) 列出现两次", "the column \(cell.text) is there twice"), cell.place))
      }
    }
    if kind == nil, kindColumns.isEmpty, let first = record.cells.first {
      errors.append(
        reader.failure(
          .missingField, Wording("没有一列写明事项的种类", "no column says the kind of the events"), first.place,
          hint: Wording("加一列 kind（事项类型），或导入时指明种类", "add a column kind (事项类型), or name the kind when importing")))
    }
  }

  /// What each column is for the rows of a kind.
  mutating func columns(for kind: EventDeclaration) -> [EventColumn] {
    if let known = columns[kind] { return known }
    let found = names.map { EventColumn($0, of: kind) }
    columns[kind] = found
    return found
  }

  /// The name of a column, empty beyond the last.
  func name(of column: Int) -> String { names.indices.contains(column) ? names[column] : "" }

  private static func unknownColumn(_ cell: CSVCell, kind: EventDeclaration?, reader: CSVReader) -> Diagnostic {
    let keys = EventKey.allCases.flatMap { [$0.rawValue, $0.chinese] }
    let lineColumns = EntryColumn.allCases.flatMap { [$0.rawValue, $0.chinese] }
    if let kind {
      let others = keys + (kind.hasLines ? lineColumns : [])
      return reader.located(.unknownField(cell.text, of: kind, or: others), at: cell.place)
    }
    let fields = EventCatalog.kinds.flatMap { $0.fields.flatMap { [$0.name, $0.chinese] } }
    return reader.failure(
      .unknownField, Wording("没有一种事项有 \(cell.text.prefix(40)) 列", "no event has a column \(cell.text.prefix(40))"), cell.place,
      hint: Wording.didYouMean(
        Spelling.nearest(to: cell.text, among: keys + fields + lineColumns),
        then: Wording("bgt record 种类 --help 列出该种类的字段", "bgt record KIND --help lists the fields of a kind")))
  }
}
