import LedgerCore

extension Register {
  /// What a change of charts may change, to go back to when the event that brings it is refused.
  struct Charts {
    fileprivate let timeline: RuleTimeline
    fileprivate let accounts: [Account]
    fileprivate let names: (accounts: NameTable, codes: NameTable)
    fileprivate let accountOfCode: [AccountID]
  }

  /// Puts a rule set in force from a day on: its accounts are entered, those of the old chart that it does not have end
  /// the day before. Nothing happens when it is in force from that day already.
  @discardableResult
  func open(_ rules: RuleSet, from day: Day) -> Charts {
    let before = Charts(
      timeline: timeline, accounts: accounts, names: (accountNames, accountCodes), accountOfCode: accountOfCode)
    if timeline.periods.last?.from == day { return before }
    let kept = Set(rules.accounts.map(\.name))
    let old = Set(timeline.latest.accounts.map(\.name)).subtracting(kept)
    for index in accounts.indices where Register.isWithin(accounts[index].name, old, before: kept) {
      accounts[index].to = min(accounts[index].to, day.adding(days: -1))
    }
    timeline.append(rules, from: day)
    for account in rules.accounts { declare(account) }
    return before
  }

  /// Undoes a change of charts.
  func restore(_ charts: Charts) {
    timeline = charts.timeline
    accounts = charts.accounts
    (accountNames, accountCodes) = charts.names
    accountOfCode = charts.accountOfCode
  }

  /// Where the balance of an account goes at the change that begins a period; nil when it stays.
  ///
  /// - Throws: `switchUnmapped` when the account belongs to the old chart alone and the new one says nothing of it.
  func carry(_ account: Account, into period: Int, at place: SourcePosition?) throws(Diagnostic) -> ChartSwitch.Line? {
    let (old, new) = (timeline.periods[period - 1].rules, timeline.periods[period].rules)
    guard account.to < timeline.periods[period].from else { return nil }
    if let line = new.switches.first(where: { $0.rules == old.name })?.line(for: account.name) { return line }
    // An account that its owner closed earlier is no matter of the charts.
    guard Register.isWithin(account.name, Set(old.accounts.map(\.name))) else { return nil }
    throw Diagnostic(
      .switchUnmapped,
      Wording(
        "\(account.name)在 \(old.name) 下有余额，\(new.name) 没有写明如何结转",
        "\(account.name) has a balance under \(old.name), and \(new.name) says nothing of it"),
      hint: Wording(
        "把余额转到两套科目表都有的科目，或写进规则文件的 switchFrom",
        "move the balance to an account that both charts have, or add it to switchFrom of the rule file"), at: place)
  }

  /// Whether an account, or one above it, stands in a chart that the books follow or followed.
  func isOfChart(_ account: String) -> Bool {
    timeline.ruleSets.contains { Register.isWithin(account, Set($0.accounts.map(\.name))) }
  }

  /// Whether an account or one above it is among the names, and none nearer is among others.
  private static func isWithin(_ account: String, _ names: Set<String>, before others: Set<String> = []) -> Bool {
    var name = account[...]
    while true {
      if others.contains(String(name)) { return false }
      if names.contains(String(name)) { return true }
      guard let colon = name.lastIndex(of: ":") else { return false }
      name = name[..<colon]
    }
  }
}
