import LedgerCore
import Portfolio

extension BeancountReader {
  func skipBlanks(_ line: inout JournalLine) {
    while line.cursor < line.end, line.bytes[line.cursor] <= 0x20 { line.cursor += 1 }
  }

  /// Whether nothing but a comment is left.
  func isAtEnd(_ line: JournalLine) -> Bool { line.isDone || line.peek == UInt8(ascii: ";") }

  /// Reads up to the next blank, comma, bracket, quotation mark or comment.
  func word(_ line: inout JournalLine) -> String {
    let from = line.cursor
    while line.cursor < line.end {
      let byte = line.bytes[line.cursor]
      if byte <= 0x20 || BeancountReader.ends.contains(byte) { break }
      line.cursor += 1
    }
    return line.text(from, line.cursor)
  }

  private static let ends: Set<UInt8> = [
    UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: "@"),
    UInt8(ascii: "~"), UInt8(ascii: "("), UInt8(ascii: ")"),
  ]

  /// Refuses what is left of a line.
  func checkEnd(_ line: inout JournalLine) throws(Diagnostic) {
    skipBlanks(&line)
    if isAtEnd(line) { return }
    throw failure(
      .badPeerSyntax, Wording("此处不应有 \(line.rest.prefix(40))", "\(line.rest.prefix(40)) is not expected here"), line, line.cursor, line.end,
      hint: Wording("Docs/peers.md 列出可读的内容", "Docs/peers.md lists what is read"))
  }

  /// Reads a text in quotes.
  func readString(_ line: inout JournalLine) throws(Diagnostic) -> String {
    skipBlanks(&line)
    let from = line.cursor
    guard line.peek == UInt8(ascii: "\"") else {
      throw failure(
        .badPeerSyntax, Wording("此处应是引号中的文字", "a text in quotation marks is expected here"), line, from, max(from + 1, line.end))
    }
    line.cursor += 1
    var out: [UInt8] = []
    while line.cursor < line.end {
      let byte = line.bytes[line.cursor]
      line.cursor += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: out, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), line.cursor < line.end {
        let next = line.bytes[line.cursor]
        line.cursor += 1
        out.append(next == UInt8(ascii: "n") ? 0x0A : next == UInt8(ascii: "t") ? 0x09 : next)
      } else if byte != 0x0D {
        out.append(byte)
      }
    }
    throw failure(
      .unterminatedQuote, Wording("引号没有结束", "the quotation mark is not closed"), line, from, line.end, hint: Wording("补上引号", "close it"))
  }

  /// Reads the name of an account under one of the five roots.
  func readAccount(_ line: inout JournalLine) throws(Diagnostic) -> Int32 {
    skipBlanks(&line)
    let from = line.cursor
    let name = word(&line)
    let root = String(name.prefix { $0 != ":" })
    guard let accountClass = options.roots[root], name.utf8.count > root.utf8.count + 1 else {
      let roots = options.roots.keys.sorted().joined(separator: ", ")
      throw failure(
        .badPeerSyntax,
        Wording(
          "\(name.isEmpty ? "此处" : String(name.prefix(60))) 不是账户", "\(name.isEmpty ? "this" : String(name.prefix(60))) is not an account"),
        line, from, max(line.cursor, from + 1),
        hint: Wording("账户在 \(roots) 之下，各段以冒号相连", "accounts stand under \(roots), parts with a colon between them"))
    }
    if let flaw = EventTextCheck.flaw(ofAccount: name) {
      throw failure(.badFieldValue, Wording("账户", "the account ") + flaw, line, from, line.cursor)
    }
    let account = journal.account(name, file: file, line: line.number)
    if journal.accounts[Int(account)].accountClass == nil { journal.accounts[Int(account)].accountClass = accountClass }
    return account
  }

  /// Reads a currency.
  func readCommodity(_ line: inout JournalLine) throws(Diagnostic) -> Int32 {
    skipBlanks(&line)
    let from = line.cursor
    let code = word(&line)
    let isSound = { (byte: UInt8) in (65...90).contains(byte) || (48...57).contains(byte) || "'._-/".utf8.contains(byte) }
    guard let first = code.utf8.first, (65...90).contains(first) || first == UInt8(ascii: "/"), code.utf8.allSatisfy(isSound)
    else {
      throw failure(
        .badAmount,
        Wording(
          "\(code.isEmpty ? "此处" : String(code.prefix(40))) 不是货币", "\(code.isEmpty ? "this" : String(code.prefix(40))) is not a currency"),
        line, from, max(line.cursor, from + 1),
        hint: Wording("货币由大写字母、数字和 ' . _ - 组成", "a currency is of capitals, digits and ' . _ -"))
    }
    return journal.commodity(code)
  }

  /// Whether an expression of numbers begins at the cursor.
  func isNumber(_ line: JournalLine) -> Bool {
    let byte = line.peek
    return (48...57).contains(byte) || "-+(.".utf8.contains(byte)
  }

  /// Reads a number or an expression of numbers with `+ - * /` and parentheses.
  func readNumber(_ line: inout JournalLine) throws(Diagnostic) -> PeerNumber {
    skipBlanks(&line)
    let from = line.cursor
    let value: ExactNumber
    do throws(ExpressionFailure) { value = try readSum(&line, depth: 0) } catch {
      throw failure(
        error == .tooLong ? .amountOverflow : .badAmount,
        Wording(error == .tooLong ? "数值位数过多" : "此处不是数值", error == .tooLong ? "the number has too many digits" : "this is not a number"),
        line, from, max(line.cursor, from + 1),
        hint: Wording("如 1,234.50 或 100.00 / 4", "as in 1,234.50 or 100.00 / 4"))
    }
    guard let mantissa = Int64(exactly: value.mantissa), value.decimals <= PeerNumber.digitsMax else {
      throw failure(
        .amountOverflow, Wording("数值位数过多", "the number has too many digits"), line, from, line.cursor,
        hint: Wording("金额不超过 64 位", "an amount has at most 64 bits"))
    }
    return PeerNumber(mantissa: mantissa, decimals: value.decimals)
  }

  /// Why an expression is none.
  private enum ExpressionFailure: Error { case malformed, tooLong }

  private func readSum(_ line: inout JournalLine, depth: Int) throws(ExpressionFailure) -> ExactNumber {
    var value = try readProduct(&line, depth: depth)
    while true {
      let before = line.cursor
      skipBlanks(&line)
      let sign = line.peek
      guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
        line.cursor = before
        return value
      }
      line.cursor += 1
      let other = try readProduct(&line, depth: depth)
      do throws(MoneyOverflow) { value = try value + (sign == UInt8(ascii: "-") ? other.negated : other) } catch { throw .tooLong }
    }
  }

  private func readProduct(_ line: inout JournalLine, depth: Int) throws(ExpressionFailure) -> ExactNumber {
    var value = try readFactor(&line, depth: depth)
    while true {
      let before = line.cursor
      skipBlanks(&line)
      let sign = line.peek
      guard sign == UInt8(ascii: "*") || sign == UInt8(ascii: "/") else {
        line.cursor = before
        return value
      }
      line.cursor += 1
      let other = try readFactor(&line, depth: depth)
      do throws(MoneyOverflow) { value = sign == UInt8(ascii: "*") ? try value * other : try value / other } catch { throw .tooLong }
    }
  }

  private func readFactor(_ line: inout JournalLine, depth: Int) throws(ExpressionFailure) -> ExactNumber {
    skipBlanks(&line)
    if depth > 50 { throw .malformed }
    switch line.peek {
    case UInt8(ascii: "-"):
      line.cursor += 1
      return try readFactor(&line, depth: depth + 1).negated
    case UInt8(ascii: "+"):
      line.cursor += 1
      return try readFactor(&line, depth: depth + 1)
    case UInt8(ascii: "("):
      line.cursor += 1
      let value = try readSum(&line, depth: depth + 1)
      skipBlanks(&line)
      guard line.peek == UInt8(ascii: ")") else { throw .malformed }
      line.cursor += 1
      return value
    default: return try readDigits(&line)
    }
  }

  private func readDigits(_ line: inout JournalLine) throws(ExpressionFailure) -> ExactNumber {
    var mantissa: Int128 = 0
    var (digits, decimals) = (0, -1)
    while line.cursor < line.end {
      let byte = line.bytes[line.cursor]
      if (48...57).contains(byte) {
        mantissa = mantissa * 10 + Int128(byte &- 48)
        digits += 1
        if decimals >= 0 { decimals += 1 }
        if digits > PeerNumber.digitsMax { throw .tooLong }
      } else if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
      } else if byte != UInt8(ascii: ",") || decimals >= 0 || digits == 0 || line.cursor + 1 >= line.end
        || !(48...57).contains(line.bytes[line.cursor + 1])
      {
        break
      }
      line.cursor += 1
    }
    if digits == 0 { throw .malformed }
    return ExactNumber(mantissa: mantissa, decimals: max(0, decimals))
  }
}
