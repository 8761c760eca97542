import LedgerCore
import Testing

@Suite("Ids and dimensions")
struct DimensionsTests {
  @Test("No dimension is the default, and each one set makes a difference")
  func none() {
    #expect(Dimensions() == .none)
    #expect(Dimensions.none.deal.isNone)
    let set: [Dimensions] = [
      .none, Dimensions(programme: ProgrammeID(1)), Dimensions(envelope: EnvelopeID(1)), Dimensions(deal: DealID(1)),
      Dimensions(party: PartyID(1)), Dimensions(holder: PartyID(1)),
    ]
    #expect(Set(set).count == set.count)
  }

  @Test("Id 0 stands for none; ids sort by number")
  func ids() {
    #expect(AccountID.none == AccountID(0))
    #expect(!AccountID(1).isNone)
    #expect([AccountID(3), AccountID(1), AccountID(2)].sorted() == [AccountID(1), AccountID(2), AccountID(3)])
  }

  @Test("The renminbi has two decimals, and no known currency more than the scale allows")
  func commodities() {
    #expect(Commodity.renminbi.scale == 2)
    #expect(Commodity.knownScales[Commodity.renminbi.code] == Commodity.renminbi.scale)
    #expect(Commodity.knownScales.values.allSatisfy { (0...Commodity.scaleMax).contains($0) })
  }
}
