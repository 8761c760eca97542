import JournalText
import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Classes of accounts outside the chart")
struct ImpliedClassTests {
  @Test(
    "are told from the first part of the name where it says them",
    arguments: [
      ("税收收入", Account.Class.income), ("利息收入", .income), ("其它费用:办公", .expense), ("资本性支出", .expense), ("应付长期政府债券", .liability),
      ("预收款", .liability), ("应付利息收入", .liability), ("累计盈馀", .netAssets), ("预付费用", .asset), ("应收收入", .asset), ("递延收益", .liability),
      ("Assets:Bank", .asset), ("Debts:x", .liability), ("Revenues", .income), ("备用存款", .asset),
    ])
  func said(_ name: String, _ expected: Account.Class) {
    let implied = ImpliedClass(of: name)
    #expect(implied.accountClass == expected && implied.isSaid)
  }

  @Test("are assets where the name says nothing, which is known to be a guess", arguments: ["Bank:a", "往来", "招商银行", "递延所得税"])
  func guessed(_ name: String) {
    let implied = ImpliedClass(of: name)
    #expect(implied.accountClass == .asset && !implied.isSaid)
  }

  private let journal = """
    2024-01-01 * 拨入
        国库存款   1000.00 CNY
        税收收入
    2024-01-05 * 手续费
        其它费用   100.00 CNY
        国库存款
    2024-01-06 * 往来
        往来:甲   5.00 CNY
        国库存款
    2024-01-07 * 往来
        往来:乙   5.00 CNY
        国库存款

    """

  @Test("income and expense outside the chart are in the income statement and not among the assets")
  func statements() throws {
    let ledger = try books(journal)
    #expect(ledger.register.account(named: "税收收入")?.accountClass == .income)
    #expect(ledger.register.account(named: "其它费用")?.accountClass == .expense)
  }

  @Test("what stands below a declared account is of its class, whichever is said first")
  func inherited() throws {
    let below = "2024-01-05 * x\n    甲类:子  1.00 CNY\n    国库存款\n"
    let declaration = "account 甲类 class:expense\n"
    for text in [declaration + below, below + declaration] {
      #expect(try books(text).register.account(named: "甲类:子")?.accountClass == .expense)
    }
    let chart = try books("2024-01-05 * x\n    其他费用:办公  1.00 CNY\n    国库存款\n")
    #expect(chart.register.account(named: "其他费用:办公")?.accountClass == .expense)
  }

  @Test("what is guessed, and what is nearly the name of another account, is warned of once for each first part")
  func warned() throws {
    let ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    var warnings: [Diagnostic] = []
    let problems = JournalReader(register: ledger.register).read(Array(journal.utf8), file: "j") { event throws(Diagnostic) in
      warnings += try ledger.record(event).warnings
    }
    #expect(problems == [])
    let doubts = warnings.filter { $0.code == .accountClassGuessed }
    #expect(doubts.count == 2)
    #expect(doubts.first?.message.contains("其它费用") == true && doubts.first?.hint.contains("其他费用") == true)
    #expect(doubts.first?.position?.line == 5)
    #expect(doubts.last?.message.contains("往来") == true && doubts.last?.hint.contains("account 往来 class:asset") == true)
  }

  @Test("a check lists them until they are declared")
  func checked() throws {
    let table = try CheckReport().result(from: books(journal)).document.table("accounts")
    #expect(try table.column("account").compactMap(\.words) == ["其它费用", "往来"])
    #expect(try table.column("nearest").compactMap(\.words) == ["其他费用"])
    let declared = "account 往来 class:liability\naccount 其它费用 class:expense\n" + journal
    #expect(try CheckReport().result(from: books(declared)).document.tables.contains { $0.id == "accounts" } == false)
  }
}
