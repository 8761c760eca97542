import LedgerCore
import Testing

@testable import Portfolio

/// What a quota is keyed by, who takes the keys over, and when they stand.
@Suite("Keys of envelopes")
struct EnvelopeKeyTests {
  private static let keyed = """
    2022-01-02 budget 2022/拨改投/k 50.00 nature:fund source:above doc:聊财指〔2022〕15号
        function: 2150517
        economic: 50805
        department-economic: 31203
        project: P2022001
        department: 市工信局

    """

  private func envelope(_ text: String, _ name: String) throws -> Envelope {
    let books = try Books(EnvelopeKeyTests.keyed + text)
    #expect(books.problems == [])
    return try #require(books.ledger.register.envelope(named: name))
  }

  @Test("an envelope has year, document, project, classes, nature, level and department of the event that opened it")
  func opened() throws {
    let envelope = try envelope("", "2022/拨改投/k")
    #expect(envelope.year == 2022 && envelope.document == "聊财指〔2022〕15号" && envelope.project == "P2022001")
    #expect(envelope.function == "2150517" && envelope.economic == "50805" && envelope.departmentEconomic == "31203")
    #expect(envelope.nature == .fund && envelope.level == .above && envelope.department == "市工信局")
  }

  @Test("money from above in one document is a grant approved and issued")
  func granted() throws {
    let books = try Books(EnvelopeKeyTests.keyed)
    #expect(
      try books.last(.quota) == ["Dr 预算来源:上级补助 50.00", "Cr 待分配指标 50.00", "Dr 待分配指标 50.00", "Cr 可执行指标 50.00"])
  }

  @Test("a transfer or a carry-over takes the keys over unless it says otherwise; the document is its own")
  func takenOver() throws {
    let moved = try envelope(
      "2022-02-01 transfer 2022/拨改投/k 5.00 to:2022/拨改投/m economic:50803 doc:调剂1号", "2022/拨改投/m")
    #expect(moved.economic == "50803" && moved.function == "2150517" && moved.nature == .fund && moved.level == .above)
    #expect(moved.document == "调剂1号" && moved.department == "市工信局")
    let carried = try envelope(
      "2022-12-31 carry 2022/拨改投/k 5.00 to:2023/拨改投/k function:2150599 doc:结转1号", "2023/拨改投/k")
    #expect(carried.function == "2150599" && carried.project == "P2022001" && carried.document == "结转1号")
  }

  @Test("keys may be set right until money is spent, and never after, even when it came back")
  func fixed() throws {
    let again = "2022-02-01 budget 2022/拨改投/k 1.00 source:above economic:50803"
    #expect(try envelope(again, "2022/拨改投/k").economic == "50803")
    var books = try Books(
      EnvelopeKeyTests.keyed + "2022-02-01 pay 甲/A 5.00 envelope:2022/拨改投/k\n2022-02-02 refund 甲/A 5.00\n")
    #expect(books.problems == [])
    let refusal = books.record(again)
    #expect(refusal?.code == .envelopeKeysFixed)
    #expect(refusal?.hint.contains("transfer") == true)
    #expect(books.record("2022-02-03 transfer 2022/拨改投 1.00 to:2022/拨改投/k nature:capital")?.code == .envelopeKeysFixed)
    #expect(books.record("2022-02-03 budget 2022/拨改投/k 1.00 source:above economic:50805") == nil)
    #expect(books.record("2022-02-03 transfer 2022/拨改投/k 1.00 to:2022/拨改投/right economic:50803") == nil)
  }
}
