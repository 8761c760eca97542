import ArgumentParser
import FundLedger

/// The root command: its name, its help and the list of its commands.
struct Bgt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bgt",
    abstract: Wording(
      "拨改投账簿：记录财政股权投资的指标、投资、放大倍数和收益。", "Keeps the books of public equity: envelopes, investments, leverage, returns. 拨改投账簿"),
    discussion: Wording(
      """
      四项工作：
        bgt invest 力得/A 500万元 --envelope 2022/拨改投   记录一笔投资
        bgt leverage                                     计算放大倍数
        bgt report year 2022                             年度报告
        bgt reconcile 2022                               与预算对账

      一套账是一个文件，以 --book 文件或 BGT_BOOK 指明，都不写则为 book.bgt；先用 `bgt init` 新建。任何报告也可不用账簿，直接读文本账：bgt -f 文件 命令。
      另有专题，见 bgt help 专题：文本账（journal）、金额（amounts）、日期（dates）、文件（files）、格式（formats）、期间（periods）、\
      放大倍数（leverage）、投资收益（returns）、往来软件（peers）、hledger、两人复核（persons）、退出码（exit-codes）。\
      bgt demo 用一套小样本演示。
      退出码：0 完成，1 结论为否，2 用法不对，3 被规则拒绝，4 输入有误，5 存储出错。
      """,
      """
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
      """),
    version: Version.text,
    groupedSubcommands: [
      CommandGroup(
        Wording("账簿", "Books:"), subcommands: [Init.self, Import.self, Template.self, Print.self, Verify.self, Upgrade.self, Stats.self]),
      CommandGroup(
        Wording("记录", "Recording:"), subcommands: [Invest.self, Record.self, Reverse.self, SwitchCommand.self, Undo.self, Batches.self]),
      CommandGroup(Wording("两人复核", "Two persons:"), subcommands: [Drafts.self, Approve.self, VoidDraft.self]),
      CommandGroup(Wording("期间", "Periods:"), subcommands: [Close.self, Reopen.self, Seal.self]),
      CommandGroup(
        Wording("投资组合", "Portfolio:"),
        subcommands: [
          Leverage.self, Budget.self, PlanCommand.self, ReportCommand.self, Reconcile.self, Returns.self, Cashflow.self, Irr.self,
          ExitPriceCommand.self, ForecastCommand.self, CompareGrantCommand.self,
        ]),
      CommandGroup(
        Wording("会计", "Accounting:"),
        subcommands: [
          StatementCommand.self, TrialBalance.self, LedgerCommand.self, RegisterCommand.self, JournalCommand.self,
          DayBookCommand.self, DimensionsCommand.self, Balance.self, Accounts.self, Explain.self,
          VoucherCommand.self, SavedCommand.self,
        ]),
      CommandGroup(Wording("规则与预警", "Rules and alarms:"), subcommands: [Check.self, PolicyCommand.self]),
      CommandGroup(Wording("审计", "Audit:"), subcommands: [History.self, DiffKnown.self, Export.self]),
      CommandGroup(Wording("帮助", "Help:"), subcommands: [DemoCommand.self, ManualCommand.self, CompletionsCommand.self]),
    ])
}
