import LedgerCore

/// Reads statements of Open Financial Exchange, 1.x and 2.x: of bank accounts and of credit cards.
///
/// Amounts have their sign, and a line its day, as `TRNAMT` and `DTPOSTED` say. The closing balance is `LEDGERBAL` when it
/// is of a day that the list of transactions covers; the opening one follows from it and the lines.
struct OFXReader {
  private let markup: StatementMarkup
  private var draft: StatementDraft

  /// Reads a file.
  ///
  /// - Parameter account: the number of the account, when the file has statements of several.
  /// - Throws: `statementMarkup` when it has no statement, or statements of several accounts.
  static func read(_ markup: StatementMarkup, account: String?) throws(Diagnostic) -> BankStatement {
    let statements = OFXMarkup.elements(of: markup.text).map(OFXReader.statements) ?? []
    if statements.isEmpty {
      throw markup.failure(
        .statementMarkup, Wording("文件中没有对账单（STMTRS）", "the file has no statement (STMTRS)"), line: 1,
        hint: Wording("导出银行账户的交易；OFX 的其他部分不读", "export the transactions of a bank account; other parts of OFX are not read"))
    }
    let wanted = statements.filter { account == nil || number($0) == account }
    guard let only = wanted.first, wanted.count == 1 else {
      let list = statements.map(number).joined(separator: ", ")
      throw markup.failure(
        .statementMarkup,
        Wording(
          account.map { "文件中没有唯一一张 \($0) 的对账单" } ?? "文件中有几个账户的对账单",
          account.map { "the file has not one statement of \($0)" } ?? "the file has statements of several accounts"),
        line: 1, hint: Wording("用 --sheet 指明一个：\(list)", "name one of them with --sheet: \(list)"))
    }
    var reader = OFXReader(markup)
    reader.take(only)
    return reader.draft.statement()
  }

  private init(_ markup: StatementMarkup) {
    self.markup = markup
    draft = StatementDraft(markup)
  }

  private static func statements(_ root: MarkupElement) -> [MarkupElement] {
    root.all("OFX").flatMap { file in
      (file.all("BANKMSGSRSV1") + file.all("CREDITCARDMSGSRSV1")).flatMap { messages in
        messages.all("STMTTRNRS").flatMap { $0.all("STMTRS") } + messages.all("CCSTMTTRNRS").flatMap { $0.all("CCSTMTRS") }
      }
    }
  }

  private static func number(_ statement: MarkupElement) -> String {
    (statement["BANKACCTFROM", "ACCTID"] ?? statement["CCACCTFROM", "ACCTID"])?.text ?? ""
  }

  private mutating func take(_ statement: MarkupElement) {
    draft.number = OFXReader.number(statement)
    draft.institution = statement["BANKACCTFROM", "BANKID"]?.text ?? ""
    let currency = statement["CURDEF"]?.text ?? markup.commodity.code
    guard currency == markup.commodity.code else {
      draft.problems.append(
        markup.failure(
          .statementMarkup, Wording("对账单的货币是 \(currency)", "the statement is in \(currency)"), line: statement.line,
          hint: Wording(
            "账户按 \(markup.commodity.code) 记；请读入该货币的对账单",
            "the account is kept in \(markup.commodity.code); read the statement of that currency")))
      return
    }
    let list = statement["BANKTRANLIST"]
    draft.from = OFXReader.day(list?["DTSTART"])
    draft.to = OFXReader.day(list?["DTEND"])
    for entry in list?.all("STMTTRN") ?? [] where !draft.isHopeless { take(entry: entry) }
    for pending in statement["BANKTRANLISTP"]?.all("STMTTRNP") ?? [] {
      draft.leaveOut(
        OFXReader.name(pending), line: pending.line,
        because: Wording("尚未记账；会在以后的对账单中", "it is pending, not booked; it comes with a later statement"))
    }
    takeBalance(statement["LEDGERBAL"])
  }

  private mutating func take(entry: MarkupElement) {
    guard let amount = entry["TRNAMT"], let value = value(amount) else {
      return draft.fail(
        Wording("交易没有可读的金额", "the transaction has no amount that can be read"), line: entry.line,
        hint: Wording("TRNAMT 是数值，如 -1234.50", "TRNAMT is a number, as -1234.50"))
    }
    guard let day = OFXReader.day(entry["DTPOSTED"]) else {
      return draft.fail(
        Wording("交易没有日期", "the transaction has no day"), line: entry.line,
        hint: Wording("DTPOSTED 是日期，如 20220617", "DTPOSTED is a day, as 20220617"))
    }
    let currency = entry["CURRENCY", "CURSYM"]?.text ?? markup.commodity.code
    if currency != markup.commodity.code {
      return draft.leaveOut(
        "\(OFXReader.name(entry)) \(currency)", line: entry.line,
        because: Wording("账户按 \(markup.commodity.code) 记", "the account is kept in \(markup.commodity.code)"))
    }
    if let corrected = entry["CORRECTFITID"]?.text, !corrected.isEmpty {
      return draft.leaveOut(
        OFXReader.name(entry), line: entry.line,
        because: Wording("它更正 \(corrected)；已记录的明细不改动", "it corrects \(corrected); a line that is recorded is not changed"))
    }
    if value == 0 { return }
    var line = BankStatement.Line(day: day, amount: value, row: entry.line)
    line.valueDay = OFXReader.day(entry["DTAVAIL"])
    line.counterparty = (entry["NAME"] ?? entry["PAYEE", "NAME"])?.text ?? ""
    line.counterpartyAccount = (entry["BANKACCTTO", "ACCTID"] ?? entry["CCACCTTO", "ACCTID"])?.text ?? ""
    line.number = StatementMarkup.joined(["CHECKNUM", "REFNUM", "FITID"].map { (name: XMLName) in entry[name]?.text })
    line.text = entry["MEMO"]?.text ?? ""
    draft.lines.append(line)
  }

  private mutating func takeBalance(_ balance: MarkupElement?) {
    guard let amount = balance?["BALAMT"], let value = value(amount), let day = OFXReader.day(balance?["DTASOF"]) else { return }
    // A balance of a later day has entries in it that the list has not.
    guard let last = draft.lines.map(\.day).max(), day <= max(last, draft.to ?? last), day >= last else { return }
    draft.closing = StatementDraft.Balance(amount: value, day: day, line: amount.line)
  }

  /// An amount; it may have a comma before its decimals, and never one between thousands.
  private func value(_ element: MarkupElement) -> Int64? {
    StatementCells.amount(String(element.text.map { $0 == "," ? "." : $0 }), scale: markup.commodity.scale)
  }

  /// A transaction in a few words.
  private static func name(_ entry: MarkupElement) -> String {
    let words = ["transaction", entry["FITID"]?.text, "of", entry["TRNAMT"]?.text, entry["NAME"]?.text]
    return words.compactMap(\.self).joined(separator: " ")
  }

  /// The day of `20220617102103.000[+8:CST]`, as the bank writes it.
  private static func day(_ element: MarkupElement?) -> Day? {
    element.flatMap { StatementCells.day(String($0.text.prefix(8))) }
  }
}
