import LedgerCore
import Portfolio
import ReportDocument

/// The chart of accounts (科目表): code, book, class and where each account comes from.
public struct AccountsReport: Sendable {
  /// Only this book; nil for all four.
  public var book: AccountBook?
  /// Only accounts that match.
  public var accounts: AccountFilter

  public init(book: AccountBook? = nil, accounts: AccountFilter = AccountFilter()) {
    self.book = book
    self.accounts = accounts
  }

  /// The chart as a document.
  ///
  /// - Throws: `unknownAccount` when no account matches, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let timeline = source.register.timeline
    var document = try ReportFrame(source: source, moment: .latest).document(
      "accounts", title: Phrase("科目表", "Chart of accounts"),
      definitions: [
        Phrase(
          "状态：已核对＝已与正式文本核对；未核对＝代码或名称待核；自拟＝本项目自设；已声明＝用户声明；凭证＝仅在凭证中出现",
          "status: verified against the official text; unverified; own: set up by this project; declared by the user; "
            + "met: only in vouchers")
      ])
    let wanted = try accounts.accounts(in: source.register, book: book)
    var table = Table(
      "accounts",
      columns: [
        Column("code", Phrase("代码", "Code")), Column("account", Phrase("科目", "Account")),
        Column("book", Phrase("账簿", "Book")), Column("class", Phrase("类别", "Class")),
        Column("status", Phrase("状态", "Status")), Column("source", Phrase("依据", "Source")),
        Column("from", Phrase("启用", "From"), .day), Column("to", Phrase("停用", "To"), .day),
      ])
    let chart = source.register.accounts.filter {
      (book == nil || $0.book == book) && wanted?.contains($0.id) != false
    }
    for account in chart.sorted(by: { $0.stands(before: $1) }) {
      let found = timeline.note(of: account.name)
      let note = found?.note
      table.add(
        .text(account.code), .text(account.name), account.book.cell, account.accountClass.cell,
        note?.status.cell ?? AccountsReport.origin(of: account),
        .text(found.map { $0.note.citation.isEmpty ? "\($0.rules.name) v\($0.rules.version)" : $0.note.citation } ?? ""),
        .day(account.from), .day(account.to))
    }
    document.sections = [Section("accounts", blocks: [.table(table)])]
    if table.rows.isEmpty { document.notes.append(.nothingToShow) }
    let unverified = chart.count { timeline.note(of: $0.name)?.note.status == .unverified }
    if unverified > 0 {
      document.notes.append(
        Phrase(
          "\(unverified) 个科目的代码尚未与正式文本核对，使用前请会计人员核定。",
          EnglishCount.of(unverified, "account is", "accounts are")
            + " not checked against the official text; an accountant has to confirm this."))
    }
    return document
  }

  /// Where an account comes from that no chart lists.
  private static func origin(of account: Account) -> Cell {
    account.isDeclared
      ? .code("declared", Phrase("已声明", "declared")) : .code("met", Phrase("凭证", "met in vouchers"))
  }
}
