import LedgerCore
import Portfolio

extension BeancountReader {
  /// Reads a transaction behind its flag: payee, narration, tags and links, then metadata and postings.
  func readTransaction(
    _ day: Day, _ flag: UInt8, _ line: inout JournalLine, _ lines: inout JournalLines
  ) throws(Diagnostic) {
    var transaction = BeancountTransaction(flag: flag)
    var texts: [String] = []
    while true {
      skipBlanks(&line)
      if isAtEnd(line) { break }
      switch line.peek {
      case UInt8(ascii: "\""): texts.append(BeancountReader.inOneLine(try readString(&line)))
      case UInt8(ascii: "#"), UInt8(ascii: "^"): transaction.words.append(word(&line))
      case UInt8(ascii: "|"): line.cursor += 1
      default: try checkEnd(&line)
      }
    }
    if texts.count > 2 {
      throw failure(
        .badPeerSyntax, Wording("交易只有收款人和摘要两项文字", "a transaction has a payee and a narration, not more"), line, line.start, line.end)
    }
    transaction.narration = texts.filter { !$0.isEmpty }.joined(separator: " | ")
    if PeerEntry.status(of: flag) == nil { transaction.words.append("flag: \(Character(Unicode.Scalar(flag)))") }
    transaction.words += options.tags.filter { !transaction.words.contains($0) }
    transaction.words += options.meta.map(\.description)
    while lines.isNextIndented {
      guard let next = lines.next() else { break }
      try PeerReader.checkLength(of: next, file: journal.sources[Int(file)].name)
      var inner = whole(next, &lines)
      skipBlanks(&inner)
      if !isAtEnd(inner) { try readInner(&inner, &transaction) }
    }
    directives.append(
      BeancountDirective(
        day: day, content: .transaction(transaction), file: file, line: Int32(clamping: line.number)))
  }

