import LedgerCore
import Portfolio

extension BeancountReader {
  /// Reads what follows a date.
  func readDated(_ day: Day, _ line: inout JournalLine, _ lines: inout JournalLines) throws(Diagnostic) {
    let from = line.cursor
    let word = word(&line)
    if day == .always, word != "open", word != "commodity" {
      throw failure(
        .badDate, Wording("\(Day.years.lowerBound) 年以前的年份", "a year before \(Day.years.lowerBound)"), line, line.start, from,
        hint: Wording("这样早只能声明账户和货币", "only accounts and commodities may be declared so early"))
    }
    switch word {
    case "open": try readOpen(day, &line, &lines)
    case "close":
      let account = try readAccount(&line)
      journal.accounts[Int(account)].to = day
      try finish(day, .close(account: account), &line, &lines)
    case "commodity": try readDeclaration(&line, &lines)
    case "pad":
      let account = try readAccount(&line)
      let source = try readAccount(&line)
      for place in [account, source] { journal.accounts[Int(place)].isUsed = true }
      try finish(day, .pad(account: account, source: source), &line, &lines)
    case "balance": try readBalance(day, &line, &lines)
    case "price": try readMarketPrice(day, &line, &lines)
    case "note", "document": try readAccountRemark(day, word, &line, &lines)
    case "event", "query", "custom": try readRemark(day, word, &line, &lines)
    case "txn": try readTransaction(day, UInt8(ascii: "*"), &line, &lines)
    default:
      guard let flag = word.utf8.first, word.utf8.count == 1, !(97...122).contains(flag) else {
        let near = Spelling.nearest(to: word, among: BeancountReader.words)
        throw failure(
          .badPeerSyntax,
          Wording(
            "\(word.isEmpty ? "此处" : String(word.prefix(40))) 不是 beancount 的指令",
            "\(word.isEmpty ? "this" : String(word.prefix(40))) is no directive of beancount"), line, from,
          max(line.cursor, from + 1), hint: .didYouMean(near, then: Wording("Docs/peers.md 列出可读的内容", "Docs/peers.md lists what is read")))
      }
      try readTransaction(day, flag, &line, &lines)
    }
  }

  private static let words = [
    "open", "close", "commodity", "pad", "balance", "price", "note", "document", "event", "query", "custom", "txn",
    "option", "plugin", "include", "pushtag", "poptag", "pushmeta", "popmeta",
  ]

  /// Ends a directive of one line; what is written below it is left out with a warning.
  private func finish(
    _ day: Day, _ content: BeancountDirective.Content, _ line: inout JournalLine, _ lines: inout JournalLines
  ) throws(Diagnostic) {
    try checkEnd(&line)
    if try !readMeta(&lines).isEmpty { warn(.peerPartLeftOut, Wording("本行的元数据略去", "metadata of this line is left out"), line) }
    directives.append(BeancountDirective(day: day, content: content, file: file, line: Int32(clamping: line.number)))
  }

  private func readOpen(_ day: Day, _ line: inout JournalLine, _ lines: inout JournalLines) throws(Diagnostic) {
    let from = line.cursor
    let account = try readAccount(&line)
    if journal.accounts[Int(account)].isDeclared {
      throw failure(
        .alreadyDeclared, Wording("账户开设了两次", "the account is opened twice"), line, from, line.cursor,
        hint: Wording("删去其中一行", "remove one of the lines"))
    }
    var commodities: [Int32] = []
    var method: BeancountMethod?
    skipBlanks(&line)
    while !isAtEnd(line), line.peek != UInt8(ascii: "\"") {
      if line.peek == UInt8(ascii: ",") { line.cursor += 1 }
      commodities.append(try readCommodity(&line))
      skipBlanks(&line)
    }
    if line.peek == UInt8(ascii: "\"") {
      let from = line.cursor
      let name = try readString(&line)
      method = BeancountMethod(rawValue: name)
      if method == nil {
        throw failure(
          .peerNotSupported, Wording("不支持 booking \(name.prefix(40))", "booking \(name.prefix(40)) is not supported"), line, from,
          line.cursor)
      }
    }
    try checkEnd(&line)
    let place = Int(account)
    journal.accounts[place].isDeclared = true
    journal.accounts[place].from = day
    (journal.accounts[place].file, journal.accounts[place].line) = (file, Int32(clamping: line.number))
    keep(try readMeta(&lines), of: place)
    directives.append(
      BeancountDirective(
        day: day, content: .open(account: account, commodities: commodities, method: method), file: file,
        line: Int32(clamping: line.number)))
  }

  /// Metadata of an account; our export keeps the name, the book and the code there.
  private func keep(_ meta: [BeancountMeta], of place: Int) {
    var words: [String] = []
    for line in meta {
      switch line.key {
      case "name" where journal.export != nil: journal.accounts[place].name = line.text
      case "book" where journal.export != nil: journal.accounts[place].book = AccountBook(name: line.text)
      case "code" where journal.export != nil: journal.accounts[place].code = line.text
      case "class" where journal.export != nil: journal.accounts[place].isClassGuessed = line.text == PeerExportMark.guessed
      default: words.append(line.description)
      }
    }
    journal.accounts[place].note = words.joined(separator: "\n")
  }

