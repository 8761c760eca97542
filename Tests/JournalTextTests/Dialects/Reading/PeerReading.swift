import LedgerCore
import Portfolio

@testable import JournalText

/// What a peer's journal amounts to on plain books in memory.
struct PeerReading {
  let ledger: MemoryLedger
  let problems: [Diagnostic]
  /// Those of the journal itself: accounts of examples have letters for names, whose class every book has to guess.
  let warnings: [Diagnostic]
  /// What is said of accounts whose class is a guess.
  let guesses: [Diagnostic]
  /// The events as canonical text.
  private(set) var events: [String] = []

  /// Reads a journal; `files` are what it may include, by name.
  init(_ text: String, _ syntax: PeerSyntax, files: [String: String] = [:], rules: String = "plain") throws {
    try self.init(Array(text.utf8), syntax, files: files, rules: rules)
  }

  init(_ bytes: [UInt8], _ syntax: PeerSyntax, files: [String: String] = [:], rules: String = "plain") throws {
    let ledger = MemoryLedger(rules: try RuleSet.builtIn(rules))
    let refused = RefusedEvents()
    let loader: PeerReader.Loader = { name, _ throws(Diagnostic) in
      let names = name == "*" ? files.keys.sorted() : [name]
      return try names.map { name throws(Diagnostic) in
        guard let text = files[name] else { throw Diagnostic(.fileUnreadable, .plain("\(name): no such file")) }
        return (name, Array(text.utf8))
      }
    }
    let reader = PeerReader(register: ledger.register, syntax: syntax, loader: loader, refused: refused)
    var events: [String] = []
    let (problems, warnings) = reader.read(bytes, file: "test.\(syntax.rawValue)") { event throws(Diagnostic) in
      try ledger.record(event)
      events.append(String(decoding: JournalWriter(register: ledger.register).canonical(event), as: UTF8.self))
    }
    self.problems = problems
    self.warnings = warnings.filter { $0.code != .accountClassGuessed }
    guesses = warnings.filter { $0.code == .accountClassGuessed }
    self.ledger = ledger
    self.events = events
  }

  /// The balance of an account, as `-12.50 EUR`; several commodities in the order of their codes.
  func balance(_ account: String, asOf day: Day = .never) throws -> String {
    guard let id = ledger.register.account(named: account)?.id else { return "no account" }
    var parts: [String] = []
    for (index, commodity) in ledger.register.commodities.enumerated() {
      let sum = try ledger.balance(of: id, CommodityID(Int32(index + 1)), asOf: day)
      if sum != 0 { parts.append("\(DecimalText.format(sum, scale: commodity.scale)) \(commodity.code)") }
    }
    return parts.isEmpty ? "0" : parts.sorted().joined(separator: ", ")
  }

  /// The vouchers as canonical text, without the declarations before them.
  var vouchers: [String] { events.filter { $0.first?.isNumber == true && !$0.dropFirst(11).hasPrefix("account") } }

  /// The codes of what is wrong, each with its line.
  var flaws: [String] { problems.map { "\($0.code.rawValue):\($0.position?.line ?? 0)" } }

  /// The codes of the warnings, each with its line.
  var remarks: [String] { warnings.map { "\($0.code.rawValue):\($0.position?.line ?? 0)" } }
}
