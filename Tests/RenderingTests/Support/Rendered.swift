import LedgerCore
import Rendering
import ReportDocument

/// A document in a format as a string; a text format never fails, and nothing at all fits no expectation.
func rendered(_ document: ReportDocument, _ format: Format = .text, _ options: RenderOptions = .init()) -> String {
  String(decoding: (try? format.bytes(of: document, options)) ?? [], as: UTF8.self)
}

/// The lines of a rendered document, without the end of the last.
func lines(of text: String) -> [String] {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  if lines.last == "" { lines.removeLast() }
  return lines
}

/// A document of nothing but tables.
func document(_ tables: Table...) -> ReportDocument {
  ReportDocument("tables", title: .none, sections: [Section("all", blocks: tables.map { .table($0) })])
}

/// A table of a name and an amount.
func amounts(_ rows: [(name: String, fen: Int64)], total: Int64? = nil) -> Table {
  var table = Table(
    "amounts",
    columns: [Column("name", Phrase("名称", "Name")), Column("amount", Phrase("金额", "Amount"), .money)])
  for row in rows { table.add(.text(row.name), .money(row.fen)) }
  if let total { table.add(.phrase(.total), .money(total), role: .total) }
  return table
}
