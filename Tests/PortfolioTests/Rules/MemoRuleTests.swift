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
}
