import LedgerCore

/// Reads bank statements of ISO 20022 (camt.053, of any version): one file may hold several statements of one account that
/// follow each other, each with its balances.
///
/// Booked entries in the account's currency become lines, dated by their booking day, else by their value day. The sign is
/// that of `CdtDbtInd`; a reversal (`RvslInd`) keeps it, as the standard has it, and says 冲正 in its text.
struct CamtReader {
  private let markup: StatementMarkup
  /// The statement that is being read, then those that are complete, by the account's number.
  private var current: StatementDraft
  private var drafts: [StatementDraft] = []

  /// Reads a file.
  ///
  /// - Parameter account: the number of the account, when the file has statements of several.
  /// - Throws: `statementMarkup` when it is no well-formed XML, has no statement, or statements of several accounts.
  static func read(_ markup: StatementMarkup, account: String?) throws(Diagnostic) -> BankStatement {
    var reader = CamtReader(markup)
    try reader.readAll()
    return try reader.joined(account).statement()
  }

  private init(_ markup: StatementMarkup) {
    self.markup = markup
    current = StatementDraft(markup)
  }

  private mutating func readAll() throws(Diagnostic) {
    var reader = self
    let collector = MarkupCollector(of: "Stmt") { reader.take($0) }
    // The text is in UTF-8 by now, whatever the file says of itself.
    let stream = XMLStream(collector, encoding: "UTF-8")
    collector.stream = stream
    if let stream, markup.text.withUnsafeBytes(stream.read) { stream.finish() }
    self = reader
    if stream == nil || stream?.failure != nil {
      throw markup.failure(
        .statementMarkup, Wording("文件不是完整的 XML", "the file is no well-formed XML"), line: stream?.line ?? 1,
        hint: Wording("重新导出对账单；不能截断或改动", "export the statement again; it must not be cut or edited"))
    }
    if drafts.isEmpty {
      throw markup.failure(
        .statementMarkup, Wording("文件中没有对账单（Stmt）", "the file has no statement (Stmt)"), line: 1,
        hint: Wording("camt.053 是对账单；camt.052 和 camt.054 只是通知", "camt.053 is a statement; camt.052 and camt.054 only announce entries"))
    }
  }

  private mutating func take(_ element: MarkupElement) {
    switch element.name {
    case "Ntry": takeEntry(element)
    case "Bal": takeBalance(element)
    case "Acct":
      current.number = (element["Id", "IBAN"] ?? element["Id", "Othr", "Id"])?.text ?? ""
      let bank = element["Svcr", "FinInstnId"]
      current.institution = (bank?["Nm"] ?? bank?["BICFI"] ?? bank?["BIC"])?.text ?? ""
    case "FrToDt":
      current.from = element["FrDtTm"].flatMap { CamtReader.day($0.text) }
      current.to = element["ToDtTm"].flatMap { CamtReader.day($0.text) }
    case "Stmt":
      drafts.append(current)
      current = StatementDraft(markup)
    default: break
    }
  }

  /// The joined statements of one account.
  private func joined(_ account: String?) throws(Diagnostic) -> StatementDraft {
    let numbers = Set(drafts.map(\.number))
    let wanted = drafts.filter { account == nil || $0.number == account }
    guard var first = wanted.first, account != nil || numbers.count == 1 else {
      let list = numbers.sorted().joined(separator: ", ")
      throw markup.failure(
        .statementMarkup,
        Wording(
          account.map { "文件中没有 \($0) 的对账单" } ?? "文件中有几个账户的对账单",
          account.map { "the file has no statement of \($0)" } ?? "the file has statements of several accounts"),
        line: 1, hint: Wording("用 --sheet 指明一个：\(list)", "name one of them with --sheet: \(list)"))
    }
    for next in wanted.dropFirst() {
      first.lines += next.lines
      if first.closing?.amount != next.opening?.amount, first.closing != nil, let opening = next.opening {
        first.problems.append(
          markup.failure(
            .statementTotals,
            Wording("本对账单的期初与前一张的期末余额不同", "this statement does not open with the balance that the one before it closes with"),
            line: opening.line, hint: Wording("中间是不是缺一张？", "is a statement missing between them?")))
      }
      first.closing = next.closing
      first.from = [first.from, next.from].compactMap(\.self).min()
      first.to = [first.to, next.to].compactMap(\.self).max()
      first.problems += next.problems
      first.remarks += next.remarks
    }
    return first
  }
}

extension CamtReader {
  private mutating func takeBalance(_ element: MarkupElement) {
    let code = element["Tp", "CdOrPrtry", "Cd"]?.text ?? ""
    guard ["OPBD", "PRCD", "CLBD"].contains(code), let amount = element["Amt"] else { return }
    guard amount.currency.isEmpty || amount.currency == markup.commodity.code else { return }
    guard let value = markup.amount(amount), let isCredit = CamtReader.isCredit(element) else {
      return current.fail(
        Wording("余额 \(code) 读不出", "the balance \(code) cannot be read"), line: element.line,
        hint: Wording("Amt 是数值，CdtDbtInd 是 CRDT 或 DBIT", "Amt is a number, CdtDbtInd is CRDT or DBIT"))
    }
    let day = element["Dt"].flatMap(CamtReader.day)
    let balance = StatementDraft.Balance(amount: isCredit ? value : 0 - value, day: day, line: element.line)
    if code == "CLBD" {
      current.closing = balance
      current.to = current.to ?? day
    } else if code == "OPBD" || current.opening == nil {
      current.opening = balance
    }
  }

