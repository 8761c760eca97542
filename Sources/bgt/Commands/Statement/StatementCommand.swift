import ArgumentParser
import FundLedger

/// `bgt statement`: the statements of the books, a command each.
struct StatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement", abstract: Wording("报表：财务报表和预算报表。", "Financial and budget statements. 报表"),
    subcommands: [
      BalanceSheetCommand.self, IncomeCommand.self, CashFlowCommand.self,
      BudgetStatementCommand.self, ExecutionCommand.self, SurplusCommand.self, Ipsas24Command.self, EquityCommand.self,
    ], aliases: ["报表"])
}
