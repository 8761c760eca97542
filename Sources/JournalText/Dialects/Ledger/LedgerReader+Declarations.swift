import LedgerCore
import Portfolio

extension LedgerReader {
  /// Reads `account NAME  ; type: A` of hledger or `account NAME` with the indented lines of Ledger.
  func readAccount(_ line: inout JournalLine, _ lines: inout JournalLines) throws(Diagnostic) {
    let from = line.cursor
    var to = from
    while to < line.end, line.bytes[to] != 0x09 {
      if line.bytes[to] == 0x20, to + 1 < line.end, JournalLine.isSpace(line.bytes[to + 1]) { break }
      to += 1
    }
    guard to > from else { throw failure(.badPeerSyntax, Wording("account 没有名称", "the account has no name"), line, line.start, line.end) }
    let account = try account(line.slice(from, to), line)
    journal.accounts[Int(account)].isDeclared = true
    line.cursor = to
    readTags(line.rest, of: account)
    while lines.isNextIndented {
      guard var next = lines.next() else { break }
      next.skipSpaces()
      if next.peek == UInt8(ascii: ";") { readTags(next.rest, of: account) } else { try readDetail(&next, of: account) }
    }
  }

  /// Takes the type and the code from the comment of an account.
  private func readTags(_ comment: String, of account: Int32) {
    for tag in comment.drop(while: { $0 != ";" }).dropFirst().split(separator: ",") {
      guard let colon = tag.firstIndex(of: ":") else { continue }
      let name = EventBuilder.trimmed(String(tag[..<colon])).split(separator: " ").last ?? ""
      let value = EventBuilder.trimmed(String(tag[tag.index(after: colon)...]))
      switch name {
      case "type": setType(value, of: account)
      case "code": journal.accounts[Int(account)].code = value
      case "class" where journal.export != nil: journal.accounts[Int(account)].isClassGuessed = value == PeerExportMark.guessed
      default: break
      }
    }
  }

  private func setType(_ type: String, of account: Int32) {
    let place = Int(account)
    switch type.lowercased() {
    case "a", "asset", "c", "cash": journal.accounts[place].accountClass = .asset
    case "l", "liability": journal.accounts[place].accountClass = .liability
    case "e", "equity": journal.accounts[place].accountClass = .netAssets
    case "v", "conversion":
      journal.accounts[place].accountClass = .netAssets
      journal.conversionAccount = journal.conversionAccount ?? account
    case "r", "revenue", "income": journal.accounts[place].accountClass = .income
    case "x", "expense": journal.accounts[place].accountClass = .expense
    default: break
    }
  }

  /// A line below `account` in Ledger.
  private func readDetail(_ line: inout JournalLine, of account: Int32) throws(Diagnostic) {
    let from = line.cursor
    let word = line.word()
    line.skipSpaces()
    switch word {
    case "note":
      let note = line.rest
      if journal.export == nil || !["code ", "type ", "class "].contains(where: note.hasPrefix) {
        return journal.accounts[Int(account)].note = note
      }
      for part in note.split(separator: ",").map({ EventBuilder.trimmed(String($0)) }) {
        if part.hasPrefix("code ") { journal.accounts[Int(account)].code = String(part.dropFirst(5)) }
        if part.hasPrefix("type ") { setType(String(part.dropFirst(5)), of: account) }
        if part == "class \(PeerExportMark.guessed)" { journal.accounts[Int(account)].isClassGuessed = true }
      }
    case "alias":
      scope.aliases.insert(.name(old: line.rest, new: journal.accounts[Int(account)].name), at: 0)
      forgetAccounts()
    case "default": journal.buckets.append((journal.postings.count, account))
    case "assert", "check", "eval", "expr", "value":
      warn(.peerPartLeftOut, Wording("不支持账户的 \(word)；该行略去", "\(word) of an account is not supported; the line is left out"), line)
    default:
      throw failure(
        .peerNotSupported, Wording("不支持 account 下面的 \(word.prefix(40))", "\(word.prefix(40)) below an account is not supported"), line,
        from,
        line.end,
        hint: Wording("Docs/peers.md 列出可读的内容", "Docs/peers.md lists what is read"))
    }
  }

  /// Reads `commodity 1,000.00 EUR`, or `commodity EUR` with the indented lines after it.
  func readCommodity(_ line: inout JournalLine, _ lines: inout JournalLines) throws(Diagnostic) {
    if let semicolon = line.bytes[line.cursor..<line.end].firstIndex(of: UInt8(ascii: ";")) {
      line = JournalLine(line.bytes, number: line.number, start: line.start, end: semicolon)
      _ = line.word()
      line.skipSpaces()
    }
    let from = line.cursor
    let isSample =
      line.slice(from, line.end).contains { (48...57).contains($0) } && line.peek != UInt8(ascii: "\"")
      || line.rest.hasPrefix("\"") && line.rest.dropFirst().drop { $0 != "\"" }.contains(where: \.isNumber)
    let commodity: Int32
    if isSample {
      commodity = try readFormat(&line)
    } else {
      guard !line.isDone else {
        throw failure(.badPeerSyntax, Wording("commodity 没有名称", "commodity names none"), line, line.start, line.end)
      }
      commodity = try readSymbol(&line)
    }
    if line.cursor == from || !line.isDone {
      throw failure(
        .badPeerSyntax, Wording("货币后面有 \(line.rest.prefix(40))", "\(line.rest.prefix(40)) behind the commodity"), line, line.cursor,
        line.end
      )
    }
    while lines.isNextIndented {
      guard var next = lines.next() else { break }
      next.skipSpaces()
      if next.peek != UInt8(ascii: ";") { try readDetail(&next, ofCommodity: commodity) }
    }
  }

  private func readDetail(_ line: inout JournalLine, ofCommodity commodity: Int32) throws(Diagnostic) {
    let from = line.cursor
    let word = line.word()
    line.skipSpaces()
    switch word {
    case "format": _ = try readFormat(&line)
    case "note": journal.commodities[Int(commodity)].name = line.rest
    case "default", "nomarket": return
    case "alias": symbols[line.rest] = commodity
    case "value", "assert", "check":
      warn(.peerPartLeftOut, Wording("不支持货币的 \(word)；该行略去", "\(word) of a commodity is not supported; the line is left out"), line)
    default:
      throw failure(
        .peerNotSupported, Wording("不支持 commodity 下面的 \(word.prefix(40))", "\(word.prefix(40)) below a commodity is not supported"), line,
        from, line.end)
    }
  }
}
