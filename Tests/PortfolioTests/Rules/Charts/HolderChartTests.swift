import LedgerCore
import Testing

@testable import Portfolio

@Suite("Chart holder: the same events in the books of the holder")
struct HolderChartTests {
  private static let deals = """
    2022-01-01 deal 国投/资本 party:国投 programme:拨改投 method:直接注资
    2022-01-10 advance 拨改投 1,000.00

    """

  private func last(_ journal: String) throws -> [String] {
    let books = try Books(HolderChartTests.deals + journal, rules: try RuleSet.builtIn("holder"))
    #expect(books.problems == [])
    #expect(try books.last(.budget) == [] && books.last(.quota) == [])
    return try books.last(.fiscal)
  }

  @Test("money received from the treasury for entrusted investment is a liability")
  func advance() throws {
    #expect(try last("") == ["Dr 银行存款:托管专户 1000.00", "Cr 专项应付款:受托投资资金 1000.00"])
  }

  @Test("an entrusted holding is an agency asset, paid out of the custody account or by the treasury itself")
  func entrusted() throws {
    #expect(
      try last("2022-02-01 pay 甲/A 600.00 envelope:2022/拨改投 cash:其他财政存款") == [
        "Dr 代理业务资产:企业:投资成本 600.00", "Cr 银行存款:托管专户 600.00",
      ])
    #expect(
      try last("2022-02-01 pay 甲/A 600.00 envelope:2022/拨改投") == [
        "Dr 代理业务资产:企业:投资成本 600.00", "Cr 专项应付款:受托投资资金 600.00",
      ])
    #expect(
      try last("2022-02-01 pay 甲/A 600.00 envelope:2022/拨改投\n2022-12-31 result 甲/A ours:50.00") == [
        "Dr 代理业务资产:企业:损益调整 50.00", "Cr 代理业务负债 50.00",
      ])
  }

  @Test("money paid into the holder itself is its capital; results of the holder are no event of its own books")
  func injection() throws {
    let paid = "2022-02-01 pay 国投/资本 600.00 envelope:2022/拨改投\n"
    #expect(try last(paid) == ["Dr 银行存款 600.00", "Cr 实收资本 600.00"])
    #expect(try last(paid + "2022-12-31 result 国投/资本 ours:50.00") == [])
  }

  @Test("what it invests itself is a long-term equity investment with income of its own")
  func own() throws {
    let paid = "2022-02-01 pay 基金/一期 600.00 envelope:2022/拨改投 cash:其他财政存款\n"
    #expect(try last(paid) == ["Dr 长期股权投资:投资基金:投资成本 600.00", "Cr 银行存款:托管专户 600.00"])
    #expect(
      try last(paid + "2022-12-31 equity 基金/一期 ours:10.00\n2023-03-01 exit 基金/一期 700.00 cash:其他财政存款") == [
        "Dr 银行存款:托管专户 700.00", "Cr 长期股权投资:投资基金:投资成本 600.00", "Cr 长期股权投资:投资基金:其他权益变动 10.00",
        "Cr 投资收益 90.00", "Dr 资本公积:其他资本公积 10.00", "Cr 投资收益 10.00",
      ])
  }

  @Test("events name the treasury and the custody account as in the treasury's books, or by the chart's own names")
  func names() throws {
    let own = "2022-02-01 pay 甲/A 600.00 envelope:2022/拨改投 cash:银行存款:托管专户"
    #expect(try last(own).last == "Cr 银行存款:托管专户 600.00")
    let books = try Books(own, rules: try RuleSet.builtIn("holder"))
    #expect(books.events.last?.facts.last { $0.measure == .paidFresh }?.traits.isAtHolder == true)
  }

  @Test("everything is unverified or the project's own")
  func statuses() throws {
    let rules = try RuleSet.builtIn("holder")
    #expect(rules.rules.allSatisfy { $0.status != .verified && (!$0.citation.isEmpty || $0.status == .own) })
    #expect(rules.accountNotes.values.allSatisfy { $0.status != .verified })
  }
}
