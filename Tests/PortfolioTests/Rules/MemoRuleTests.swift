import LedgerCore
import Testing

@testable import Portfolio

@Suite("Memo rules L1–L4: other people's money")
struct MemoRuleTests {
  @Test(
    "each class and stage has its accounts; nothing reaches the other books",
    arguments: [
      ("social 甲/A 9.00 class:private evidence:x", "实缴:社会资本", "社会资本"),
      ("social 甲/A 9.00 class:国企 stage:signed evidence:x", "认缴:国企", "国企"),
      ("social 甲/A 9.00 class:public level:later evidence:x", "实缴:其他财政", "其他财政"),
      ("round 甲/A 9.00 evidence:x", "实缴:社会资本", "社会资本"),
      ("subscribe 基金/一期 9.00 evidence:x", "认缴:社会资本", "社会资本"),
      ("call 基金/一期 9.00 party:国投 evidence:x", "实缴:国企", "国企"),
      ("loan 甲/A 9.00 party:银行 evidence:x", "实缴:银行", "银行"),
    ])
  func accounts(_ text: String, _ stage: String, _ source: String) throws {
    let books = try Books("2022-05-01 \(text)\n")
    #expect(books.problems == [])
    #expect(try books.last(.leverage) == ["Dr 撬动资金:\(stage) 9.00", "Cr 资金来源:\(source) 9.00"])
    #expect(try #require(books.events.last).vouchers.allSatisfy { $0.book == .leverage })
  }

  @Test("money returned flips the sides, money announced is posted nowhere")
  func returnedAndAnnounced() throws {
    let returned = try Books("2022-05-01 social 甲/A 9.00 stage:returned evidence:x\n")
    #expect(try returned.last(.leverage) == ["Cr 撬动资金:实缴:社会资本 9.00", "Dr 资金来源:社会资本 9.00"])
    let announced = try Books("2022-05-01 social 甲/A 9.00 stage:announced evidence:x\n")
    #expect(try #require(announced.events.last).vouchers.isEmpty)
    #expect(try #require(announced.events.last).facts.map(\.measure) == [.announced])
  }

  @Test("a fund's investment and recognised local investment have memos of their own")
  func fundMemos() throws {
    let deployed = try Books("2022-05-01 deploy 基金/一期 9.00 party:甲\n")
    #expect(try deployed.last(.leverage) == ["Dr 基金已投 9.00", "Cr 基金可投 9.00"])
    let reinvested = try Books("2022-05-01 reinvest 基金/一期 9.00 recognised:50%\n")
    #expect(try reinvested.last(.leverage) == ["Dr 返投认定 4.50", "Cr 返投来源 4.50"])
  }

  @Test("traits say level, stage, class and evidence of the money")
  func traits() throws {
    let books = try Books("2022-05-01 call 基金/一期 9.00 class:public\n")
    let event = try #require(books.events.last)
    let traits = try #require(event.facts.first).traits
    #expect(traits.level == .fund && traits.stage == .paid && traits.contributor == .otherPublic && !traits.hasEvidence)
    #expect(event.warnings.map(\.code) == [.noEvidence])
  }

  @Test("money said to be of the same closing but over a year away from ours is warned of")
  func farFromClosing() throws {
    let pay = "2022-02-01 pay 甲/A 5.00 envelope:2022/拨改投\n"
    let far = try Books(pay + "2023-02-02 social 甲/A 9.00 evidence:x\n")
    #expect(try #require(far.events.last).warnings.map(\.code) == [.farFromClosing])
    let near = try Books(pay + "2023-02-01 social 甲/A 9.00 evidence:x\n")
    #expect(try #require(near.events.last).warnings == [])
  }

  @Test("a commitment dates the closing as a payment does; partners of a fund have no closing to be far from")
  func closingOfCommitment() throws {
    let far = try Books("2022-02-01 commit 甲/A 5.00\n2023-02-02 social 甲/A 9.00 evidence:x\n")
    #expect(try #require(far.events.last).warnings.map(\.code) == [.farFromClosing])
    let fund = try Books("2022-02-01 pay 基金/一期 5.00 envelope:2022/拨改投\n2024-02-02 social 基金/一期 9.00 evidence:x\n")
    #expect(try #require(fund.events.last).warnings == [])
  }

  @Test("a holder that capital was injected into has a closing as a company has, and one for all its deals")
  func closingOfHolder() throws {
    let holder = """
      party 平台 kind:holder
      2022-01-03 deal 平台/A party:平台 programme:拨改投 method:直接注资
      2022-01-03 deal 平台/B party:平台 programme:拨改投 method:直接注资
      2022-02-01 pay 平台/A 5.00 envelope:2022/拨改投

      """
    for deal in ["平台/A", "平台/B"] {
      let far = try Books(holder + "2023-02-02 social \(deal) 9.00 evidence:x\n")
      #expect(try #require(far.events.last).warnings.map(\.code) == [.farFromClosing])
      let near = try Books(holder + "2023-02-01 social \(deal) 9.00 evidence:x\n")
      #expect(try #require(near.events.last).warnings == [])
    }
  }