  private func readDeclaration(_ line: inout JournalLine, _ lines: inout JournalLines) throws(Diagnostic) {
    let commodity = Int(try readCommodity(&line))
    try checkEnd(&line)
    var words: [String] = []
    for line in try readMeta(&lines) {
      switch line.key {
      case "name": journal.commodities[commodity].name = line.text
      // The code that beancount would not take.
      case "code" where journal.export != nil: journal.commodities[commodity].code = line.text
      default: words.append(line.description)
      }
    }
    journal.commodities[commodity].note = words.joined(separator: "\n")
  }

  /// `price EUR 7.10 CNY`.
  private func readMarketPrice(_ day: Day, _ line: inout JournalLine, _ lines: inout JournalLines) throws(Diagnostic) {
    let commodity = try readCommodity(&line)
    let number = try readNumber(&line)
    let target = try readCommodity(&line)
    try checkEnd(&line)
    if try !readMeta(&lines).isEmpty { warn(.peerPartLeftOut, Wording("本行的元数据略去", "metadata of this line is left out"), line) }
    journal.add(
      PeerPrice(
        day: day, commodity: commodity, number: number, target: target, file: file, line: Int32(clamping: line.number)))
  }

  /// `balance ACCOUNT 10.00 ~ 0.01 USD`.
  private func readBalance(_ day: Day, _ line: inout JournalLine, _ lines: inout JournalLines) throws(Diagnostic) {
    let account = try readAccount(&line)
    skipBlanks(&line)
    let number = try readNumber(&line)
    skipBlanks(&line)
    var tolerance: PeerNumber?
    if line.peek == UInt8(ascii: "~") {
      line.cursor += 1
      tolerance = try readNumber(&line)
    }
    let commodity = try readCommodity(&line)
    try finish(
      day, .balance(account: account, number: number, commodity: commodity, tolerance: tolerance), &line, &lines)
  }

  /// Reads a line that begins with a word.
  func readUndated(_ line: inout JournalLine) throws(Diagnostic) {
    let from = line.cursor
    let word = word(&line)
    skipBlanks(&line)
    switch word {
    case "option":
      let name = try readString(&line)
      let value = try readString(&line)
      if !options.set(name, value) {
        warn(.peerPartLeftOut, Wording("option \(name.prefix(40)) 略去", "option \(name.prefix(40)) is left out"), line)
      }
    case "plugin": try readPlugin(&line)
    case "include":
      let from = line.cursor
      return try include(line, from, try readString(&line))
    case "pushtag": options.tags.append(tag(&line))
    case "poptag":
      let tag = tag(&line)
      if let index = options.tags.lastIndex(of: tag) { options.tags.remove(at: index) }
    case "pushmeta":
      let key = self.word(&line)
      options.meta.append(readMeta(key.last == ":" ? String(key.dropLast()) : key, &line))
    case "popmeta":
      let key = self.word(&line)
      let name = key.last == ":" ? String(key.dropLast()) : key
      if let index = options.meta.lastIndex(where: { $0.key == name }) { options.meta.remove(at: index) }
    default:
      let near = Spelling.nearest(to: word, among: BeancountReader.words)
      throw failure(
        .badPeerSyntax,
        Wording(
          "\(word.isEmpty ? "此处" : String(word.prefix(40))) 不是 beancount 的指令",
          "\(word.isEmpty ? "this" : String(word.prefix(40))) is no directive of beancount"), line, from,
        max(line.cursor, from + 1), hint: .didYouMean(near, then: Wording("Docs/peers.md 列出可读的内容", "Docs/peers.md lists what is read")))
    }
    try checkEnd(&line)
  }

  private func tag(_ line: inout JournalLine) -> String { word(&line) }

  /// Plugins that only check are left out with a warning; others might change transactions and are refused.
  private func readPlugin(_ line: inout JournalLine) throws(Diagnostic) {
    let from = line.cursor
    let name = try readString(&line)
    skipBlanks(&line)
    if line.peek == UInt8(ascii: "\"") { _ = try readString(&line) }
    let last = name.split(separator: ".").last.map(String.init) ?? ""
    if last == "auto_accounts" || last == "auto" {
      options.opensByItself = true
      return
    }
    let harmless: Set<String> = [
      "implicit_prices", "check_commodity", "check_average_cost", "check_closing", "check_drained", "coherent_cost", "leafonly",
      "noduplicates", "nounused", "onecommodity", "pedantic", "sellgains", "unique_prices", "commodity_attr", "close_tree",
    ]
    guard name.hasPrefix("beancount."), harmless.contains(last) else {
      throw failure(
        .peerNotSupported, Wording("不支持插件 \(name.prefix(60))", "plugin \(name.prefix(60)) is not supported"), line, from, line.cursor,
        hint: Wording(
          "它可能改变交易；bean-report 文件 print 写出插件处理后的文本账",
          "it may change transactions; bean-report FILE print writes them out as the plugins leave them"))
    }
    warn(.peerPartLeftOut, Wording("插件 \(name) 略去", "plugin \(name) is left out"), line)
  }
}
