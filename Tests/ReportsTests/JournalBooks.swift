import JournalText
import LedgerCore
import Portfolio
import ReportDocument
import Testing

/// Reads a journal into memory books; every problem of the text fails the test.
func books(
  _ text: String, rules: String = "fiscal-2022", line: SourceLocation = #_sourceLocation
) throws -> MemoryLedger {
  let ledger = MemoryLedger(rules: try RuleSet.builtIn(rules))
  let reader = JournalReader(register: ledger.register)
  let problems = reader.read(Array(text.utf8), file: "test.journal") { event throws(Diagnostic) in
    try ledger.record(event)
  }
  #expect(problems == [], sourceLocation: line)
  return ledger
}

/// The day of an ISO date; `always` for a mistyped one, which then fails the test that uses it.
func day(_ text: String) -> Day { Day(text) ?? .always }

extension ReportDocument {
  /// The table with an id.
  func table(_ id: String) throws -> Table { try #require(tables.first { $0.id == id }, "no table \(id)") }

  /// The figure with an id in any list or in the header.
  func figure(_ id: String) throws -> Cell {
    var figures = facts
    for section in sections {
      for case .figures(let list) in section.blocks { figures += list.figures }
    }
    return try #require(figures.first { $0.id == id }, "no figure \(id)").value
  }
}

extension Table {
  /// The cells of one column, rows of one role only.
  func column(_ id: String, role: Row.Role = .body) throws -> [Cell] {
    let index = try #require(columns.firstIndex { $0.id == id }, "no column \(id)")
    return rows.filter { $0.role == role }.map { index < $0.cells.count ? $0.cells[index] : .empty }
  }

  /// The cell of a column in the row whose first cell says this.
  func cell(_ key: String, _ column: String) throws -> Cell {
    let index = try #require(columns.firstIndex { $0.id == column }, "no column \(column)")
    let row = try #require(rows.first { $0.cells.first?.words == key }, "no row \(key)")
    return index < row.cells.count ? row.cells[index] : .empty
  }

  /// The amounts of one column in minor units, rows of one role only; empty cells are 0.
  func amounts(_ id: String, role: Row.Role = .body) throws -> [Int64] {
    try column(id, role: role).map { if case .money(let amount, _) = $0 { amount } else { 0 } }
  }

  /// Fails unless each column of money adds up to its total row; one that has no total is of amounts that do not add up.
  func expectFoots(_ location: SourceLocation = #_sourceLocation) throws {
    for column in columns where column.kind == .money || column.kind == .moneyInFull {
      let totals = try amounts(column.id, role: .total)
      guard try self.column(column.id, role: .total).contains(where: { $0 != .empty }) else { continue }
      #expect(
        try amounts(column.id).reduce(0, +) == totals.reduce(0, +), "\(id).\(column.id) does not foot",
        sourceLocation: location)
    }
  }
}

extension Cell {
  /// The words of a cell as machines get them; nil for a number.
  var words: String? {
    switch self {
    case .text(let text): text
    case .phrase(let phrase): phrase.zh
    case .code(let code, _): code
    case .day(let day): day.description
    default: nil
    }
  }

  /// The amount of a cell in minor units; nil for anything else.
  var minorUnits: Int64? { if case .money(let amount, _) = self { amount } else { nil } }
}
