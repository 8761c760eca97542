import LedgerCore

extension LedgerReader {
  /// The range of a number at the cursor: digits, marks, in hledger blanks that part thousands, and an exponent.
  func numberRange(_ line: inout JournalLine) -> (Int, Int) {
    let from = line.cursor
    while line.cursor < line.end {
      let byte = line.bytes[line.cursor]
      if (48...57).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        line.cursor += 1
        continue
      }
      let blank = blankLength(line)
      guard blank > 0, line.cursor > from, line.cursor + blank < line.end,
        (48...57).contains(line.bytes[line.cursor + blank]), (48...57).contains(line.bytes[line.cursor - 1])
      else { break }
      line.cursor += blank
    }
    if syntax == .hledger { skipExponent(&line) }
    return (from, line.cursor)
  }

  /// The bytes of a blank that may part thousands in hledger; 0 when there is none at the cursor.
  private func blankLength(_ line: JournalLine) -> Int {
    guard syntax == .hledger else { return 0 }
    let rest = line.bytes[line.cursor..<line.end]
    if rest.first == 0x20 { return 1 }
    // A blank that does not break: U+00A0; thin ones: U+2000 to U+200A, U+202F, U+205F.
    if rest.starts(with: [0xC2, 0xA0]) { return 2 }
    guard rest.starts(with: [0xE2]), rest.count >= 3 else { return 0 }
    let (second, third) = (rest[rest.startIndex + 1], rest[rest.startIndex + 2])
    if second == 0x80, (0x80...0x8A).contains(third) || third == 0xAF { return 3 }
    return second == 0x81 && third == 0x9F ? 3 : 0
  }

  /// Passes `e3`, `E-5` behind digits.
  private func skipExponent(_ line: inout JournalLine) {
    var index = line.cursor
    guard index < line.end, line.bytes[index] | 0x20 == UInt8(ascii: "e") else { return }
    index += 1
    if index < line.end, line.bytes[index] == UInt8(ascii: "-") || line.bytes[index] == UInt8(ascii: "+") { index += 1 }
    let digits = index
    while index < line.end, (48...57).contains(line.bytes[index]) { index += 1 }
    if index > digits { line.cursor = index }
  }

  /// The value of a number of a commodity.
  func number(_ line: JournalLine, _ from: Int, _ to: Int, of commodity: Int32) throws(Diagnostic) -> PeerNumber {
    let mark = try decimalMark(line, from, to, of: commodity)
    var number = PeerNumber.zero
    var index = from
    while index < to {
      let byte = line.bytes[index]
      if byte | 0x20 == UInt8(ascii: "e") { break }
      if (48...57).contains(byte) {
        if number.mantissa >= 99_999_999_999_999_999 { throw tooLong(line, from, to) }
        number.mantissa = number.mantissa * 10 + Int64(byte &- 48)
        if mark >= 0, index > mark { number.decimals += 1 }
      }
      index += 1
    }
    if index < to { try apply(exponent: line.text(index + 1, to), to: &number, line, from, to) }
    if number.decimals > PeerNumber.digitsMax { throw tooLong(line, from, to) }
    return number
  }

  private func tooLong(_ line: JournalLine, _ from: Int, _ to: Int) -> Diagnostic {
    failure(
      .amountOverflow, Wording("\(line.text(from, min(to, from + 60))) 位数过多", "\(line.text(from, min(to, from + 60))) has too many digits"),
      line, from, to,
      hint: Wording("金额不超过 64 位；核对位数", "an amount has at most 64 bits; check the number of digits"))
  }

  private func apply(
    exponent text: String, to number: inout PeerNumber, _ line: JournalLine, _ from: Int, _ to: Int
  ) throws(Diagnostic) {
    guard var exponent = Int(text), abs(exponent) <= PeerNumber.digitsMax else { throw tooLong(line, from, to) }
    while exponent > 0 {
      if number.decimals > 0 {
        number.decimals -= 1
      } else {
        if number.mantissa >= 99_999_999_999_999_999 { throw tooLong(line, from, to) }
        number.mantissa *= 10
      }
      exponent -= 1
    }
    number.decimals -= exponent
  }

  /// The decimal mark that the journal has said for a commodity; 0 for none.
  func knownMark(of commodity: Int32) -> UInt8 {
    if scope.decimalMark != 0 { return scope.decimalMark }
    let own = journal.commodities[Int(commodity)].decimalMark
    return own != 0 ? own : scope.defaultMark
  }

  /// Where the decimal mark of a number stands; -1 for a number without decimals.
  private func decimalMark(
    _ line: JournalLine, _ from: Int, _ to: Int, of commodity: Int32
  ) throws(Diagnostic) -> Int {
    var (periods, commas) = (0, 0)
    var (period, comma) = (-1, -1)
    for index in from..<to {
      if line.bytes[index] == UInt8(ascii: ".") { (periods, period) = (periods + 1, index) }
      if line.bytes[index] == UInt8(ascii: ",") { (commas, comma) = (commas + 1, index) }
    }
    if periods == 0 && commas == 0 { return -1 }
    let known = knownMark(of: commodity)
    if syntax == .ledger {
      return try markOfLedger(line, from, to, (periods, period), (commas, comma), known, commodity)
    }
    if let mark = try markThatShows(line, from, to, count: periods + commas, last: max(period, comma)) { return mark }
    let mark: Int
    switch known {
    case UInt8(ascii: "."): mark = periods > 0 ? period : -1
    case UInt8(ascii: ","): mark = commas > 0 ? comma : -1
    default:
      // Two kinds of marks: the last one parts the decimals. One mark alone parts them too, several part thousands.
      if periods > 0 && commas > 0 { mark = max(period, comma) } else { mark = periods + commas == 1 ? max(period, comma) : -1 }
    }
    let isRepeated = mark >= 0 && (line.bytes[mark] == UInt8(ascii: ".") ? periods : commas) > 1
    if isRepeated || (mark >= 0 && max(period, comma) > mark) { throw badMarks(line, from, to) }
    return mark
  }

  /// The decimal mark of a number in hledger that shows itself, whatever the journal has said of marks: one mark behind thousands
  /// that blanks part, or with no digit before or behind it. nil when the number does not show it.
  private func markThatShows(_ line: JournalLine, _ from: Int, _ to: Int, count: Int, last: Int) throws(Diagnostic) -> Int? {
    let isMark = { (byte: UInt8) in byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }
    let isBlank = { (byte: UInt8) in !(48...57).contains(byte) && !isMark(byte) }
    var end = from
    while end < to, line.bytes[end] | 0x20 != UInt8(ascii: "e") { end += 1 }
    if let blank = (from..<end).last(where: { isBlank(line.bytes[$0]) }) {
      if count > 1 || blank > last { throw badMarks(line, from, to) }
      return last
    }
    return count == 1 && (last == from || last == end - 1) ? last : nil
  }

  /// Ledger: a comma with three, six … digits behind it parts thousands, any other one decimals, from then on.
  private func markOfLedger(
    _ line: JournalLine, _ from: Int, _ to: Int, _ periods: (count: Int, last: Int), _ commas: (count: Int, last: Int),
    _ known: UInt8, _ commodity: Int32
  ) throws(Diagnostic) -> Int {
    let isComma: Bool
    if known == UInt8(ascii: ",") {
      isComma = true
    } else if commas.last > periods.last {
      isComma = periods.count > 0 || (to - commas.last - 1) % 3 != 0
      if isComma { journal.commodities[Int(commodity)].decimalMark = UInt8(ascii: ",") }
    } else {
      isComma = false
    }
    let (mark, groups) = isComma ? (commas, periods) : (periods, commas)
    if mark.count > 1 || (mark.count == 1 && groups.last > mark.last) { throw badMarks(line, from, to) }
    // Digits behind the last mark of thousands come in threes.
    let end = mark.count == 1 ? mark.last : to
    if groups.count > 0, (end - groups.last - 1) % 3 != 0 { throw badMarks(line, from, to) }
    return mark.count == 1 ? mark.last : -1
  }

  private func badMarks(_ line: JournalLine, _ from: Int, _ to: Int) -> Diagnostic {
    failure(
      .badAmount,
      Wording(
        "\(line.text(from, to).prefix(60))：千分位和小数点的写法不一致",
        "\(line.text(from, to).prefix(60)): the marks of thousands and decimals do not fit together"), line,
      from, to,
      hint: Wording(
        "写明哪个是小数点：commodity 1,000.00 EUR，hledger 也可写 decimal-mark .",
        "say which is which: commodity 1,000.00 EUR, or in hledger decimal-mark ."))
  }
}
