import LedgerCore
import Testing

@testable import Portfolio

@Suite("Partners of a fund that sell their interest")
struct InterestSaleTests {
  private static let partners = """
    party 民A kind:other
    party 民B kind:other
    party 省 kind:government
    2022-02-01 subscribe 基金/一期 90.00 party:民A evidence:合伙协议
    2022-02-01 call 基金/一期 70.00 party:民A evidence:缴款凭证

    """

  /// What a line is refused for.
  private func refusal(_ line: String) throws -> DiagnosticCode? {
    var books = try Books(Self.partners)
    return books.record(line)?.code
  }

  @Test("the memo accounts move from the seller's class to the buyer's, paid and promised")
  func memo() throws {
    let books = try Books(Self.partners + "2022-06-01 call 基金/一期 50.00 party:省 seller:民A evidence:转让协议\n")
    #expect(books.problems == [])
    #expect(try books.balance("撬动资金:实缴:社会资本") == "20.00")
    #expect(try books.balance("撬动资金:实缴:其他财政") == "50.00")
    #expect(try books.balance("撬动资金:认缴:社会资本") == "40.00")
    #expect(try books.balance("撬动资金:认缴:其他财政") == "50.00")
    #expect(try books.balance("资金来源:社会资本") == "-60.00")
  }

  @Test("what we buy leaves the memo of others' money, and the price is paid as any payment")
  func boughtByUs() throws {
    let books = try Books(
      Self.partners + "2022-06-01 pay 基金/一期 60.00 envelope:2022/拨改投 seller:民A paid-in:50.00 doc:转让协议\n")
    #expect(books.problems == [])
    #expect(try books.balance("撬动资金:实缴:社会资本") == "20.00")
    #expect(try books.deal("基金/一期").paidIn == 6000)
  }

  @Test(
    "more than the seller has, on the day and in all, is refused",
    arguments: [
      "2022-06-01 call 基金/一期 70.01 party:省 seller:民A evidence:x", "2022-01-31 call 基金/一期 1.00 party:省 seller:民A evidence:x",
      "2022-06-01 subscribe 基金/一期 20.01 party:省 seller:民A evidence:x",
      "2022-06-01 call 基金/一期 1.00 party:省 seller:民B evidence:x",
      "2022-06-01 pay 基金/一期 71.00 envelope:2022/拨改投 seller:民A",
      "2022-06-01 pay 基金/一期 60.00 envelope:2022/拨改投 seller:民A paid-in:70.01",
    ])
  func beyond(line: String) throws {
    #expect(try refusal(line) == .soldBeyondHeld)
  }

  @Test("a seller that is unknown, the buyer or the fund itself, and half a sentence are refused with what is missing")
  func wrong() throws {
    let sale = "2022-06-01 call 基金/一期 5.00 evidence:x"
    #expect(try refusal(sale + " party:省 seller:民C") == .unknownParty)
    #expect(try refusal(sale + " party:民A seller:民A") == .badFieldValue)
    #expect(try refusal(sale + " party:省 seller:基金甲") == .badFieldValue)
    #expect(try refusal(sale + " seller:民A") == .missingField)
    #expect(try refusal(sale + " party:省 seller:民A same-as:#10") == .conflictingFields)
    #expect(try refusal("2022-06-01 pay 基金/一期 5.00 envelope:2022/拨改投 paid-in:5.00") == .conflictingFields)
    #expect(try refusal("2022-06-01 pay 甲/A 5.00 envelope:2022/拨改投 seller:民A") == .wrongPartyKind)
    var books = try Books(Self.partners + "2022-03-01 pay 基金/一期 5.00 envelope:2022/拨改投\n")
    #expect(books.record("2022-06-01 exit 基金/一期 5.00 buyer:基金甲")?.code == .badFieldValue)
    #expect(books.record("2022-06-01 exit 基金/一期 5.00 buyer:民B") == nil)
  }
}
