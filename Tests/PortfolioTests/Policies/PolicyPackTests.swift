import JournalText
import LedgerCore
import Testing

@testable import Portfolio

@Suite("Policy packs")
struct PolicyPackTests {
  @Test("every built-in pack reads, and nothing in it claims to be verified", arguments: PolicyPack.builtInNames)
  func builtIn(_ name: String) throws {
    let pack = try PolicyPack.builtIn(name)
    #expect(pack.name == name && !pack.requirements.isEmpty && pack.status == .unverified)
    #expect(pack.requirements.allSatisfy { $0.status != .verified && !$0.citation.isEmpty })
  }

  @Test("the default pack sets every rule once")
  func complete() throws {
    let rules = try PolicyPack.builtIn(PolicyPack.defaultName).requirements.map(\.rule)
    #expect(rules.count == PolicyRule.allCases.count && Set(rules) == Set(PolicyRule.allCases))
  }

  @Test("the events of a pack, written as a journal and read back, are its requirements", arguments: PolicyPack.builtInNames)
  func adopted(_ name: String) throws {
    let pack = try PolicyPack.builtIn(name)
    let register = Register(rules: try RuleSet.builtIn("fiscal-2022"))
    let writer = JournalWriter(register: register)
    let from = try #require(Day("2020-01-01"))
    let text = try pack.events(from: from, for: register).map { String(decoding: writer.canonical($0), as: UTF8.self) }.joined()
    let books = try Books(text)
    #expect(books.problems == [])
    let found = books.ledger.register.requirements.all.map { requirement in
      var copy = requirement
      copy.sequence = 0
      return copy
    }
    let expected = pack.requirements.map { requirement in
      var copy = requirement
      copy.from = max(copy.from, from)
      return copy
    }
    #expect(found == expected)
    #expect(books.ledger.register.policies.map(\.name) == [name])
  }

  @Test("a pack is adopted on no day on which it is no more in force, and without what has ended")
  func ended() throws {
    let pack = try PolicyPack.builtIn("city-example")
    let register = Register(rules: try RuleSet.builtIn("plain"))
    #expect(throws: Diagnostic.self) { try pack.events(from: try #require(Day("2029-01-01")), for: register) }
    let caps = try pack.events(from: try #require(Day("2026-01-01")), for: register).filter { $0.text("rule") == "fund-share-cap" }
    #expect(caps.map { $0.rate("rate")?.description } == ["40%"])
  }

  @Test("adopting a pack again records only what changed: nothing on the same day, what began before on a later one")
  func again() throws {
    let pack = try PolicyPack.builtIn("city-example")
    let books = try Books("")
    let register = books.ledger.register
    for event in try pack.events(from: try #require(Day("2022-01-01")), for: register) { try books.ledger.record(event) }
    #expect(try pack.events(from: try #require(Day("2022-01-01")), for: register).isEmpty)
    let later = try pack.events(from: try #require(Day("2024-06-01")), for: register)
    // The cap of funds from 2025 on stands already.
    #expect(later.count == pack.requirements.count && !later.contains { $0.day?.year == 2025 })
  }

  @Test(
    "a file that says too little, too much or what nobody knows is refused with what is wrong",
    arguments: [
      ("{", "no JSON"), (#"{"name": "x"}"#, "version is missing"),
      (#"[{"rule": "share-cap"}]"#, "needs rate"), (#"[{"rule": "share-cup", "rate": "20%"}]"#, "did you mean share-cap"),
      (#"[{"rule": "share-cap", "rate": "many"}]"#, "many is not a rate"),
      (#"[{"rule": "no-term", "recording": "refuse"}]"#, "by the check alone"),
      (#"[{"rule": "no-term"}, {"rule": "no-term"}]"#, "stands twice"),
      (#"[{"rule": "no-term", "finding": "loud"}]"#, "finding loud is none of"),
      (#"[{"rule": "share-cap", "rate": "20%", "find": "breach"}]"#, "no member find"),
      (#"[{"rule": "share-cap", "rate": "20%", "recordin": "refuse"}]"#, "no member recordin; did you mean recording?"),
      (#"{"name": "x", "jurisdicton": ""}"#, "no member jurisdicton; did you mean jurisdiction?"),
      (#"[{"rule": "share-cap", "rate": "125%"}]"#, "at most 100%"),
      (#"[{"rule": "share-cap", "rate": "20%", "rate": "30%"}]"#, "rules.1.rate is given twice"),
      (#"{"name": "x", "name": "y"}"#, "name is given twice"),
      (
        #"[{"rule": "share-cap", "rate": "20%", "from": "2023-01-01", "until": "2022-06-30"}]"#,
        "until 2022-06-30 is before from 2023-01-01"
      ),
      (#"[{"rule": "share-cap", "rate": "20%", "until": "2021-12-31"}]"#, "in force on no day of the pack, from 2022-01-01"),
      (#"[{"rule": "share-cap", "rate": "20%", "term": "5y"}]"#, "it has no term; it takes rate"),
      (#"[{"rule": "no-term", "words": []}]"#, "it has no words; it takes no parameter"),
      (#"[{"rule": "share-cap", "rate": 20}]"#, "rules.1.rate is of the wrong kind"),
    ])
  func refused(_ text: String, _ message: String) throws {
    let whole =
      text.hasPrefix("[")
      ? #"{"name":"x","version":1,"title":"","jurisdiction":"","level":"city","citation":"","status":"unverified","from":"2022-01-01","rules":"#
        + text + "}" : text
    let error = #expect(throws: Diagnostic.self) { try PolicyPack(reading: Array(whole.utf8)) }
    #expect(error?.code == .badPolicyFile && error?.message.contains(message) == true, "\(error?.message ?? "")")
    #expect(error?.sentence.zh.hasPrefix("政策文件：") == true && error?.advice.zh == "Docs/checks.md 说明政策文件的写法")
  }

  @Test(
    "what is wrong is shown where it stands",
    arguments: [
      ("rate\": \"20%\"", "rate\": \"x\"", 3, 25), ("20%\"", "20%\", \"days\": 5", 3, 40), ("share-cap", "share-cup", 3, 4),
      ("20%\"", "20%\", \"rate\": \"30%\"", 3, 40), ("\"rules\"", "\"ruels\"", 2, 1), ("]}", "]", 4, 2), ("\"city\"", "\"town\"", 1, 72),
    ])
  func places(_ old: String, _ new: String, _ line: Int, _ column: Int) throws {
    let text = """
      {"name":"x","version":1,"title":"某市办法","jurisdiction":"","citation":"","level":"city","status":"unverified","from":"2022-01-01",
      "rules": [
        {"rule": "share-cap", "rate": "20%"}
      ]}
      """
    #expect(try PolicyPack(reading: Array(text.utf8), file: "p.json").requirements.count == 1)
    let error = #expect(throws: Diagnostic.self) { try PolicyPack(reading: Array(text.replacing(old, with: new).utf8), file: "p.json") }
    #expect(error?.position.map { "\($0.file):\($0.line):\($0.column)" } == "p.json:\(line):\(column)", "\(error?.description ?? "")")
  }

  @Test("scorecard and performance table read; bands stand from the highest to the lowest, weights come to 100")
  func tables() throws {
    let card = try Scorecard.builtIn()
    for judged in (card.items + card.views).flatMap(\.judged) {
      #expect(judged.bands.map(\.from) == judged.bands.map(\.from).sorted(by: >))
    }
    #expect(card.items.reduce(0) { $0 + $1.best } == 2200)
    #expect(try PerformanceTable.builtIn().indicators.reduce(0) { $0 + $1.weight } == 10_000)
  }
}
