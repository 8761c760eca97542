import LedgerCore
import Portfolio

/// The account that a statement is read in for.
public enum StatementAccounts {
  /// The account of a name or code; without one, the treasury's by the posting rules.
  ///
  /// - Throws: `unknownAccount`.
  public static func account(_ name: String?, in source: any LedgerSource) throws(Diagnostic) -> Account {
    try StatementAccount.named(name, in: source)
  }

  /// The commodity in which an account is kept: that of the statements that are recorded of it, else the only one that it has
  /// moved, or holds, with the accounts below it; else the base commodity.
  ///
  /// - Throws: what the source throws.
  public static func commodity(of account: Account, in source: any LedgerSource) throws(Diagnostic) -> CommodityID {
    if let stated = try heads(in: source).first(where: { $0.account == account.id })?.head.commodity { return stated }
    var (moved, held): (Set<CommodityID>, Set<CommodityID>) = ([], [])
    for row in try source.movements(MovementQuery(book: .fiscal)) where account.covers(source.register[row.account]) {
      moved.insert(row.commodity)
      if try Diagnostic.onOverflow({ () throws(MoneyOverflow) in try row.closing() }) != 0 { held.insert(row.commodity) }
    }
    for commodities in [moved, held] { if let only = commodities.first, commodities.count == 1 { return only } }
    return source.register.baseID
  }

  /// Refuses a statement whose account has another number at its bank than those that are recorded of the same account, or a
  /// number under which the statements of another account are recorded.
  ///
  /// - Throws: `statementOfOther`, or what the source throws.
  public static func check(number: String, of account: Account, file: String, in source: any LedgerSource) throws(Diagnostic) {
    if number.isEmpty { return }
    let heads = try heads(in: source).filter { !$0.head.number.isEmpty }
    let own = heads.filter { $0.account == account.id }.map(\.head.number)
    if own.contains(where: { isSame($0, number) }) { return }
    let other = heads.first { $0.account != account.id && isSame($0.head.number, number) }.map { source.register[$0.account].name }
    if own.isEmpty && other == nil { return }
    let known = Set(own).sorted().joined(separator: ", ")
    throw Diagnostic(
      .statementOfOther,
      other.map {
        Wording(
          "\(file) 的账号 \(number) 已登记在 \($0)，不是 \(account.name)",
          "\(file) is of the account \(number), whose statements are recorded on \($0), not on \(account.name)")
      }
        ?? Wording(
          "\(file) 的账号是 \(number)，而\(account.name)以前的对账单是 \(known)",
          "\(file) is of the account \(number); the statements of \(account.name) are of \(known)"),
      hint: (other.map { Wording("读入该科目：--account \($0)", "read it into that account: --account \($0)") }
        ?? Wording("写明所属科目：--account 科目", "name the account that it is of: --account NAME"))
        + Wording(
          "；\(account.name)确有此账号的，加 --new-number；上次读错科目的，先 bgt undo",
          "; when \(account.name) has this number too, say so: --new-number; when it was read into the wrong account, undo that first"))
  }

  /// The statements that are recorded and stand, without their lines.
  private static func heads(in source: any LedgerSource) throws(Diagnostic) -> [(account: AccountID, head: StatementHead)] {
    let facts = try source.facts(at: .latest, of: [.statementBalance])
    let reversed = Set(facts.lazy.map(\.reverses))
    let live = facts.filter { $0.reverses == 0 && !reversed.contains($0.sequence) }.map(\.sequence)
    var heads: [(account: AccountID, head: StatementHead)] = []
    for (sequence, event) in zip(live, try source.events(at: live)) {
      guard let event, let head = StatementHead(event, sequence: sequence),
        let account = event.text("account").flatMap(source.register.account(named:))
      else { continue }
      heads.append((account.id, head))
    }
    return heads
  }

  /// Whether two numbers are of one account: the same digits and letters, or one of them with the bank's number before or behind
  /// it; what is shown in part says nothing.
  static func isSame(_ one: String, _ other: String) -> Bool {
    let (one, other) = (bare(one), bare(other))
    if one.contains("*") || other.contains("*") { return true }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    return short == long || (short.count >= 4 && (long.hasPrefix(short) || long.hasSuffix(short)))
  }

  private static func bare(_ number: String) -> String {
    number.filter { $0 == "*" || ($0.isASCII && ($0.isNumber || $0.isLetter)) }.uppercased()
  }
}
