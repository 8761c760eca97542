/// All event kinds; to add a kind, add its file under Kinds and its line here.
public enum EventCatalog {
  /// Every kind, in the order in which manual and help list them.
  public static let kinds: [EventDeclaration] = [
    .book, .batch,
    .commodity, .account, .programme, .party, .deal, .rate, .quote,
    .budget, .approve, .issue, .transfer, .raise, .cut, .freeze, .unfreeze, .carry, .lapse, .control,
    .plan, .planChange, .planWithdraw, .opening, .decide, .commit, .pledge, .release, .pay, .refund, .register, .terms,
    .result, .equity, .declare, .receive, .capitalise, .value, .round,
    .exit, .writeOff, .recover, .advance, .interest, .remit, .recycle, .fee, .handover, .adjust,
    .social, .subscribe, .call, .deploy, .loan, .ownFunds, .reinvest,
    .entry, .reverse, .assert, .remark,
    .statement, .statementLine, .match,
    .close, .reopen, .switch,
    .policy, .requirement, .target,
  ]

  private static let byName: [String: EventDeclaration] = {
    var table: [String: EventDeclaration] = [:]
    for kind in kinds {
      table[kind.name] = kind
      table[kind.chinese] = kind
    }
    return table
  }()

  /// The kind with an English or Chinese name, or nil.
  public static func kind(named name: String) -> EventDeclaration? { byName[name] }
}
