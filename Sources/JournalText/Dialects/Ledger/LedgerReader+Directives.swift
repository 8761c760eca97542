import LedgerCore
import Portfolio

extension LedgerReader {
  /// Reads a line at the left margin that is no transaction.
  func readDirective(_ line: inout JournalLine, _ lines: inout JournalLines) throws(Diagnostic) {
    let start = line.cursor
    let word = line.word()
    line.skipSpaces()
    switch word {
    case "account": try readAccount(&line, &lines)
    case "commodity": try readCommodity(&line, &lines)
    case "include": try include(line, line.rest.trimmingQuotes)
    case "alias": try readAlias(line)
    case "apply": try readApply(&line)
    case "end": try readEnd(&line, start)
    case "comment", "test": skipBlock(word, &lines)
    case "D": try readDefaultCommodity(&line)
    case "P": try readMarketPrice(&line)
    case "Y", "year": try readYear(line.rest, line)
    case "decimal-mark": try readDecimalMark(line)
    case "payee", "tag", "N": lines.skipIndented()
    case "bucket", "A": journal.buckets.append((journal.postings.count, try account(line.slice(line.cursor, line.end), line)))
    default: try readRareDirective(word, start, &line, &lines)
    }
  }

  private func readRareDirective(
    _ word: String, _ start: Int, _ line: inout JournalLine, _ lines: inout JournalLines
  ) throws(Diagnostic) {
    switch word {
    case "define", "def", "assert", "check", "expr", "eval":
      warn(.peerPartLeftOut, Wording("不支持 \(word)；该行略去", "\(word) is not supported; the line is left out"), line)
      lines.skipIndented()
    case "i", "I", "o", "O", "h", "b":
      throw failure(
        .peerNotSupported, Wording("不支持计时", "time clocks are not supported"), line, start, line.end,
        hint: Wording("把时数记为一种货币的金额", "record the hours as amounts of a commodity"))
    case "C", "capture", "fixed", "endfixed", "python", "import", "value":
      throw failure(
        .peerNotSupported, Wording("不支持 \(word)", "\(word) is not supported"), line, start, line.end,
        hint: Wording("它改变金额或账户；请写出改变后的内容", "it changes amounts or accounts; write them as they are to be"))
    default:
      // `Y2022` and `D$1,000.00` need no space.
      if word.utf8.first == UInt8(ascii: "Y"), word.utf8.dropFirst().allSatisfy({ (48...57).contains($0) }) {
        return try readYear(String(word.dropFirst()), line)
      }
      if word.hasPrefix("--") {
        return warn(.peerPartLeftOut, Wording("文本账中的选项略去", "options in a journal are left out"), line)
      }
      let near = Spelling.nearest(to: word, among: LedgerReader.directives)
      throw failure(
        .badPeerSyntax, Wording("\(word.prefix(40)) 不是 \(syntax.rawValue) 的指令", "\(word.prefix(40)) is no directive of \(syntax.rawValue)"),
        line, start, line.cursor,
        hint: .didYouMean(near, then: Wording("Docs/peers.md 列出可读的内容", "Docs/peers.md lists what is read")))
    }
  }

  private static let directives = [
    "account", "commodity", "include", "alias", "apply", "end", "comment", "payee", "tag", "bucket", "year", "decimal-mark",
  ]

  private func readYear(_ text: String, _ line: JournalLine) throws(Diagnostic) {
    guard let year = Int(text), Day.years.contains(year) else {
      throw failure(
        .badDate, Wording("\(text.prefix(40)) 不是年份", "\(text.prefix(40)) is not a year"), line, line.start, line.end,
        hint: Wording("如 Y 2022", "as in Y 2022"))
    }
    scope.year = year
  }

  private func readDecimalMark(_ line: JournalLine) throws(Diagnostic) {
    guard line.rest == "." || line.rest == "," else {
      throw failure(.badPeerSyntax, Wording("小数点是 . 或 ,", "the decimal mark is . or ,"), line, line.cursor, line.end)
    }
    scope.decimalMark = line.peek
  }

