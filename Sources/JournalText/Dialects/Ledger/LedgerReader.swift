import LedgerCore
import Portfolio

/// Reads journals of hledger and Ledger, which share their shape and differ in numbers, scopes and a few directives.
final class LedgerReader {
  let syntax: PeerSyntax
  let journal: PeerJournal
  private let files: PeerFiles
  var scope = LedgerScope()
  /// Accounts as written, and their places after prefixes and aliases.
  private var writtenAccounts = NameTable()
  private var placeOfAccount: [Int32] = []
  /// Other symbols of commodities, by `alias` below `commodity`.
  var symbols: [String: Int32] = [:]
  /// The symbol read last, packed in a word, and its place.
  var lastSymbol: (packed: UInt64, commodity: Int32) = (0, 0)

  init(_ journal: PeerJournal, loader: PeerReader.Loader?) {
    self.syntax = journal.syntax
    self.journal = journal
    files = PeerFiles(journal, loader: loader)
  }

  /// The file at hand, as its place in the journal.
  var file: Int32 { files.file }

  /// Reads a journal and all that it includes.
  func read(_ bytes: [UInt8], named name: String) {
    readFile(bytes, named: name)
    if let open = scope.applied.last {
      journal.warn(.peerPartLeftOut, Wording("apply \(open) 没有结束", "apply \(open) is not ended"), at: journal.position(file: 0, line: 1))
    }
    for account in journal.accounts where account.isUsed && !account.isDeclared { warnOfAmount(in: account) }
  }

  /// Says where a name ends in an amount, before which one blank stands in place of two.
  private func warnOfAmount(in account: PeerAccount) {
    let journal = journal
    let found = AmountInName(account.name, isAccount: { journal.hasAccount($0) }, isCommodity: { journal.hasCommodity($0) })
    guard let found else { return }
    journal.warn(.amountInName, found.sentence, hint: found.advice, at: journal.position(of: account))
  }

  private func readFile(_ bytes: [UInt8], named name: String) {
    files.read(bytes, named: name) { line, lines throws(Diagnostic) in try readParagraph(line, &lines) }
  }

  private func readParagraph(_ first: JournalLine, _ lines: inout JournalLines) throws(Diagnostic) {
    var line = first
    line.skipSpaces()
    if line.isDone { return }
    let byte = line.peek
    if line.isIndented {
      if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "#") { return }
      throw failure(
        .strayPosting, Wording("缩进的一行前面没有交易", "an indented line without a transaction before it"), line, line.cursor, line.end,
        hint: Wording("交易顶格以日期开头；一笔之内没有空行", "transactions begin at the left margin with a date; no blank line stands within one"))
    }
    switch byte {
    case 48...57: try readTransaction(&line, &lines)
    case UInt8(ascii: ";"), UInt8(ascii: "#"), UInt8(ascii: "*"): return
    case UInt8(ascii: "%"), UInt8(ascii: "|"): if syntax == .hledger { fallthrough }
    case UInt8(ascii: "~"), UInt8(ascii: "="): try readRule(line, &lines)
    case UInt8(ascii: "!"), UInt8(ascii: "@"):
      line.cursor += 1
      try readDirective(&line, &lines)
    default: try readDirective(&line, &lines)
    }
  }

  /// Periodic and automated transactions: what only forecasts is left out with a warning, what would change sums refused.
  private func readRule(_ line: JournalLine, _ lines: inout JournalLines) throws(Diagnostic) {
    switch line.peek {
    case UInt8(ascii: "~"):
      warn(.peerPartLeftOut, Wording("不支持周期交易；本条略去", "periodic transactions are not supported; this one is left out"), line)
    case UInt8(ascii: "=") where syntax == .hledger:
      warn(
        .peerPartLeftOut, Wording("不支持自动分录；规则略去", "automated postings are not supported; the rule is left out"), line,
        hint: Wording(
          "合计与不带 --auto 的 hledger 相同；hledger print --auto 写出分录",
          "sums are those of hledger without --auto; hledger print --auto writes the postings out"))
    case UInt8(ascii: "="):
      throw failure(
        .peerNotSupported, Wording("不支持自动交易", "automated transactions are not supported"), line, line.start, line.end,
        hint: Wording(
          "ledger print --generated 写出加上自动分录的文本账；请导入它",
          "ledger print --generated writes the journal with the postings that they add; import that"))
    default:
      throw failure(
        .badPeerSyntax, Wording("不是 \(syntax.rawValue) 文本账的一行", "this is no line of a journal of \(syntax.rawValue)"), line, line.start,
        line.end)
    }
    lines.skipIndented()
  }

  /// Reads the files that an `include` line names; what they set ends with them in hledger.
  func include(_ line: JournalLine, _ pattern: String) throws(Diagnostic) {
    let outer = scope
    try files.include(pattern, at: position(line, line.cursor, line.end)) { bytes, name in
      readFile(bytes, named: name)
      if syntax == .hledger {
        scope = outer
        forgetAccounts()
      }
    }
  }

  /// The place of an account by the bytes that name it, after prefixes and aliases.
  @inline(__always)
  func account(_ name: UnsafeBufferPointer<UInt8>, _ line: JournalLine) throws(Diagnostic) -> Int32 {
    if let id = writtenAccounts.find(name) { return placeOfAccount[Int(id) - 1] }
    let place = journal.account(
      try cleaned(resolved(String(decoding: name, as: UTF8.self)), line), file: file, line: line.number)
    _ = writtenAccounts.intern(name)
    placeOfAccount.append(place)
    return place
  }

  /// The name of an account after `apply account` and aliases.
  func resolved(_ name: String) -> String {
    let prefix = scope.prefixes.map { $0 + ":" }.joined()
    if syntax == .hledger { return scope.aliases.reduce(prefix + name) { $1.applied(to: $0) } }
    for alias in scope.aliases {
      let other = alias.applied(to: name)
      if other != name { return other }
    }
    return prefix + name
  }

  /// The name as a voucher of ours can hold it.
  private func cleaned(_ name: String, _ line: JournalLine) throws(Diagnostic) -> String {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    let clean = parts.map { EventBuilder.trimmed(String($0)) }.joined(separator: ":")
    if let flaw = EventTextCheck.flaw(ofAccount: clean) {
      throw failure(.badFieldValue, Wording("账户", "the account ") + flaw, line, line.cursor, line.end)
    }
    if clean != name {
      warn(
        .peerChanged, Wording("账户 \(name) 在此称为 \(clean)", "the account \(name) is called \(clean) here"), line,
        hint: Wording("名称各段的首尾不能是空格", "no part of a name begins or ends with a blank"))
    }
    return clean
  }

  /// Names mean other accounts from here on.
  func forgetAccounts() { (writtenAccounts, placeOfAccount) = (NameTable(), []) }

  /// Takes in a warning about a whole line.
  func warn(_ code: DiagnosticCode, _ sentence: Wording, _ line: JournalLine, hint: Wording = PeerJournal.changesNoSum) {
    journal.warn(code, sentence, hint: hint, at: position(line, line.start, line.end))
  }

  func position(_ line: JournalLine, _ from: Int, _ to: Int) -> SourcePosition {
    line.position(file: files.name, from, to)
  }

  /// A diagnostic at a range of a line.
  func failure(
    _ code: DiagnosticCode, _ sentence: Wording, _ line: JournalLine, _ from: Int, _ to: Int, hint: Wording = .none
  ) -> Diagnostic {
    Diagnostic(code, sentence, hint: hint, at: position(line, from, to))
  }
}