  private mutating func takeEntry(_ entry: MarkupElement) {
    if current.isHopeless { return }
    guard let amount = entry["Amt"], let value = markup.amount(amount), let isCredit = CamtReader.isCredit(entry) else {
      return current.fail(
        Wording("明细没有可读的金额或方向", "the entry has no amount or direction that can be read"), line: entry.line,
        hint: Wording("Amt 是数值，CdtDbtInd 是 CRDT 或 DBIT", "Amt is a number, CdtDbtInd is CRDT or DBIT"))
    }
    let reference = entry["NtryRef"]?.text ?? entry["AcctSvcrRef"]?.text ?? ""
    let what = ["entry", reference, "of", amount.text, amount.currency].filter { !$0.isEmpty }.joined(separator: " ")
    let status = (entry["Sts", "Cd"] ?? entry["Sts"])?.text ?? ""
    if !status.isEmpty && status != "BOOK" {
      return current.leaveOut(
        what, line: entry.line,
        because: Wording("其状态是 \(status)，尚未记账；会在以后的对账单中", "its status is \(status), not booked; it comes with a later statement"))
    }
    if !amount.currency.isEmpty && amount.currency != markup.commodity.code {
      return current.leaveOut(
        what, line: entry.line, because: Wording("账户按 \(markup.commodity.code) 记", "the account is kept in \(markup.commodity.code)"))
    }
    guard let day = (entry["BookgDt"] ?? entry["ValDt"]).flatMap(CamtReader.day) else {
      return current.fail(
        Wording("明细没有记账日期", "the entry has no booking day"), line: entry.line,
        hint: Wording("BookgDt 或 ValDt 中写 Dt，如 2022-06-17", "BookgDt or ValDt holds Dt, as 2022-06-17"))
    }
    if value == 0 { return }
    var line = BankStatement.Line(day: day, amount: isCredit ? value : 0 - value, row: entry.line)
    line.valueDay = entry["ValDt"].flatMap(CamtReader.day)
    CamtReader.describe(entry, isCredit: isCredit, in: &line)
    current.lines.append(line)
  }

  /// Other side, references and texts of an entry; of a batch those of its parts.
  private static func describe(_ entry: MarkupElement, isCredit: Bool, in line: inout BankStatement.Line) {
    let isReversal = ["true", "1"].contains(entry["RvslInd"]?.text ?? "")
    // A reversal names the parties of what it reverses, where the money went the other way.
    let role: (party: XMLName, account: XMLName, ultimate: XMLName) =
      isCredit != isReversal ? ("Dbtr", "DbtrAcct", "UltmtDbtr") : ("Cdtr", "CdtrAcct", "UltmtCdtr")
    let parts = entry.all("NtryDtls").flatMap { $0.all("TxDtls") }
    var (names, accounts): (Set<String>, Set<String>) = ([], [])
    var references = [entry["AcctSvcrRef"]?.text ?? entry["NtryRef"]?.text]
    var texts: [String?] = isReversal ? ["冲正"] : []
    for part in parts {
      let parties = part["RltdPties"]
      let party = parties?[role.party] ?? parties?[role.ultimate]
      if let name = (party?["Nm"] ?? party?["Pty", "Nm"])?.text { names.insert(name) }
      let account = parties?[role.account, "Id"]
      if let number = (account?["IBAN"] ?? account?["Othr", "Id"])?.text { accounts.insert(number) }
      for name: XMLName in ["AcctSvcrRef", "EndToEndId", "InstrId", "TxId", "ChqNb"] {
        if let reference = part["Refs", name]?.text, reference != "NOTPROVIDED" { references.append(reference) }
      }
      texts += part["RmtInf"]?.all("Ustrd").map(\.text) ?? []
      for structured in part["RmtInf"]?.all("Strd") ?? [] {
        texts += [structured["CdtrRefInf", "Ref"]?.text, structured["AddtlRmtInf"]?.text]
      }
      texts.append(part["AddtlTxInf"]?.text)
    }
    // A batch paid to several is paid to none of them.
    line.counterparty = names.count == 1 ? names.first ?? "" : ""
    line.counterpartyAccount = accounts.count == 1 ? accounts.first ?? "" : ""
    line.number = StatementMarkup.joined(references)
    line.text = StatementMarkup.joined(texts + [entry["AddtlNtryInf"]?.text])
  }

  private static func isCredit(_ element: MarkupElement) -> Bool? {
    switch element["CdtDbtInd"]?.text {
    case "CRDT": true
    case "DBIT": false
    default: nil
    }
  }

  /// The day of an element that holds `Dt` or `DtTm`.
  private static func day(_ element: MarkupElement) -> Day? { (element["Dt"] ?? element["DtTm"]).flatMap { day($0.text) } }

  /// The day of `2022-06-17` and `2022-06-17T10:21:03+08:00`, as the bank writes it.
  private static func day(_ text: String) -> Day? { Day(String(text.prefix(10))) }
}
