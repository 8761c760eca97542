import ArgumentParser
import FundLedger

/// `bgt report`: the reports that the office files, one command each.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: Wording("报告：年度报告及其各部分。", "The yearly portfolio report and its parts. 报告"),
    subcommands: [
      YearCommand.self, HoldingsCommand.self, InvestmentsCommand.self, ExitsCommand.self, WriteOffsCommand.self,
      BudgetCommand.self,
      ScorecardCommand.self, PerformanceCommand.self,
    ])
}
