import LedgerCore
import Portfolio

extension JournalReader {
  /// Reads a plain voucher after its flag: code, narration, then its lines.
  func readEntry(
    _ line: inout JournalLine, _ lines: inout JournalLines, day: Day?, isPending: Bool
  ) throws(Diagnostic) -> Event {
    var event = Event(.entry, day: day)
    event.file = file
    event.line = line.number
    if isPending { event["status"] = .choice(1) }
    line.skipSpaces()
    if line.peek == UInt8(ascii: "(") { readCode(&line, into: &event) }
    line.skipSpaces()
    try readNarration(&line, into: &event)
    event.lines.reserveCapacity(4)
    var elided: Int?
    while lines.isNextIndented {
      guard var next = lines.next() else { break }
      if next.end - next.start > JournalReader.lineLengthMax { try checkLength(of: next) }
      try readEntryLine(&next, into: &event, elided: &elided)
    }
    if let elided { try fillElided(elided, line, &event) }
    return event
  }

  private func readCode(_ line: inout JournalLine, into event: inout Event) {
    let from = line.cursor + 1
    var index = from
    while index < line.end && line.bytes[index] != UInt8(ascii: ")") { index += 1 }
    guard index < line.end else { return }
    event["code"] = .text(line.text(from, index))
    line.cursor = index + 1
  }

  /// The narration runs to a `;` or the end of the line; the comment after it is the event's note.
  private func readNarration(_ line: inout JournalLine, into event: inout Event) throws(Diagnostic) {
    if line.isDone { return }
    if line.peek == UInt8(ascii: "\"") {
      event["narration"] = .text(try readQuoted(&line))
    } else {
      let from = line.cursor
      while line.cursor < line.end && line.bytes[line.cursor] != UInt8(ascii: ";") { line.cursor += 1 }
      var to = line.cursor
      while to > from && JournalLine.isSpace(line.bytes[to - 1]) { to -= 1 }
      if to > from { event.values[0] = .text(line.text(from, to)) }
    }
    line.skipSpaces()
    if line.isDone { return }
    guard line.peek == UInt8(ascii: ";") else {
      throw failure(
        .strayText, Wording("引号中的摘要后面还有文字", "text after the quoted narration"), line, line.cursor, line.end,
        hint: Wording("写进引号里，或写在 ; 后作备注", "put it within the quotation marks, or behind ; as a note"))
    }
    if event.places.isEmpty { event.places = Array(repeating: FieldPlace(), count: event.values.count) }
    try readComment(&line, into: &event)
  }

  /// Reads `account  amount commodity ; note`, a comment, or a field of the voucher.
  private func readEntryLine(
    _ line: inout JournalLine, into event: inout Event, elided: inout Int?
  ) throws(Diagnostic) {
    line.skipSpaces()
    if line.peek == UInt8(ascii: ";") {
      if event.places.isEmpty { event.places = Array(repeating: FieldPlace(), count: event.values.count) }
      return try readComment(&line, into: &event)
    }
    let from = line.cursor
    let to = accountEnd(line)
    if to < from || isField(line, from, to) {
      if event.places.isEmpty { event.places = Array(repeating: FieldPlace(), count: event.values.count) }
      return try readFieldLine(&line, into: &event)
    }
    let name = line.slice(from, to)
    var entry = EntryLine(
      account: keepsPlaces ? register.accountID(typed: name) : register.accountID(name), commodity: register.baseID, amount: 0,
      line: Int32(clamping: line.number))
    entry.column = Int32(clamping: line.column(of: from))
    line.cursor = to
    line.skipSpaces()
    if line.isDone || line.peek == UInt8(ascii: ";") {
      try checkNoAmount(in: line, from, to)
      if elided != nil {
        throw failure(
          .twoElidedAmounts, Wording("第二行没有金额的分录", "a second line without an amount"), line, from, to,
          hint: Wording("只有一个金额可以由其余推算", "only one amount can be worked out from the others")
            + blankAdvice(line.text(from, to), elided.map { register[event.lines[$0].account].name } ?? ""))
      }
      elided = event.lines.count
    } else {
      let money = try readMoney(&line)
      entry.amount = money.minorUnits
      entry.commodity = money.commodity
    }
    line.skipSpaces()
    if !line.isDone { entry.note = try readLineNote(&line) }
    event.lines.append(entry)
  }

