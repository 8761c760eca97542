import LedgerCore

extension LedgerReader {
  /// Reads lot price, lot date, lot note and cost of an amount, as far as each dialect knows them.
  func readCost(_ line: inout JournalLine, _ posting: inout PeerPosting) throws(Diagnostic) {
    let start = line.cursor
    var cost = PeerCost()
    while true {
      line.skipSpaces()
      switch line.peek {
      case UInt8(ascii: "{"): cost.lot = try readLotPrice(&line)
      case UInt8(ascii: "["): try skip(&line, to: UInt8(ascii: "]"))
      case UInt8(ascii: "("):
        if let length = virtualCostLength(line) {
          line.cursor += length
          cost.price = try readPrice(&line, isTotal: length == 4)
        } else if line.cursor + 1 < line.end, line.bytes[line.cursor + 1] == UInt8(ascii: "(") {
          throw failure(
            .peerNotSupported, Wording("不支持估值表达式", "value expressions are not supported"), line, line.cursor, line.end,
            hint: Wording("价格用 @ 或 {} 写", "write the price as @ or {}"))
        } else {
          try skip(&line, to: UInt8(ascii: ")"))
        }
      case UInt8(ascii: "@"):
        line.cursor += 1
        let isTotal = line.peek == UInt8(ascii: "@")
        if isTotal { line.cursor += 1 }
        cost.price = try readPrice(&line, isTotal: isTotal)
      default:
        if line.cursor == start { throw strayCost(line) }
        var end = line.cursor
        while end > start, JournalLine.isSpace(line.bytes[end - 1]) { end -= 1 }
        cost.text = PeerText(file, start, end)
        // hledger reads lots and takes nothing from them.
        if syntax == .hledger { cost.lot = nil }
        for price in [cost.price, cost.lot].compactMap(\.self) { journal.use(price, for: posting.number) }
        posting.cost = Int32(truncatingIfNeeded: journal.costs.count)
        journal.costs.append(cost)
        return
      }
    }
  }

  /// The length of `(@)` or `(@@)` at the cursor, a cost that sets no market price; nil when there is none.
  private func virtualCostLength(_ line: JournalLine) -> Int? {
    let rest = line.bytes[line.cursor..<line.end]
    return rest.starts(with: "(@)".utf8) ? 3 : rest.starts(with: "(@@)".utf8) ? 4 : nil
  }

  private func strayCost(_ line: JournalLine) -> Diagnostic {
    failure(
      .badPeerSyntax, Wording("金额后面有 \(line.rest.prefix(40))", "\(line.rest.prefix(40)) after the amount"), line, line.cursor, line.end,
      hint: Wording(
        "分录写作：科目、两个空格、金额，其后可有 @ 成本、= 余额、; 备注", "a posting is: account, two spaces, amount, and perhaps @ cost, = balance, ; comment"))
  }

  /// The price behind `@`, of each unit, or behind `@@`, of all.
  private func readPrice(_ line: inout JournalLine, isTotal: Bool) throws(Diagnostic) -> PeerCost.Price {
    line.skipSpaces()
    if line.peek == UInt8(ascii: "=") { line.cursor += 1 }
    line.skipSpaces()
    let (number, commodity) = try readAmount(&line)
    return PeerCost.Price(number: number, commodity: commodity, isTotal: isTotal)
  }

  /// `{price}`, `{=price}` or `{{total}}`.
  private func readLotPrice(_ line: inout JournalLine) throws(Diagnostic) -> PeerCost.Price? {
    let from = line.cursor
    line.cursor += 1
    let isTotal = line.peek == UInt8(ascii: "{")
    if isTotal { line.cursor += 1 }
    line.skipSpaces()
    if line.peek == UInt8(ascii: "=") { line.cursor += 1 }
    line.skipSpaces()
    var price: PeerCost.Price?
    if line.peek != UInt8(ascii: "}") {
      let (number, commodity) = try readAmount(&line)
      price = PeerCost.Price(number: number, commodity: commodity, isTotal: isTotal)
    }
    line.skipSpaces()
    for _ in 0..<(isTotal ? 2 : 1) {
      guard line.peek == UInt8(ascii: "}") else {
        throw failure(
          .badPeerSyntax, Wording("批次的价格没有结束", "the lot's price is not closed"), line, from, line.end,
          hint: Wording("用 } 结束", "close it with }"))
      }
      line.cursor += 1
    }
    return price
  }

  /// `P 2022-01-31 EUR 7.10 CNY`, in Ledger also with a time behind the day, which is left.
  func readMarketPrice(_ line: inout JournalLine) throws(Diagnostic) {
    let number = line.number
    let day = try readDay(&line)
    line.skipSpaces()
    var time = line
    let word = time.word()
    if word.contains(":"), word.utf8.first.map({ (48...57).contains($0) }) == true {
      line = time
      line.skipSpaces()
    }
    let commodity = try readSymbol(&line)
    line.skipSpaces()
    let (price, target) = try readAmount(&line)
    journal.add(
      PeerPrice(
        day: day, commodity: commodity, number: price, target: target, file: file, line: Int32(clamping: number)))
  }

  private func skip(_ line: inout JournalLine, to end: UInt8) throws(Diagnostic) {
    guard let found = line.bytes[line.cursor..<line.end].firstIndex(of: end) else {
      throw failure(
        .badPeerSyntax, Wording("括号没有结束", "the bracket is not closed"), line, line.cursor, line.end,
        hint: Wording("用 \(Character(Unicode.Scalar(end))) 结束", "close it with \(Character(Unicode.Scalar(end)))"))
    }
    line.cursor = found + 1
  }
}
