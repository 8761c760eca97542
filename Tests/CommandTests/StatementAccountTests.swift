import Foundation
import Testing

@Suite("Statements and the account that they are of, on the command line")
struct StatementAccountTests {
  private func book(_ journal: String = "") throws -> Bgt {
    let bgt = try Bgt()
    #expect(try bgt.run("init").code == 0)
    if !journal.isEmpty {
      try bgt.write(journal, to: "a.journal")
      let run = try bgt.run("import", "a.journal")
      #expect(run.code == 0, "\(run.errors)")
    }
    return bgt
  }

  private static let payments = """
    programme P
    party 甲 "甲科技有限公司" kind:company
    2025-01-05 budget 2025/P 5000万元
    2025-01-06 deal 甲/A party:甲 programme:P method:直接投资
    2025-02-10 pay 甲/A 300万元 envelope:2025/P key:P1
    2025-03-10 pay 甲/A 200万元 envelope:2025/P key:P2

    """
  private static let lines = """
    日期,摘要,收入,支出,余额,对方户名,凭证号
    2025-02-10,投资款,,3000000,47000000,甲科技有限公司,Z1
    2025-03-12,投资款,,2000000,45000000,甲科技有限公司,Z2

    """

  /// Confirms what is proposed and gives the numbers of the matches.
  private func confirm(_ bgt: Bgt) throws -> [String] {
    let run = try bgt.run("reconcile", "confirm", "--format", "csv")
    #expect(run.code == 0, "\(run.errors)")
    return run.output.split(separator: "\n").filter { $0.hasPrefix("matches,#") }.map { String($0.split(separator: ",")[1]) }
  }

  @Test("a statement of an account that holds no money is refused, with the accounts that do")
  func noMoney() throws {
    let bgt = try book(StatementAccountTests.payments + "account 银行存款:基本户 class:asset\n")
    defer { bgt.remove() }
    try bgt.write(StatementAccountTests.lines, to: "s.csv")
    for account in ["股权投资:企业:投资成本", "其他费用"] {
      let refused = try bgt.run("reconcile", "statement", "s.csv", "--account", account)
      #expect(refused.code == 4 && refused.errors.contains("E2094"), "\(refused)")
      #expect(refused.errors.contains("资金所在的科目：国库存款、其他财政存款"), "\(refused.errors)")
    }
    #expect(try !bgt.run("print", "--events-only").output.contains("statement"))
    #expect(try bgt.run("reconcile", "statement", "s.csv", "--account", "银行存款:基本户").code == 0)
  }

  @Test("a match that was reversed is confirmed again by the same command, as is a whole batch that was undone, any number of times")
  func confirmedAgain() throws {
    let bgt = try book(StatementAccountTests.payments)
    defer { bgt.remove() }
    try bgt.write(StatementAccountTests.lines, to: "s.csv")
    #expect(try bgt.run("reconcile", "statement", "s.csv").code == 0)
    var found = try confirm(bgt)
    #expect(found.count == 2)
    for _ in 0..<2 {
      let reversed = try bgt.run("reverse", found.last ?? "", "--reason", "试")
      #expect(reversed.code == 0, "\(reversed.errors)")
      found = try confirm(bgt)
      #expect(found.count == 1)
    }
    for _ in 0..<2 {
      let undone = try bgt.run("undo", "last")
      #expect(undone.code == 0, "\(undone.errors)")
      #expect(try confirm(bgt).count == 1)
    }
    #expect(try bgt.run("verify").code == 0)
    #expect(try bgt.run("reconcile", "confirm").output.contains("没有达到把握要求的建议"))
  }

  @Test("a score beyond the range and a mistyped subcommand are refused with what is right")
  func usage() throws {
    let bgt = try book()
    defer { bgt.remove() }
    for score in ["101", "-1"] {
      let run = try bgt.run("reconcile", "confirm", "--score=\(score)")
      #expect(run.code == 2 && run.errors.contains("0 到 100"), "\(run.errors)")
    }
    let run = try bgt.run("reconcile", "statment", "a.csv")
    #expect(run.code == 2 && run.errors.contains("是不是 statement？"), "\(run.errors)")
  }

  @Test("a statement of another bank account is refused, and with what the user says taken in; the number of another account is named")
  func number() throws {
    let bgt = try book()
    defer { bgt.remove() }
    func statement(_ number: String, _ date: String, _ amount: Int, _ balance: Int) throws -> String {
      try bgt.write("账号：\(number)\n日期,摘要,收入,支出,余额\n\(date),a,\(amount),,\(balance)\n", to: "\(date).csv")
    }
    #expect(try bgt.run("reconcile", "statement", statement("1111000022", "2025-01-05", 100, 100)).code == 0)
    let other = try statement("2222000033", "2025-01-06", 50, 150)
    for command in [["reconcile", "statement", other, "-n"], ["reconcile", "statement", other]] {
      let run = try bgt.run(arguments: command)
      #expect(run.code == 4 && run.errors.contains("P1056") && run.errors.contains("1111000022"), "\(run.errors)")
    }
    #expect(try bgt.run("reconcile", "statement", other, "--new-number").code == 0)
    #expect(try bgt.run("reconcile", "statement", statement("2222000033", "2025-01-07", 5, 155)).code == 0)
    #expect(try bgt.run("reconcile", "statement", statement("102-1111000022", "2025-01-08", 5, 160)).code == 0)
    let custody = try bgt.run("reconcile", "statement", statement("1111000022", "2025-01-09", 5, 165), "--account", "其他财政存款")
    #expect(custody.code == 4 && custody.errors.contains("--account 国库存款"), "\(custody.errors)")
  }

  @Test("the statement of an account that holds dollars is read in dollars, matched and reconciled")
  func dollars() throws {
    let bgt = try book(
      """
      commodity USD 2 美元
      account 国库存款:美元户 class:asset
      2025-01-05 * 汇入
          国库存款:美元户   1,000.00 USD
          累计盈余         -1,000.00 USD

      """)
    defer { bgt.remove() }
    try bgt.write("日期,摘要,币种,收入,支出,余额\n2025-01-06,汇入,美元,1000,,1000\n", to: "u.csv")
    let run = try bgt.run("reconcile", "statement", "u.csv", "--account", "国库存款:美元户")
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(try bgt.run("print").output.contains("1,000.00 USD"))
    #expect(try bgt.run("reconcile", "confirm", "--score", "50").code == 0)
    let balance = try bgt.run("reconcile", "balance", "--format", "csv")
    #expect(balance.code == 0 && balance.output.contains("adjustedBook,1000.00,USD"), "\(balance.output)")
    try bgt.write("日期,摘要,币种,收入,支出,余额\n2025-01-06,汇入,人民币,1000,,1000\n", to: "c.csv")
    #expect(try bgt.run("reconcile", "statement", "c.csv", "--account", "国库存款:美元户").code == 4)
  }
}
