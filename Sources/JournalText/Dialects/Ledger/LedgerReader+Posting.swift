import LedgerCore
import Portfolio

extension LedgerReader {
  /// Reads `account  amount @ cost = balance ; note` at the cursor.
  func readPosting(_ line: inout JournalLine, of day: Day) throws(Diagnostic) {
    let mark = readMark(&line)
    let (from, to) = (line.cursor, accountEnd(line))
    var posting = PeerPosting(
      account: 0, line: Int32(clamping: line.number), column: Int32(clamping: line.column(of: from)))
    posting.mark = mark
    posting.account = try readAccount(line, from, to, &posting.kind)
    line.cursor = to
    line.skipSpaces()
    if !line.isDone, line.peek != UInt8(ascii: ";") { try readAmounts(&line, &posting) }
    journal.accounts[Int(posting.account)].isUsed = true
    journal.postings.append(posting)
    if line.isDone { return }
    guard line.peek == UInt8(ascii: ";") else {
      journal.postings.removeLast()
      throw failure(
        .badPeerSyntax, Wording("金额后面有 \(line.rest.prefix(40))", "\(line.rest.prefix(40)) after the amount"), line, line.cursor, line.end,
        hint: Wording(
          "分录写作：科目、两个空格、金额，其后可有 @ 成本、= 余额、; 备注", "a posting is: account, two spaces, amount, and perhaps @ cost, = balance, ; comment"))
    }
    line.cursor += 1
    line.skipSpaces()
    if line.isDone { return }
    try note(PeerText(file, line.cursor, line.end), line, of: journal.postings.count - 1, day)
  }

  /// `*` or `!` before the account; 0 for none.
  private func readMark(_ line: inout JournalLine) -> UInt8 {
    let byte = line.peek
    guard byte == UInt8(ascii: "*") || byte == UInt8(ascii: "!") else { return 0 }
    line.cursor += 1
    line.skipSpaces()
    return byte
  }

  /// Where the account's name ends: before two spaces, a tab or the end of the line.
  private func accountEnd(_ line: JournalLine) -> Int {
    var index = line.cursor
    let bytes = line.bytes
    while index < line.end {
      let byte = bytes[index]
      if byte == 0x09 { return index }
      if byte == 0x20, index + 1 < line.end, JournalLine.isSpace(bytes[index + 1]) { return index }
      index += 1
    }
    return index
  }

  /// The account between two offsets, without the signs of a virtual posting.
  private func readAccount(
    _ line: JournalLine, _ from: Int, _ to: Int, _ kind: inout PeerPosting.Kind
  ) throws(Diagnostic) -> Int32 {
    var (from, to) = (from, to)
    let (first, last) = (line.bytes[from], line.bytes[to - 1])
    if first == UInt8(ascii: "("), last == UInt8(ascii: ")") { kind = .virtual }
    if first == UInt8(ascii: "["), last == UInt8(ascii: "]") { kind = .balancedVirtual }
    if first == UInt8(ascii: "<"), last == UInt8(ascii: ">"), syntax == .ledger {
      throw failure(.peerNotSupported, Wording("不支持延后的分录", "deferred postings are not supported"), line, from, to)
    }
    if kind != .real {
      (from, to) = (from + 1, to - 1)
      while from < to, line.bytes[from] == 0x20 { from += 1 }
      while to > from, line.bytes[to - 1] == 0x20 { to -= 1 }
    }
    return try account(line.slice(from, max(from, to)), line)
  }

  /// Reads what stands behind the account: an amount, its lot and cost, and the balance after it.
  private func readAmounts(_ line: inout JournalLine, _ posting: inout PeerPosting) throws(Diagnostic) {
    if line.peek != UInt8(ascii: "=") {
      let start = line.cursor
      (posting.number, posting.commodity) = try readAmount(&line)
      posting.isElided = false
      let end = line.cursor
      // A bare 0 is of no commodity in particular.
      if posting.commodity != 0 || !posting.number.isZero {
        journal.use(
          posting.commodity, posting.number, at: PeerText(file, start, end), line: line.number)
      }
      line.skipSpaces()
      if line.isDone { return }
      if !isEndOfAmount(line.peek) { try readCost(&line, &posting) }
    }
    if line.peek == UInt8(ascii: "=") { try readAssertion(&line, &posting) }
  }

  private func isEndOfAmount(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ";") || byte == UInt8(ascii: "=") }

  /// Reads `= 10 EUR`, and in hledger `==`, `=*` and `==*`; a cost behind it says nothing.
  private func readAssertion(_ line: inout JournalLine, _ posting: inout PeerPosting) throws(Diagnostic) {
    let start = line.cursor
    line.cursor += 1
    var assertion = PeerAssertion(number: .zero, commodity: -1, isSole: false, isInclusive: false, text: .none)
    if syntax == .hledger, line.peek == UInt8(ascii: "=") {
      assertion.isSole = true
      line.cursor += 1
    }
    if syntax == .hledger, line.peek == UInt8(ascii: "*") {
      assertion.isInclusive = true
      line.cursor += 1
    }
    line.skipSpaces()
    (assertion.number, assertion.commodity) = try readAmount(&line)
    assertion.text = PeerText(file, start, line.cursor)
    if posting.isElided, assertion.commodity != 0 || !assertion.number.isZero {
      journal.use(assertion.commodity, assertion.number, at: assertion.text, line: line.number)
    }
    posting.assertion = Int32(truncatingIfNeeded: journal.assertions.count)
    journal.assertions.append(assertion)
    line.skipSpaces()
    if line.peek == UInt8(ascii: "@") || line.peek == UInt8(ascii: "{") {
      var none = PeerPosting(account: 0, line: 0, column: 0)
      try readCost(&line, &none)
    }
  }

  /// Keeps a comment of a posting, and the day that it may name.
  func note(_ text: PeerText, _ line: JournalLine, of index: Int, _ day: Day) throws(Diagnostic) {
    addNote(to: &journal.postings[index].note) { $0.pieces.append(text) }
    guard let own = try ownDay(line, of: day), own != day else { return }
    journal.postings[index].day = own
    journal.hasPostingDays = true
    warn(
      .peerDayLeftOut,
      Wording("分录自己的日期 \(own) 只作备注；凭证日期是 \(day)", "the posting's own date \(own) is only kept as a remark; the voucher is dated \(day)"),
      line,
      hint: Wording("要按该日期计入，请写成两笔交易", "to have it count, write two transactions"))
  }

  /// The day that a comment at the cursor gives its posting: `date:2022-01-05` or `[2022-01-05]`.
  private func ownDay(_ line: JournalLine, of day: Day) throws(Diagnostic) -> Day? {
    var line = line
    let outer = scope.year
    defer { scope.year = outer }
    while line.cursor < line.end {
      let rest = line.bytes[line.cursor..<line.end]
      let before = line.bytes[line.cursor - 1]
      let isTagStart = JournalLine.isSpace(before) || before == UInt8(ascii: ",") || before == UInt8(ascii: ";")
      let isTag = syntax == .hledger && isTagStart && rest.starts(with: "date:".utf8)
      let isBracket = rest.first == UInt8(ascii: "[") && rest.dropFirst().first.map { (48...57).contains($0) } == true
      if isTag || isBracket {
        line.cursor += isTag ? 5 : 1
        line.skipSpaces()
        if line.isDone { return nil }
        scope.year = day.year
        return try readDay(&line)
      }
      line.cursor += 1
    }
    return nil
  }
}
