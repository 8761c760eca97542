import ArgumentParser

/// The root command: its name, its help and the list of its commands.
struct Bgt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bgt",
    abstract: "Keeps the books of public equity: envelopes, investments, leverage, returns. 拨改投账簿",
    discussion: """
      The four jobs:
        bgt invest 力得/A 500万元 --envelope 2022/拨改投   record an investment
        bgt leverage                                     compute leverage ratios
        bgt report year 2022                             the yearly portfolio report
        bgt reconcile 2022                               reconcile against budgets

      Books are one file, --book FILE or BGT_BOOK, book.bgt when neither is given;
      begin with `bgt init`. Any report also runs straight from a journal without
      a book: bgt -f FILE COMMAND.
      bgt help TOPIC explains journal, amounts, dates, files, formats, periods,
      leverage, returns, peers, hledger, persons, exit-codes; bgt demo shows all of
      it on a small sample.
      Exit codes: 0 done, 1 the answer is no, 2 bad usage, 3 refused by a rule,
      4 bad input, 5 storage.
      """,
    version: Version.text,
    groupedSubcommands: [
      CommandGroup(
        name: "Books:", subcommands: [Init.self, Import.self, Template.self, Print.self, Verify.self, Upgrade.self, Stats.self]),
      CommandGroup(name: "Recording:", subcommands: [Invest.self, Record.self, Reverse.self, SwitchCommand.self, Undo.self, Batches.self]),
      CommandGroup(name: "Two persons:", subcommands: [Drafts.self, Approve.self, VoidDraft.self]),
      CommandGroup(name: "Periods:", subcommands: [Close.self, Reopen.self, Seal.self]),
      CommandGroup(
        name: "Portfolio:",
        subcommands: [
          Leverage.self, Budget.self, PlanCommand.self, ReportCommand.self, Reconcile.self, Returns.self, Cashflow.self, Irr.self,
          ExitPriceCommand.self, ForecastCommand.self, CompareGrantCommand.self,
        ]),
      CommandGroup(
        name: "Accounting:",
        subcommands: [
          StatementCommand.self, TrialBalance.self, LedgerCommand.self, RegisterCommand.self, JournalCommand.self,
          DayBookCommand.self, DimensionsCommand.self, Balance.self, Accounts.self, Explain.self,
          VoucherCommand.self, SavedCommand.self,
        ]),
      CommandGroup(name: "Rules and alarms:", subcommands: [Check.self, PolicyCommand.self]),
      CommandGroup(name: "Audit:", subcommands: [History.self, DiffKnown.self, Export.self]),
      CommandGroup(name: "Help:", subcommands: [DemoCommand.self, ManualCommand.self, CompletionsCommand.self]),
    ])
}
