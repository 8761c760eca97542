import LedgerCore
import Portfolio

/// What the files of a peer's journal say, free of the dialect that they are written in, and what is wrong with them.
///
/// Texts stay ranges of the files and names small integers, so that a journal of a hundred thousand transactions is
/// held in little more than its own size.
final class PeerJournal {
  let syntax: PeerSyntax
  private(set) var sources: [(name: String, bytes: [UInt8])] = []
  private var accountNames = NameTable()
  var accounts: [PeerAccount] = []
  private var commodityNames = NameTable()
  var commodities: [PeerCommodity] = []
  var transactions: [PeerTransaction] = []
  var postings: [PeerPosting] = []
  var costs: [PeerCost] = []
  var assertions: [PeerAssertion] = []
  var notes: [PeerNote] = []
  var prices: [PeerPrice] = []
  /// The account that takes the other side of a single posting in Ledger, from the posting of that place on.
  var buckets: [(first: Int, account: Int32)] = []
  /// Whether a posting has a day of its own.
  var hasPostingDays = false
  /// The account through which exchanges are balanced, where the journal names one.
  var conversionAccount: Int32?
  /// What is wrong, in the order in which it was found.
  private(set) var problems: [Diagnostic] = []
  /// What a person should know beside that.
  private(set) var warnings: [Diagnostic] = []
  /// How many there were of each likeness.
  private var warned: [String: Int] = [:]
  /// Set when the journal was written by `bgt export`: accounts then carry their book.
  var export: PeerExportMark?

  /// Of warnings that are alike so many are listed, the rest counted.
  static let warningsMax = 10_000

  /// An empty journal; its first commodity is the one of amounts that name none.
  init(_ syntax: PeerSyntax) {
    self.syntax = syntax
    _ = commodity("")
  }

  /// Whether so much is wrong that reading on serves nobody.
  var isFull: Bool { problems.count >= JournalReader.errorsMax }

  /// Adds a file and returns its place.
  func add(source bytes: [UInt8], named name: String) -> Int32 {
    if sources.isEmpty { export = PeerExportMark(peeking: bytes) }
    sources.append((name, bytes))
    return Int32(truncatingIfNeeded: sources.count - 1)
  }

  /// The text of a range.
  func string(_ text: PeerText) -> String {
    if text.isEmpty { return "" }
    return String(decoding: sources[Int(text.file)].bytes[Int(text.start)..<Int(text.end)], as: UTF8.self)
  }

  /// The place of an account by its name, made when it is new.
  func account(_ name: String, file: Int32, line: Int) -> Int32 {
    let id = accountNames.intern(name)
    if Int(id) > accounts.count {
      accounts.append(PeerAccount(name: name, file: file, line: Int32(clamping: line)))
    }
    return id - 1
  }

  /// The name of an account as the journal has it.
  func path(of account: Int32) -> String { accountNames[account + 1] }

  /// Whether the journal names an account.
  func hasAccount(_ name: String) -> Bool { accountNames.find(name) != nil }

  /// Whether the journal names a commodity.
  func hasCommodity(_ code: String) -> Bool { !code.isEmpty && commodityNames.find(code) != nil }

  /// The place of a commodity by its code, made when it is new.
  func commodity(_ code: String) -> Int32 {
    let id = commodityNames.intern(code)
    if Int(id) > commodities.count { commodities.append(PeerCommodity(code: code)) }
    return id - 1
  }

  /// The place of a commodity by the bytes of its code; nil when it is new.
  func knownCommodity(_ code: UnsafeBufferPointer<UInt8>) -> Int32? { commodityNames.find(code).map { $0 - 1 } }

