import LedgerCore
import Portfolio

/// Which account is to be compared with its statements.
enum StatementAccount {
  /// The account of a name; without one, the only account that has statements, else the treasury's.
  ///
  /// - Throws: `unknownAccount`, or `noStatement` when the account has none.
  static func recorded(
    _ name: String?, in source: any LedgerSource, _ records: StatementRecords
  ) throws(Diagnostic) -> Account {
    let known = Set(records.lines.map(\.account) + records.heads.map(\.account))
    if let name {
      let account = try named(name, in: source)
      if known.contains(account.id) { return account }
      throw none(on: account.name)
    }
    if known.count == 1, let only = known.first { return source.register[only] }
    guard let account = known.sorted().first(where: RuleAccounts(source).treasury.contains) ?? known.min() else {
      throw none(on: (try? named(nil, in: source))?.name ?? "国库存款")
    }
    return source.register[account]
  }

  /// The account of a name or code; without one, the treasury's by the posting rules.
  ///
  /// - Throws: `unknownAccount`.
  static func named(_ name: String?, in source: any LedgerSource) throws(Diagnostic) -> Account {
    guard let name else {
      let treasury = RuleAccounts(source).treasury.map { source.register[$0] }.sorted { $0.stands(before: $1) }
      if let first = treasury.first { return first }
      throw Diagnostic(
        .unknownAccount, Wording("本账簿的记账规则没有国库科目", "the posting rules of these books name no account of the treasury"),
        hint: Wording("请指明：--account 银行存款", "name one: --account 银行存款"))
    }
    if let account = source.register.account(named: source.register.accountName(typed: name)) { return account }
    let near = source.register.nearestName(to: name, of: .account)
    throw Diagnostic(
      .unknownAccount, Wording("没有科目\(name)", "account \(name) is not known"),
      hint: near.map(Wording.didYouMean) ?? Wording("bgt accounts 列出全部科目", "bgt accounts lists them all"))
  }

  private static func none(on account: String) -> Diagnostic {
    Diagnostic(
      .noStatement, Wording("没有\(account)的对账单", "no statement of \(account) is recorded"),
      hint: Wording("先读入：bgt reconcile statement 文件 --account \(account)", "read one in: bgt reconcile statement FILE --account \(account)")
    )
  }
}