  @Test("what follows our money on another deal in the company, or a fund's investment in it, is not warned of as before ours")
  func afterTheFund() throws {
    let late = "2022-06-01 pay 甲/A 5.00 envelope:2022/拨改投\n"
    let loan = "2022-05-01 loan 甲/A 9.00 evidence:x\n"
    let deployed = "2022-04-01 call 基金/一期 9.00 class:private evidence:x\n2022-04-02 deploy 基金/一期 4.00 party:甲 evidence:x\n"
    #expect(try #require(try Books(late + loan).events.last).warnings.map(\.code) == [.beforeOurs])
    #expect(try #require(try Books(deployed + late + loan).events.last).warnings == [])
  }

  @Test(
    "money beside a fund, loans and companies' own money from before ours are warned of",
    arguments: ["loan 甲/A 9.00 evidence:x", "social 甲/A 9.00 level:project evidence:x", "ownfunds 甲/A 9.00 evidence:x"])
  func beforeOurs(_ line: String) throws {
    let pay = "2022-02-02 pay 甲/A 5.00 envelope:2022/拨改投\n"
    #expect(try #require(try Books(pay + "2022-02-01 \(line)\n").events.last).warnings.map(\.code) == [.beforeOurs])
    #expect(try #require(try Books(pay + "2022-02-02 \(line)\n").events.last).warnings == [])
  }

  @Test("what goes back beyond what its party had paid is warned of, reversed payments not counted")
  func returnedBeyond() throws {
    let paid = "2022-02-01 social 甲/A 5.00 class:private evidence:x key:一\n"
    let back = "2022-03-01 social 甲/A 5.01 class:private stage:returned evidence:x\n"
    #expect(try #require(try Books(paid + back).events.last).warnings.map(\.code) == [.returnedBeyond])
    let all = back.replacing("5.01", with: "5.00")
    #expect(try #require(try Books(paid + all).events.last).warnings == [])
    let reversed = paid + "2022-02-02 reverse 一 reason:错\n" + all
    #expect(try #require(try Books(reversed).events.last).warnings.map(\.code) == [.returnedBeyond])
  }

  @Test("what goes back on a day can only be what was there by then, and not what a later return took already")
  func returnedByDay() throws {
    let paid = "2022-02-01 social 甲/A 5.00 class:private evidence:x\n2022-05-01 social 甲/A 5.00 class:private evidence:x\n"
    func codes(_ lines: String) throws -> [DiagnosticCode] { try #require(try Books(paid + lines).events.last).warnings.map(\.code) }
    let back = "social 甲/A 6.00 class:private stage:returned evidence:x\n"
    #expect(try codes("2022-03-01 " + back) == [.returnedBeyond])
    #expect(try codes("2022-05-01 " + back) == [])
    #expect(try codes("2022-06-01 " + back + "2022-03-01 " + back.replacing("6.00", with: "5.00")) == [.returnedBeyond])
  }

  @Test("money that went back after it was invested is no investment beyond what was paid in, as the check has it")
  func deployedByDay() throws {
    let text = """
      party 乙 kind:other
      2022-02-01 pay 基金/一期 10.00 envelope:2022/拨改投
      2022-02-01 call 基金/一期 90.00 party:乙 class:private evidence:x
      2022-03-01 deploy 基金/一期 80.00 party:甲 evidence:x
      2022-04-01 social 基金/一期 30.00 party:乙 class:private level:fund stage:returned evidence:x

      """
    func warnings(_ line: String) throws -> [String] {
      try #require(try Books(text + line).events.last).warnings.filter { $0.code == .deployedBeyond }.map(\.message)
    }
    // 20 were left; 30 went back, so that nothing is there for the 20 that are invested then.
    #expect(try warnings("2022-05-01 deploy 基金/一期 20.00 party:甲 evidence:x\n").count == 1)
    #expect(try warnings("2022-05-01 deploy 基金/一期 20.00 party:甲 evidence:x\n").first?.contains("100.00 CNY, 20.00 CNY of it") == true)
    // On the day before, they were there.
    #expect(try warnings("2022-03-31 deploy 基金/一期 20.00 party:甲 evidence:x\n") == [])
  }

  @Test("a fund that invests more than its partners paid in is warned of, several deals in it together")
  func deployedBeyond() throws {
    let paid = "2022-02-01 pay 基金/一期 5.00 envelope:2022/拨改投\n2022-02-01 call 基金/一期 9.00 class:private evidence:x\n"
    func codes(_ amount: String) throws -> [DiagnosticCode] {
      try #require(try Books(paid + "2022-03-01 deploy 基金/一期 \(amount) party:甲 evidence:x\n").events.last).warnings.map(\.code)
    }
    #expect(try codes("14.00") == [])
    #expect(try codes("14.01") == [.deployedBeyond])
  }
}
