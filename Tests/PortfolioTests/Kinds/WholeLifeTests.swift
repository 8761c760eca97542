import LedgerCore
import Testing

@testable import Portfolio

@Suite("A whole programme")
struct WholeLifeTests {
  @Test("events of every kind record without an error or a warning")
  func everyKind() throws {
    let books = try Books(
      """
      2022-01-10 approve 2022/拨改投 10,000,000.00 source:above
      2022-01-11 issue 2022/拨改投 5,000,000.00
      2022-01-12 raise 2022/拨改投 5,000,000.00
      2022-01-12 cut 2022/拨改投 1,000,000.00
      2022-01-12 freeze 2022/拨改投 1,000,000.00
      2022-01-12 unfreeze 2022/拨改投 400,000.00
      2022-01-13 advance 拨改投 90,000.00 holder:国投
      2022-01-14 advance 拨改投 10,000.00 direction:out
      2022-02-01 decide 甲/A 5,000,000.00 organ:投委会
      2022-02-02 commit 甲/A 5,000,000.00 envelope:2022/拨改投
      2022-02-03 pay 甲/A 4,000,000.00 share:8.5%
      2022-02-03 release 甲/A 500,000.00
      2022-02-04 register 甲/A number:1
      2022-02-05 social 甲/A 15,000,000.00 class:private evidence:协议
      2022-02-06 loan 甲/A 10,000,000.00 party:银行 evidence:合同
      2022-03-01 refund 甲/A 100,000.00
      2022-12-31 result 甲/A 1,000,000.00
      2022-12-31 equity 甲/A ours:-5,000.00
      2022-12-31 value 甲/A 6,000,000.00
      2022-12-31 carry 2022/拨改投 400,000.00 to:2023/拨改投 deal:甲/A
      2022-12-31 carry 2022/拨改投 10,000,000.00 to:2023/拨改投
      2022-12-31 lapse 2022/拨改投 1,000.00
      2023-04-01 declare 甲/A ours:20,000.00
      2023-05-01 receive 甲/A 20,000.00 cash:其他财政存款
      2023-05-02 capitalise 甲/A ours:10,000.00
      2023-05-03 round 甲/A 30,000,000.00 share:7% post:200,000,000.00 evidence:协议
      2023-06-01 exit 甲/A 2,000,000.00 part:50% way:buyback due:2,100,000.00 cash:其他财政存款 doc:投决
      2023-06-01 terms 甲/A free:3y rate:3.65% doc:协议
      2023-06-02 remit 拨改投 500,000.00
      2023-06-02 interest 拨改投 100.00 holder:国投
      2023-06-02 remit 拨改投 100.00 class:interest
      2023-06-03 recycle 拨改投 1,000,000.00
      2023-06-04 pay 甲/成本 900,000.00 funding:recycled
      2023-06-05 fee 拨改投 10,000.00
      2023-06-05 fee 拨改投 10,000.00 envelope:2023/拨改投
      2023-06-06 adjust 甲/A -100.00 detail:cost
      2023-06-07 handover 甲/A direction:out part:10%
      2023-06-08 writeoff 甲/A finding:x
      2023-07-01 subscribe 基金/一期 70,000,000.00 party:银行 evidence:x
      2023-07-01 call 基金/一期 70,000,000.00 evidence:x
      2023-07-02 deploy 基金/一期 40,000,000.00 party:甲
      2023-07-02 reinvest 基金/一期 40,000,000.00 party:甲 recognised:80%
      """)
    #expect(books.problems == [])
    for event in books.events { #expect(event.warnings == [], "\(event.event.kind.name)") }
  }
}
