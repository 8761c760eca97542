import ArgumentParser
import FundLedger

/// `bgt export`: the books in forms that others take.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Wording(
      "导出：审计资料包、台账，以及其他记账软件的账本。", "The books in forms that others take: the audit package, registers, journals of peers. 导出"),
    subcommands: [ExportAudit.self, ExportRegister.self, ExportRegisters.self, ExportHledger.self, ExportLedger.self, ExportBeancount.self])
}