  /// A text without line breaks, as a narration and a note of a line are.
  static func inOneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).map { EventBuilder.trimmed(String($0)) }
      .joined(separator: " ")
  }

  /// Reads one line below a transaction: metadata, more tags, or a posting.
  private func readInner(_ line: inout JournalLine, _ transaction: inout BeancountTransaction) throws(Diagnostic) {
    if let key = key(&line) {
      let meta = readMeta(key, &line)
      if transaction.postings.isEmpty {
        if key == "voucher", journal.export != nil {
          transaction.code = meta.text
        } else {
          transaction.words.append(meta.description)
        }
      } else {
        transaction.postings[transaction.postings.count - 1].words.append(BeancountReader.inOneLine(meta.description))
      }
      return
    }
    let next = line.cursor + 1 < line.end ? line.bytes[line.cursor + 1] : 0x20
    if line.peek == UInt8(ascii: "^") || (line.peek == UInt8(ascii: "#") && next > 0x20) {
      while line.peek == UInt8(ascii: "^") || line.peek == UInt8(ascii: "#") {
        transaction.words.append(word(&line))
        skipBlanks(&line)
      }
      return try checkEnd(&line)
    }
    transaction.postings.append(try readPosting(&line))
  }

  /// Reads `[flag] Account  10 USD {cost} @ price`.
  private func readPosting(_ line: inout JournalLine) throws(Diagnostic) -> BeancountPosting {
    var flag: UInt8 = 0
    if line.cursor + 1 < line.end, line.bytes[line.cursor + 1] <= 0x20 {
      flag = line.peek
      line.cursor += 1
      skipBlanks(&line)
    }
    let from = line.cursor
    let account = try readAccount(&line)
    journal.accounts[Int(account)].isUsed = true
    var posting = BeancountPosting(
      account: account, flag: flag, line: Int32(clamping: line.number), column: Int32(clamping: line.column(of: from)))
    if flag != 0 { posting.words.append(String(Character(Unicode.Scalar(flag)))) }
    skipBlanks(&line)
    if isAtEnd(line) { return posting }
    guard isNumber(line) else {
      throw failure(
        .peerNotSupported, Wording("不支持没有数值的金额", "an amount without its number is not supported"), line, line.cursor, line.end,
        hint: Wording("写出数值，或整个金额都不写", "write the number, or leave out the whole amount"))
    }
    let start = line.cursor
    let number = try readNumber(&line)
    skipBlanks(&line)
    if isAtEnd(line) || line.peek == UInt8(ascii: "{") || line.peek == UInt8(ascii: "@") {
      throw failure(
        .peerNotSupported, Wording("不支持没有货币的金额", "an amount without its currency is not supported"), line, start, line.cursor,
        hint: Wording("写出货币，或整个金额都不写", "write the currency, or leave out the whole amount"))
    }
    posting.commodity = try readCommodity(&line)
    posting.number = number
    journal.use(posting.commodity, number, at: PeerText(file, start, line.cursor), line: line.number)
    skipBlanks(&line)
    let costStart = line.cursor
    if line.peek == UInt8(ascii: "{") { posting.cost = try readCost(&line) }
    skipBlanks(&line)
    if line.peek == UInt8(ascii: "@") { posting.price = try readPrice(&line) }
    useCosts(of: posting, number)
    if line.cursor > costStart { posting.words.append(EventBuilder.trimmed(line.text(costStart, line.cursor))) }
    try checkEnd(&line)
    return posting
  }

  /// Takes in the currencies in which a posting costs.
  private func useCosts(of posting: BeancountPosting, _ units: PeerNumber) {
    if let price = posting.price { journal.use(price, for: units) }
    guard let cost = posting.cost, let commodity = cost.commodity else { return }
    for (number, isTotal) in [(cost.perUnit, false), (cost.total, true)] {
      guard let number else { continue }
      journal.use(PeerCost.Price(number: number, commodity: commodity, isTotal: isTotal), for: units)
    }
  }

  /// `@ 10 USD` for each unit or `@@ 100 USD` for all.
  private func readPrice(_ line: inout JournalLine) throws(Diagnostic) -> PeerCost.Price {
    line.cursor += 1
    let isTotal = line.peek == UInt8(ascii: "@")
    if isTotal { line.cursor += 1 }
    skipBlanks(&line)
    guard isNumber(line) else {
      throw failure(
        .peerNotSupported, Wording("不支持没有写出的价格", "a price that is left out is not supported"), line, line.cursor - 1,
        max(line.cursor, line.end),
        hint: Wording("写出价格", "write the price"))
    }
    let number = try readNumber(&line)
    return PeerCost.Price(number: number, commodity: try readCommodity(&line), isTotal: isTotal)
  }

  /// `{10 USD, 2022-01-05, "label"}`, `{{100 USD}}`, `{10 # 5 USD}` or `{}`.
  private func readCost(_ line: inout JournalLine) throws(Diagnostic) -> BeancountCost {
    let from = line.cursor
    line.cursor += 1
    let isTotal = line.peek == UInt8(ascii: "{")
    if isTotal { line.cursor += 1 }
    var cost = BeancountCost()
    while true {
      skipBlanks(&line)
      switch line.peek {
      case UInt8(ascii: ","): line.cursor += 1
      case UInt8(ascii: "}"):
        let end = line.cursor + (isTotal ? 2 : 1)
        guard end <= line.end, line.bytes[end - 1] == UInt8(ascii: "}") else { throw openCost(line, from) }
        line.cursor = end
        return cost
      case UInt8(ascii: "\""): cost.label = BeancountReader.inOneLine(try readString(&line))
      case UInt8(ascii: "*"):
        throw failure(.peerNotSupported, Wording("不支持合并批次", "merging lots is not supported"), line, line.cursor, line.cursor + 1)
      default:
        if line.isDone { throw openCost(line, from) }
        try readCostPart(&line, isTotal, &cost)
      }
    }
  }

  private func openCost(_ line: JournalLine, _ from: Int) -> Diagnostic {
    failure(.badPeerSyntax, Wording("成本没有结束", "the cost is not closed"), line, from, line.end, hint: Wording("用 } 结束", "close it with }"))
  }

  /// A day, an amount, or a currency alone.
  private func readCostPart(
    _ line: inout JournalLine, _ isTotal: Bool, _ cost: inout BeancountCost
  ) throws(Diagnostic) {
    var ahead = line
    if let day = Day(word(&ahead)) {
      (cost.day, line) = (day, ahead)
      return
    }
    if isNumber(line) {
      let number = try readNumber(&line)
      if isTotal { cost.total = number } else { cost.perUnit = number }
      skipBlanks(&line)
    }
    if line.peek == UInt8(ascii: "#") {
      line.cursor += 1
      skipBlanks(&line)
      if isNumber(line) { cost.total = try readNumber(&line) }
    }
    cost.commodity = try readCommodity(&line)
  }
}
