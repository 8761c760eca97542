import ArgumentParser
import FundLedger

/// How a table is read as a register.
struct RegisterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "把表格按此台账读入；缺省由表头判断。也可写事项类型。", "Read tables as this register; guessed from the headings when absent. Also a kind of event.",
      valueName: "kind"),
    completion: .list(RegisterCatalog.kinds.map(\.name)))
  var register: String?

  @Option(
    help: ArgumentHelp("工作簿的工作表（缺省为各台账工作表）。", "The sheet of a workbook (default: every sheet that is a register).", valueName: "name"))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      "表头不同时所用的对照表（缺省为 名称.csv 或 名称.xlsx 旁的 名称.map）；见 Docs/registers.md。",
      "A mapping for other headings (default: NAME.map beside NAME.csv or NAME.xlsx); see Docs/registers.md.", valueName: "file"),
    completion: .file())
  var map: String?

  /// Whether anything is said of how to read a table.
  var isGiven: Bool { register != nil || sheet != nil || map != nil }

  /// The registers in a file; nil when it holds events in a form of their own.
  func tables(of file: EventFile, kind: String?) throws -> [RegisterTable]? {
    guard isGiven || file.isWorkbook || (file.form == .csv && kind == nil) else { return nil }
    var mapping: RegisterMapping?
    if let (path, bytes) = try mappingFile(of: file) {
      let (read, problems) = RegisterMapping.read(bytes, file: path, register: register)
      if !problems.isEmpty { throw Failure(diagnostics: problems) }
      mapping = read
    }
    return try file.registers(as: register ?? kind, sheet: sheet, mapping: mapping)
  }

  /// The mapping that is named, else the one beside the file.
  private func mappingFile(of file: EventFile) throws(Diagnostic) -> (path: String, bytes: [UInt8])? {
    if let map { return (map, try FileBytes.read(map)) }
    return register == nil && !file.namesKinds ? file.mappingBeside : nil
  }
}