  /// What to do where names of accounts have blanks in them: amounts may have been meant behind those.
  private func blankAdvice(_ names: String...) -> Wording {
    guard names.contains(where: { $0.contains(" ") || $0.contains("\u{3000}") }) else { return .none }
    return Wording(
      "；若已写金额，科目与金额之间须空两格（或用制表符），空一格的算作科目名称",
      "; where an amount is written, put two spaces or a tab before it: behind one it belongs to the name")
  }

  /// Whether a line without an amount, `party:甲`, is a field of the voucher: no account of that name is known, and what stands
  /// before the colon is the name of a field.
  private func isField(_ line: JournalLine, _ from: Int, _ to: Int) -> Bool {
    guard keepsPlaces, let colon = line.colon(from, to), colon.lowerBound > from else { return false }
    var after = to
    while after < line.end && JournalLine.isSpace(line.bytes[after]) { after += 1 }
    guard after == line.end || line.bytes[after] == UInt8(ascii: ";") else { return false }
    return EventDeclaration.entry.index(of: line.text(from, colon.lowerBound)) != nil
      && register.account(named: register.accountName(typed: line.text(from, to))) == nil
  }

  /// A name that ends in an amount has one space too few before it: the amount would be lost.
  private func checkNoAmount(in line: JournalLine, _ from: Int, _ to: Int) throws(Diagnostic) {
    let words = line.slice(from, to).split(separator: 0x20)
    for word in words.dropFirst().suffix(2) {
      let hasMark = word.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") } || word.first == UInt8(ascii: "-")
      guard hasMark, DecimalText.parse(word, scale: Commodity.scaleMax) != nil else { continue }
      throw failure(
        .badAmount, Wording("科目名称以金额结尾", "the account's name ends in an amount"), line, from, to,
        hint: Wording("科目与金额之间用两个空格或制表符分开", "two spaces or a tab part the amount from the account"))
    }
  }

  /// Where the account's name ends: before two spaces, a tab or the end; less than the start for `field: value`.
  private func accountEnd(_ line: JournalLine) -> Int {
    var index = line.cursor
    let bytes = line.bytes
    while index < line.end {
      let byte = bytes[index]
      if byte == 0x09 { return index }
      if byte == 0x20 {
        if index + 1 < line.end && JournalLine.isSpace(bytes[index + 1]) { return index }
        if bytes[index - 1] == UInt8(ascii: ":") { return line.cursor - 1 }
      }
      index += 1
    }
    return index
  }

  private func readLineNote(_ line: inout JournalLine) throws(Diagnostic) -> String {
    guard line.peek == UInt8(ascii: ";") else {
      throw failure(
        .strayText, Wording("金额后面有 \(line.rest.prefix(40))", "\(line.rest.prefix(40)) after the amount"), line, line.cursor, line.end,
        hint: Wording("分录写作：科目、两个空格、金额；余额用 assert 写", "a native line is: account, two spaces, amount; balances are stated with assert"))
    }
    line.cursor += 1
    line.skipSpaces()
    return line.rest
  }

  private func fillElided(_ index: Int, _ header: JournalLine, _ event: inout Event) throws(Diagnostic) {
    var sum: Int64 = 0
    var commodity: CommodityID?
    for (offset, line) in event.lines.enumerated() where offset != index {
      if let known = commodity, known != line.commodity {
        throw failure(
          .twoElidedAmounts, Wording("缺少的金额无法推算：其余是几种货币", "the missing amount cannot be worked out: the others are of several commodities"),
          header,
          header.start, header.end, hint: Wording("写出金额", "write the amount"))
      }
      commodity = line.commodity
      do throws(MoneyOverflow) { sum = try sum.minus(line.amount) } catch {
        throw failure(
          .sumOverflow, Wording("各行合计过大，账簿记不下", "the sum of the lines is too large for the books"), header, header.start, header.end,
          hint: Wording("核对位数", "check the number of digits"))
      }
    }
    event.lines[index].amount = sum
    event.lines[index].commodity = commodity ?? register.baseID
  }
}
