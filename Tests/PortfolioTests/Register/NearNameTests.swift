import JournalText
import LedgerCore
import Portfolio
import Testing

@Suite("Accounts named nearly as others")
struct NearNameTests {
  /// What is said of the accounts of plain vouchers, one on each name, with the treasury on the other side.
  private func warnings(_ names: [String], rules: String = "fiscal-2022") throws -> [Diagnostic] {
    let ledger = MemoryLedger(rules: try RuleSet.builtIn(rules))
    let text = names.map { "2024-01-05 * 手续费\n    \($0)   1.00 CNY\n    国库存款\n" }.joined()
    var found: [Diagnostic] = []
    let problems = JournalReader(register: ledger.register).read(Array(text.utf8), file: "a.journal") { event throws(Diagnostic) in
      found += try ledger.record(event).warnings
    }
    #expect(problems.isEmpty)
    return found
  }

  @Test("a new name that differs by one letter from one used before is asked about, once")
  func used() throws {
    let found = try warnings(["其他费用:银行手续费", "其他费用:银行手续弗", "其他费用:银行手续弗", "其他费用:银行手费续"])
    #expect(found.map(\.code) == [.nearlyKnownAccount, .nearlyKnownAccount])
    #expect(found[0].advice.zh == "是不是 其他费用:银行手续费？不是则不用处理")
    #expect(found[0].position?.line == 5)
  }

  @Test("where the class is a guess too, one warning says both")
  func guessed() throws {
    let found = try warnings(["办公用品", "办公用评"], rules: "plain").filter { $0.code == .accountClassGuessed }
    #expect(found.map(\.advice.zh.first) == ["设", "是"], "\(found)")
    #expect(found[1].advice.zh.hasPrefix("是不是 办公用品？"))
  }

  @Test(
    "names that differ as numbers do, in their first letter or in short parts are other names",
    arguments: [
      ["其他费用:第1季度", "其他费用:第2季度"], ["其他费用:第一季度", "其他费用:第二季度"], ["其他费用:建行营业部", "其他费用:中行营业部"],
      ["其他费用:水费", "其他费用:电费"], ["其他费用:水费", "其他费用:水电费"], ["其他费用:rent", "其他费用:rest"], ["其他费用:短期借款利息", "其他费用:长期借款利息"],
    ])
  func others(_ names: [String]) throws {
    #expect(try warnings(names).isEmpty)
  }

  @Test("an account that the book has is no new name")
  func known() throws {
    let ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    _ = ledger.register.accountID(named: "其他费用:银行手续费")
    _ = ledger.register.accountID(named: "其他费用:银行手续弗")
    ledger.register.noteKnownAccounts()
    let text = "2024-01-05 * 手续费\n    其他费用:银行手续弗   1.00 CNY\n    国库存款\n"
    var found: [Diagnostic] = []
    _ = JournalReader(register: ledger.register).read(Array(text.utf8), file: "a.journal") { event throws(Diagnostic) in
      found += try ledger.record(event).warnings
    }
    #expect(found.isEmpty)
  }
}