  /// `alias OLD=NEW`, or in hledger `alias /PATTERN/=REPLACEMENT`, with or without blanks around the sign.
  private func readAlias(_ line: JournalLine) throws(Diagnostic) {
    let text = line.rest
    if syntax == .hledger, text.hasPrefix("/") {
      guard let (pattern, replacement) = LedgerReader.patternAlias(text) else {
        throw failure(
          .badPeerSyntax, Wording("按模式的别名写作 /模式/ = 替换", "an alias by pattern is /PATTERN/ = REPLACEMENT"), line, line.cursor, line.end,
          hint: Wording("alias /^bank:(.*)/ = assets:\\1", "alias /^bank:(.*)/ = assets:\\1"))
      }
      guard let regex = try? Regex(pattern).ignoresCase() else {
        throw failure(
          .badPeerSyntax, Wording("\(pattern.prefix(40)) 不是模式", "\(pattern.prefix(40)) is not a pattern"), line, line.cursor, line.end)
      }
      scope.aliases.insert(.pattern(regex, replacement: replacement), at: 0)
    } else {
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
        throw failure(
          .badPeerSyntax, Wording("别名写作 旧=新", "an alias is OLD=NEW"), line, line.cursor, line.end,
          hint: Wording("alias bank=assets:bank", "alias bank=assets:bank"))
      }
      let new = EventBuilder.trimmed(String(text[text.index(after: equals)...]))
      scope.aliases.insert(.name(old: EventBuilder.trimmed(String(text[..<equals])), new: new), at: 0)
    }
    forgetAccounts()
  }

  /// Parts `/PATTERN/ = REPLACEMENT`; a slash of the pattern stands behind a backslash. Nil when it is none.
  private static func patternAlias(_ text: String) -> (pattern: String, replacement: String)? {
    let body = text.dropFirst()
    var isEscaped = false
    let end = body.firstIndex { character in
      defer { isEscaped = character == "\\" && !isEscaped }
      return character == "/" && !isEscaped
    }
    guard let end, end > body.startIndex else { return nil }
    let rest = EventBuilder.trimmed(String(body[body.index(after: end)...]))
    guard rest.first == "=" else { return nil }
    return (String(body[..<end]), EventBuilder.trimmed(String(rest.dropFirst())))
  }

  /// `apply account`, `apply tag`, `apply year`.
  private func readApply(_ line: inout JournalLine) throws(Diagnostic) {
    let from = line.cursor
    let what = line.word()
    line.skipSpaces()
    switch what {
    case "account":
      scope.prefixes.append(line.rest)
      forgetAccounts()
    case "tag": scope.tags.append(line.rest)
    case "year":
      let outer = scope.year
      try readYear(line.rest, line)
      scope.outerYears.append(outer)
    default:
      throw failure(
        .peerNotSupported, Wording("不支持 apply \(what.prefix(40))", "apply \(what.prefix(40)) is not supported"), line, from, line.end,
        hint: Wording("支持 apply account、apply tag 和 apply year", "apply account, apply tag and apply year are"))
    }
    scope.applied.append(what)
  }

  /// `end apply account`, `end aliases`, `end comment` and the like.
  private func readEnd(_ line: inout JournalLine, _ start: Int) throws(Diagnostic) {
    var words = line.rest.split(separator: " ").map(String.init)
    if words.first == "apply" { words.removeFirst() }
    switch words.first ?? scope.applied.last {
    case "aliases": scope.aliases = []
    case "account": _ = scope.prefixes.popLast()
    case "tag": _ = scope.tags.popLast()
    case "year": scope.year = scope.outerYears.popLast() ?? nil
    case "comment", "test": return
    default:
      throw failure(.badPeerSyntax, Wording("此处没有要结束的内容", "there is nothing to end here"), line, start, line.end)
    }
    if let ended = words.first ?? scope.applied.last, let index = scope.applied.lastIndex(of: ended) {
      scope.applied.remove(at: index)
    }
    forgetAccounts()
  }

  /// Skips to `end comment` or `end test`, or to the end of the file.
  private func skipBlock(_ word: String, _ lines: inout JournalLines) {
    while let line = lines.next() {
      let text = line.text(line.start, line.end)
      if text == "end \(word)" || text == "end" && syntax == .ledger { return }
    }
  }

  /// `D $1,000.00`: how amounts without a commodity are meant.
  private func readDefaultCommodity(_ line: inout JournalLine) throws(Diagnostic) {
    let from = line.cursor
    let commodity = try readFormat(&line)
    guard !journal.commodities[Int(commodity)].code.isEmpty else {
      throw failure(
        .badAmount, Wording("D 没有写货币", "D names no commodity"), line, from, line.end,
        hint: Wording("如 D 1,000.00 EUR", "as in D 1,000.00 EUR"))
    }
    // Ledger only proposes it for new transactions.
    guard syntax == .hledger else { return }
    scope.commodity = commodity
    scope.defaultMark = journal.commodities[Int(commodity)].decimalMark
  }

  /// Reads a sample amount and keeps its decimals and its decimal mark.
  func readFormat(_ line: inout JournalLine) throws(Diagnostic) -> Int32 {
    let from = line.cursor
    let (number, commodity) = try readAmount(&line)
    // Marks in a name between quotation marks, `"HOUR.X"`, are none of the number.
    let pieces = line.text(from, line.cursor).utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    let sample = pieces.enumerated().filter { $0.offset % 2 == 0 }.flatMap(\.element)
      .filter { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    let place = Int(commodity)
    journal.commodities[place].declaredDecimals = number.decimals
    // The last mark parts the decimals when it is the only one of its kind; `1,000` alone says that it does.
    if let last = sample.last, sample.filter({ $0 == last }).count == 1 {
      journal.commodities[place].decimalMark = last
    } else if let last = sample.last {
      journal.commodities[place].decimalMark = last == UInt8(ascii: ".") ? UInt8(ascii: ",") : UInt8(ascii: ".")
    }
    return commodity
  }
}

extension String {
  /// The text without quotation marks around it.
  fileprivate var trimmingQuotes: String {
    guard utf8.count >= 2, let first = utf8.first, first == utf8.last, first == 0x22 || first == 0x27 else { return self }
    return String(dropFirst().dropLast())
  }
}
