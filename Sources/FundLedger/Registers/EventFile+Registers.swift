import JournalText
import LedgerCore
import Portfolio
import Spreadsheets

extension EventFile {
  /// The registers in a file; nil when it holds events in a form of their own.
  ///
  /// - Parameters:
  ///   - register: the name of the register, or of a kind of event; told from the headings when nil.
  ///   - sheet: the sheet of a workbook; every one that is a register when nil.
  ///   - mapping: how other headings are read.
  /// - Throws: why the file, or what is named of it, is no register.
  public func registers(
    as register: String? = nil, sheet: String? = nil, mapping: RegisterMapping? = nil
  ) throws(Diagnostic) -> [RegisterTable]? {
    let isTold = register != nil || sheet != nil || mapping != nil
    guard isTold || isWorkbook || (form == .csv && kind == nil && !namesKinds) else { return nil }
    let sheets = try SheetFile(bytes, name: path, encoding: mapping?.encoding, separator: mapping?.separator, today: today)
    // A table of events with a flaw in its headings is best explained as such.
    if !isTold, !isWorkbook, !(sheets.sheets.first.map { RegisterGuess.isLikely($0) } ?? false) { return nil }
    return try RegisterTable.tables(of: sheets, register: register, sheet: sheet, mapping: mapping)
  }

  /// The mapping beside a table, which has its name and ends in `.map`: `评估.map` beside `评估.csv`; nil when there is none.
  ///
  /// - Returns: the path of the mapping with its bytes.
  public var mappingBeside: (path: String, bytes: [UInt8])? {
    guard path != "-", isWorkbook || form == .csv else { return nil }
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let place = path[..<dot] + ".map"
    return (try? FileBytes.read(String(place))).map { (String(place), $0) }
  }

  /// Reads a file of registers, with the mapping beside it, and hands on each event that is new, in order of days.
  ///
  /// - Returns: all that is wrong; nil when the file holds events in a form of their own.
  func readRegisters(
    register: Register, until isDone: () -> Bool, warn: ([Diagnostic]) -> Void, _ receive: JournalReader.Receiver
  ) throws(Diagnostic) -> [Diagnostic]? {
    guard kind == nil, isWorkbook || form == .csv else { return nil }
    var mapping: RegisterMapping?
    if !namesKinds, let (path, bytes) = mappingBeside {
      let (read, problems) = RegisterMapping.read(bytes, file: path)
      if !problems.isEmpty { return problems }
      mapping = read
    }
    guard let tables = try registers(mapping: mapping) else { return nil }
    let action = RegisterImport()
    let outcome = try action.read(tables, register: register) { event throws(Diagnostic) in
      if !isDone() { try receive(event) }
    }
    warn(outcome.plans.flatMap { $0.remarks() } + outcome.result.warnings)
    return outcome.result.problems
  }
}
