import ArgumentParser
import FundLedger

/// `bgt reconcile`: the books against budgets, and against statements of bank and treasury.
struct Reconcile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile", abstract: Wording("对账：核对预算年度，或科目与对账单。", "Reconciles a budget year, or an account with its statements. 对账"),
    discussion: Wording(
      """
      bgt reconcile 2022                        预算年度的指标、预算支出、国库和银行
      bgt reconcile statement 文件              登记对账单，提出勾对建议
      bgt reconcile proposals                   列示勾对建议及其理由
      bgt reconcile confirm                     确认高分建议；bgt reverse 取消
      bgt reconcile balance --as-of 2022-12-31  余额调节表，未达账项附类别和账龄
      """,
      """
      bgt reconcile 2022                        envelopes, budget outlay, treasury and bank of a budget year
      bgt reconcile statement FILE              reads a statement in and proposes matches
      bgt reconcile proposals                   shows what is proposed, with the reasons
      bgt reconcile confirm                     records strong proposals as matches; bgt reverse takes one back
      bgt reconcile balance --as-of 2022-12-31  余额调节表 with open items, classes and ages
      """),
    subcommands: [
      ReconcileYear.self, ReconcileStatement.self, ReconcileProposals.self, ReconcileConfirm.self, ReconcileBalance.self,
    ],
    defaultSubcommand: ReconcileYear.self)
}
