import ArgumentParser
import FundLedger

/// How a table is read as a register.
struct RegisterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read tables as this register; guessed from the headings when absent. Also a kind of event.", valueName: "kind"))
  var register: String?

  @Option(help: ArgumentHelp("The sheet of a workbook (default: every sheet that is a register).", valueName: "name"))
  var sheet: String?

  @Option(help: ArgumentHelp("A mapping for other headings; see Docs/registers.md.", valueName: "file"))
  var map: String?

  /// Whether anything is said of how to read a table.
  var isGiven: Bool { register != nil || sheet != nil || map != nil }

  /// The registers in a file; nil when it holds events in a form of their own.
  func tables(of file: EventFile, kind: String?) throws -> [RegisterTable]? {
    guard isGiven || file.isWorkbook || (file.form == .csv && kind == nil && !file.namesKinds) else { return nil }
    var mapping: RegisterMapping?
    if let map {
      let (read, problems) = RegisterMapping.read(try FileBytes.read(map), file: map)
      if !problems.isEmpty { throw Failure(diagnostics: problems) }
      mapping = read
    }
    let sheets = try SheetFile(
      file.bytes, name: file.path, encoding: mapping?.encoding, separator: mapping?.separator)
    // A table of events with a flaw in its headings is best explained as such.
    if !isGiven, !file.isWorkbook, sheets.sheets.first.flatMap({ RegisterGuess.kind(of: $0) }) == nil { return nil }
    return try RegisterTable.tables(of: sheets, register: register ?? kind, sheet: sheet, mapping: mapping)
  }
}
