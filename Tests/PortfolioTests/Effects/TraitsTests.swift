import LedgerCore
import Testing

@testable import Portfolio

@Suite("Traits of facts")
struct TraitsTests {
  /// Every member alone and all flags together, for each way of an exit and for none.
  private static var all: [Traits] {
    let ways = ExitWay.allCases.map { $0 as ExitWay? } + [nil]
    return ways.flatMap { way in
      (0..<32).map { flags in
        var traits = Traits()
        traits.exitWay = way
        traits.hasEvidence = flags & 1 != 0
        traits.isRecycled = flags & 2 != 0
        traits.isSecondary = flags & 4 != 0
        traits.isAtHolder = flags & 8 != 0
        traits.isConverted = flags & 16 != 0
        traits.contributor = ContributorClass(rawValue: UInt8(flags % 5))
        traits.year = flags % 3 == 0 ? 0 : 2020 + flags
        traits.level = ContributionLevel(rawValue: UInt8(flags % 7))
        traits.stage = ContributionStage(rawValue: UInt8(flags % 4 + 1))
        return traits
      }
    }
  }

  @Test("packed for the book file, they unpack to the same; no two pack to one number")
  func packing() {
    let packed = TraitsTests.all.map(\.packed)
    #expect(packed.map { Traits(packed: $0) } == TraitsTests.all)
    #expect(Set(packed).count == packed.count)
    #expect(Traits().packed == 0)
  }

  @Test(
    "an exit says in every fact how it was sold, a transfer unless named",
    arguments: [
      ("", ExitWay.transfer), ("way:转让", .transfer), ("way:上市减持", .market), ("way:buyback", .buyback),
      ("way:清算", .liquidation),
    ])
  func exits(_ field: String, _ way: ExitWay) throws {
    let books = try Books(RefusalTests.bought + "2022-03-01 exit 甲/A 500.00 \(field)\n2022-03-02 reverse #11 reason:错\n")
    #expect(books.problems == [])
    for event in books.events.suffix(2) {
      #expect(!event.facts.isEmpty)
      #expect(event.facts.allSatisfy { $0.traits.exitWay == way })
    }
  }

  @Test("a holding written off or given away says so, also when it was carried at nothing")
  func otherWays() throws {
    let books = try Books(
      RefusalTests.bought + "2022-03-01 result 甲/A ours:-500.00\n2022-03-02 handover 甲/A direction:out part:50%\n"
        + "2022-03-03 writeoff 甲/A\n")
    #expect(books.problems == [])
    let ways = books.events.suffix(2).map { Set($0.facts.map(\.traits.exitWay)) }
    #expect(ways == [[.handover], [.writeOff]])
  }

  @Test("a payment says whether it left the treasury or the holder's account")
  func holder() throws {
    let books = try Books(
      RefusalTests.bought + "2022-03-01 pay 甲/A 5.00 envelope:2022/拨改投 cash:其他财政存款\n"
        + "2022-03-02 refund 甲/A 5.00 cash:其他财政存款\n")
    #expect(books.problems == [])
    let facts = books.events.suffix(3).map { event in
      event.facts.first { [.paidFresh, .refunded].contains($0.measure) }?.traits.isAtHolder
    }
    #expect(facts == [false, true, true])
  }
}
