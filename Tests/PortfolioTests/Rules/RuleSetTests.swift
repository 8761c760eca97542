import LedgerCore
import Testing

@testable import Portfolio

@Suite("Rule sets")
struct RuleSetTests {
  /// What the blanks of account templates can stand for; `{cash}` is any account of money.
  static let blanks: [(name: String, values: [String])] = [
    ("class", ["投资基金", "企业", "国际金融组织"]), ("nature", FundNature.allCases.map(\.chinese)),
    ("income", ["股利股息", "产权转让", "清算", "利息收入"]), ("stage", ["认缴", "实缴"]),
    ("contributor", ContributorClass.allCases.map(\.chinese)), ("cash", ["国库存款", "其他财政存款"]),
  ]

  @Test("every account template resolves to an account of its book, whatever fills its blanks")
  func templates() throws {
    let rules = try RuleSet.builtIn("fiscal-2022")
    let books = Dictionary(uniqueKeysWithValues: rules.accounts.map { ($0.name, $0.book) })
    for rule in rules.rules {
      for (book, lines) in rule.lines {
        for line in lines {
          for name in RuleSetTests.filled(line.account) { #expect(books[name] == book, "\(rule.id): \(name)") }
        }
      }
    }
  }

  private static func filled(_ template: String) -> [String] {
    blanks.reduce([template]) { names, blank in
      names.flatMap { name in
        name.contains("{\(blank.name)}") ? blank.values.map { RuleEngine.fill(name, [blank.name: $0]) } : [name]
      }
    }
  }

  @Test("every row of the tables of events has its rule, with a status and, where it is law, a citation")
  func rows() throws {
    let rules = try RuleSet.builtIn("fiscal-2022")
    let ids = ([1, 2, 3, 4, 5, 6, 7] + (9...17)).map { "E\($0)" } + (1...11).map { "Q\($0)" } + ["L1", "L2"]
    for id in ids {
      let rule = try #require(rules.rule(id), "\(id)")
      #expect(rule.status == (id.hasPrefix("E") ? .unverified : .own))
      #expect(id.hasPrefix("E") == (rule.citation == "财库〔2022〕41号"))
    }
    #expect(rules.rules.allSatisfy { $0.status != .verified })
    #expect(rules.accountNotes["股权投资:企业:投资成本"]?.status == .unverified)
    #expect(rules.accountNotes["可执行指标"]?.status == .own)
  }

  @Test("each class of equity has its four details, the code of each below its parent's")
  func chart() throws {
    let rules = try RuleSet.builtIn("fiscal-2022")
    let equity = rules.accounts.filter { $0.name.hasPrefix("股权投资") }
    #expect(equity.count == 1 + 3 + 12)
    for account in equity where account.name.contains(":") {
      let parent = account.name.split(separator: ":").dropLast().joined(separator: ":")
      let code = try #require(equity.first { $0.name == parent }).code
      #expect(account.code.hasPrefix(code) && account.code.count == code.count + 2)
    }
  }

  @Test("filling a blank searches once: a value that looks like a blank stays as it is")
  func filling() {
    #expect(RuleEngine.fill("a:{x}:{y}", ["x": "{x}", "y": "{x}"]) == "a:{x}:{x}")
    #expect(RuleEngine.fill("{", ["": "z"]) == "{")
    #expect(RuleEngine.fill("a{}b{q}", [:]) == "a{}b{q}")
  }

  @Test(
    "a rule file that contradicts itself is refused",
    arguments: [
      ("\"Dr 甲 issued\", \"Cr 丙 issued\"", "issue", "R1", "丙"),
      ("\"Dr 甲 issued\", \"Cr 乙 isued\"", "issue", "R1", "no measure isued"),
      ("\"Dr 甲 issued\"", "isue", "R1", "no event kind isue"),
      ("\"Debit 甲 issued\"", "issue", "R1", "Dr|Cr ACCOUNT"),
      ("\"Dr 甲 issued\"", "issue", "R0", "rule R0 twice"),
    ])
  func contradictions(_ lines: String, _ event: String, _ id: String, _ reason: String) throws {
    let text = """
      {"name": "t", "version": 1, "title": "", "citation": "", "status": "own", "effectiveFrom": "2022-01-01",
       "accounts": [{"name": "甲", "book": "quota", "class": "memo"}, {"name": "乙", "book": "quota", "class": "memo"}],
       "rules": [{"id": "R0", "events": [], "title": ""},
                 {"id": "\(id)", "events": ["\(event)"], "title": "", "quota": [\(lines)]}]}
      """
    let error = #expect(throws: Diagnostic.self) { try RuleSet(reading: Array(text.utf8)) }
    #expect(error?.code == .badHeader)
    #expect(try #require(error).message.contains(reason), "\(error?.message ?? "")")
    #expect(error?.sentence.zh.hasPrefix("规则 \(id)") == true, "\(error?.sentence.zh ?? "")")
  }

  @Test("a rule counts from its first day to its last")
  func effectiveDates() throws {
    let text = """
      {"name": "t", "version": 1, "title": "", "citation": "", "status": "own", "effectiveFrom": "2022-01-01",
       "accounts": [{"name": "甲", "book": "quota", "class": "memo"}, {"name": "乙", "book": "quota", "class": "memo"}],
       "rules": [{"id": "old", "events": ["raise"], "title": "", "to": "2022-12-31",
                  "quota": ["Dr 甲 raised", "Cr 乙 raised"]},
                 {"id": "new", "events": ["raise"], "title": "", "from": "2023-01-01",
                  "quota": ["Dr 乙 raised", "Cr 甲 raised"]}]}
      """
    let books = try Books(
      """
      2022-12-31 raise 2022/拨改投 1.00
      2023-01-01 raise 2022/拨改投 1.00
      """, rules: try RuleSet(reading: Array(text.utf8)))
    #expect(books.problems == [])
    #expect(books.events.suffix(2).flatMap(\.vouchers).map(\.rule) == ["old", "new"])
  }

  @Test(
    "a file that somebody wrote has no member that is not known or stands twice; what a book keeps reads as it was taken in",
    arguments: [
      ("\"title\": \"t\", ", "\"titel\": \"t\", ", "no member titel; did you mean title?", 1),
      ("\"cash\": true", "\"cahs\": true", "no member cahs; did you mean cash?", 2),
      ("\"cash\": true", "\"cash\": true, \"cash\": false", "accounts.1.cash is given twice", 2),
      ("\"quota\": [", "\"qouta\": [", "no member qouta; did you mean quota?", 3),
      ("\"book\": \"quota\"", "\"book\": \"x\"", "no book x", 2),
    ])
  func members(_ old: String, _ new: String, _ reason: String, _ line: Int) throws {
    let text = """
      {"name": "t", "version": 1, "title": "t", "citation": "", "status": "own", "effectiveFrom": "2022-01-01",
       "accounts": [{"name": "甲", "book": "quota", "class": "memo", "cash": true}, {"name": "乙", "book": "quota", "class": "memo"}],
       "rules": [{"id": "R0", "events": [], "title": "", "quota": ["Dr 甲 issued", "Cr 乙 issued"]}]}
      """
    #expect(try RuleSet(reading: Array(text.utf8), file: "r.json").rules.count == 1)
    let wrong = Array(text.replacing(old, with: new).utf8)
    let error = #expect(throws: Diagnostic.self) { try RuleSet(reading: wrong, file: "r.json") }
    #expect(error?.code == .badHeader && error?.message.contains(reason) == true, "\(error?.description ?? "")")
    #expect(error?.position?.file == "r.json" && error?.position?.line == line)
    if reason.contains("member cahs") { #expect(try RuleSet(reading: wrong).accounts.count == 2) }
  }
}
