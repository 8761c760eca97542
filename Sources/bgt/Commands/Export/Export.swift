import ArgumentParser

/// `bgt export`: the books in forms that others take.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "The books in forms that others take: the audit package, registers, journals of peers. 导出",
    subcommands: [ExportAudit.self, ExportRegister.self, ExportRegisters.self, ExportHledger.self, ExportLedger.self, ExportBeancount.self])
}