  /// Takes in that a posting has an amount.
  @inline(__always)
  func use(_ commodity: Int32, _ number: PeerNumber, at text: @autoclosure () -> PeerText, line: Int) {
    let index = Int(commodity)
    let decimals = number.decimals
    if decimals > 0 {
      let needed = number.neededDecimals
      if needed > 0 { commodities[index].count(decimals: needed, at: text(), line: Int32(clamping: line)) }
    }
    if commodities[index].isUsed && decimals <= commodities[index].writtenDecimals { return }
    commodities[index].isUsed = true
    if decimals >= commodities[index].writtenDecimals {
      commodities[index].writtenDecimals = decimals
      (commodities[index].place, commodities[index].line) = (text(), Int32(clamping: line))
    }
  }

  /// Takes in a market price.
  func add(_ price: PeerPrice) {
    prices.append(price)
    let index = Int(price.target)
    commodities[index].priceDecimals = max(commodities[index].priceDecimals, min(price.number.decimals, 2))
  }

  /// Takes in that a posting of some units has a cost.
  func use(_ price: PeerCost.Price, for units: PeerNumber) {
    let index = Int(price.commodity)
    var decimals = price.number.decimals
    if !price.isTotal, let sum = try? ExactNumber(units) * ExactNumber(price.number) {
      decimals = max(decimals, sum.trimmed.decimals)
    }
    commodities[index].costDecimals = max(commodities[index].costDecimals, decimals)
  }

  /// Takes in something that is wrong.
  func fail(_ problem: Diagnostic) { if !isFull { problems.append(problem) } else { noteFull(problem) } }

  private func noteFull(_ problem: Diagnostic) {
    guard problems.last?.code != .tooManyErrors else { return }
    problems.append(
      Diagnostic(
        .tooManyErrors, Wording("错误过多，读到此处为止", "too many errors; reading stopped here"),
        hint: Wording("先更正前面的错误，再执行一次", "correct the first ones, then run again"),
        at: problem.position, severity: .note))
  }

  /// What to do about most parts of a journal that books do not keep: nothing.
  static let changesNoSum = Wording("它不改变任何科目的合计", "it changes no sum of an account")

  /// Takes in something that a person should know.
  func warn(_ code: DiagnosticCode, _ sentence: Wording, hint: Wording = .none, at position: SourcePosition?) {
    let warning = Diagnostic(code, sentence, hint: hint, at: position, severity: .warning)
    let count = warned[warning.likeness, default: 0] + 1
    warned[warning.likeness] = count
    if count <= PeerJournal.warningsMax { warnings.append(warning) }
    guard count == PeerJournal.warningsMax + 1 else { return }
    warnings.append(
      Diagnostic(
        code,
        Wording(
          "\(sentence.zh)；这样的地方超过 \(PeerJournal.warningsMax) 处，其余不列出",
          "\(sentence.en); this is so in more than \(PeerJournal.warningsMax) places, and further ones are not listed"),
        hint: hint, at: position, severity: .warning))
  }

  /// A place of a file by its line, with the text of the line.
  func position(file: Int32, line: Int32, column: Int32 = 1, length: Int = 1) -> SourcePosition {
    guard sources.indices.contains(Int(file)) else { return SourcePosition(file: "", line: 0, column: 1) }
    let source = sources[Int(file)]
    return SourcePosition(
      file: source.name, line: Int(line), column: max(1, Int(column)), length: length,
      lineText: TextLines.line(Int(line), of: source.bytes))
  }

  /// The name of an account in the line that has it first.
  func position(of account: PeerAccount) -> SourcePosition {
    var position = position(file: account.file, line: account.line)
    if let range = position.lineText.firstRange(of: account.name) {
      position.column = position.lineText[..<range.lowerBound].unicodeScalars.count + 1
      position.length = account.name.unicodeScalars.count
    }
    return position
  }

  /// The place of a range of a line.
  func position(_ text: PeerText, line: Int32) -> SourcePosition {
    guard text.file >= 0 else { return position(file: 0, line: line) }
    let bytes = sources[Int(text.file)].bytes
    var start = Int(text.start)
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    let column = bytes[start..<Int(text.start)].reduce(1) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    let length = bytes[Int(text.start)..<Int(text.end)].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    return position(file: text.file, line: line, column: Int32(clamping: column), length: max(1, length))
  }
}
