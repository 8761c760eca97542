import ArgumentParser

/// `bgt reconcile`: the books against budgets, and against statements of bank and treasury.
struct Reconcile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile", abstract: "Reconciles a budget year, or an account with its statements. 对账",
    discussion: """
      bgt reconcile 2022                        envelopes, budget outlay, treasury and bank of a budget year
      bgt reconcile statement FILE              reads a statement in and proposes matches
      bgt reconcile proposals                   shows what is proposed, with the reasons
      bgt reconcile confirm                     records strong proposals as matches; bgt reverse takes one back
      bgt reconcile balance --as-of 2022-12-31  余额调节表 with open items, classes and ages
      """,
    subcommands: [
      ReconcileYear.self, ReconcileStatement.self, ReconcileProposals.self, ReconcileConfirm.self, ReconcileBalance.self,
    ],
    defaultSubcommand: ReconcileYear.self)
}
