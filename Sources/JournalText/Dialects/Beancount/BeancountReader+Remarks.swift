import LedgerCore
import Portfolio

extension BeancountReader {
  /// `note ACCOUNT "…"` and `document ACCOUNT "file.pdf"`: kept as dated remarks on the account.
  func readAccountRemark(
    _ day: Day, _ word: String, _ line: inout JournalLine, _ lines: inout JournalLines
  ) throws(Diagnostic) {
    let account = Int(try readAccount(&line))
    var parts = [try readString(&line)]
    skipBlanks(&line)
    // Tags and links.
    while line.peek == UInt8(ascii: "#") || line.peek == UInt8(ascii: "^") {
      parts.append(self.word(&line))
      skipBlanks(&line)
    }
    try checkEnd(&line)
    parts += try readMeta(&lines).map(\.description)
    let text = parts.flatMap { $0.split(whereSeparator: \.isNewline) }.joined(separator: " ")
    let place = PeerAccount.Remark(text: "\(day) \(word): \(text)", file: file, line: Int32(clamping: line.number))
    journal.accounts[account].remarks.append(place)
  }

  /// `event "location" "Paris"`, `query "cash" "SELECT …"`, `custom "budget" Expenses:Food "monthly" 90.30 CNY`: kept as
  /// remarks of their own.
  func readRemark(
    _ day: Day, _ word: String, _ line: inout JournalLine, _ lines: inout JournalLines
  ) throws(Diagnostic) {
    var remark = PeerRemark(form: word, about: try readString(&line))
    if word == "custom" { remark.values = try readValues(&line) } else { remark.text = try readString(&line) }
    try checkEnd(&line)
    remark.meta = try readMeta(&lines)
    directives.append(
      BeancountDirective(day: day, content: .remark(remark), file: file, line: Int32(clamping: line.number)))
  }

  /// The values of a custom line, to its end.
  private func readValues(_ line: inout JournalLine) throws(Diagnostic) -> [PeerRemark.Value] {
    var values: [PeerRemark.Value] = []
    skipBlanks(&line)
    while !isAtEnd(line) {
      values.append(try readCustomValue(&line))
      skipBlanks(&line)
    }
    return values
  }

  func readCustomValue(_ line: inout JournalLine) throws(Diagnostic) -> PeerRemark.Value {
    if line.peek == UInt8(ascii: "\"") { return .text(try readString(&line)) }
    var ahead = line
    let word = word(&ahead)
    if word == "TRUE" || word == "FALSE" {
      line = ahead
      return .word(word)
    }
    if let day = try date(word, line) {
      line = ahead
      return .word(day)
    }
    guard isNumber(line) else { return .account(try readAccount(&line)) }
    let number = ExactNumber(try readNumber(&line)).description
    ahead = line
    skipBlanks(&ahead)
    var unit = ahead
    let code = self.word(&unit)
    // What follows a number may be its currency, or a value of its own.
    guard (65...90).contains(ahead.peek) || ahead.peek == UInt8(ascii: "/"), !code.contains(":"), code != "TRUE", code != "FALSE"
    else { return .word(number) }
    line = ahead
    return .amount(number: number, commodity: try readCommodity(&line))
  }

  /// A date as values have it, in the one spelling that goes out again; nil for what is not written as a date.
  private func date(_ word: String, _ line: JournalLine) throws(Diagnostic) -> String? {
    let parts = word.split(whereSeparator: { $0 == "-" || $0 == "/" })
    guard parts.count == 3, parts[0].count == 4, parts.allSatisfy({ $0.count < 5 && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let date = parts.map { $0.count < 2 ? "0\($0)" : String($0) }.joined(separator: "-")
    if BeancountValue.isDate(date) { return date }
    throw failure(
      .badDate, Wording("\(word.prefix(40)) 不是日期", "\(word.prefix(40)) is not a date"), line, line.cursor, line.cursor + word.utf8.count,
      hint: Wording("日期写作 2022-06-15", "write dates as 2022-06-15"))
  }
}
