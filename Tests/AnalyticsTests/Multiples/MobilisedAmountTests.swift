import Analytics
import LedgerCore
import Testing

@Suite("Private money credited to us")
struct MobilisedAmountTests {
  @Test("by share: 60 of private money beside 20 of ours and 10 of others' public money credit 40")
  func byShare() throws {
    #expect(try MobilisedAmount.shared(6000, own: 2000, otherPublic: 1000) == 4000)
    #expect(try MobilisedAmount.shared(6000, own: 2000, otherPublic: 0) == 6000)
    #expect(try MobilisedAmount.shared(6000, own: 0, otherPublic: 0) == 0)
    #expect(try MobilisedAmount.shared(100, own: 1, otherPublic: 2) == 33)
  }

  @Test("half by the riskiest tranche, half by share: 60 × (½ · ½ + ½ · ⅔) = 35")
  func byTranche() throws {
    #expect(try MobilisedAmount.tranched(6000, own: 2000, otherPublic: 1000, investors: 2) == 3500)
    // Alone in the tranche: 60 × (½ + ⅓) = 50; not in it at all: 60 × ⅓ = 20.
    #expect(try MobilisedAmount.tranched(6000, own: 2000, otherPublic: 1000, investors: 1) == 5000)
    #expect(try MobilisedAmount.tranched(6000, own: 2000, otherPublic: 1000, investors: 0) == 2000)
  }

  @Test("those in the tranche and those beside it share all of the private money, and no more")
  func adding() throws {
    // Three public investors put in 20, 10 and 30; the first two are in the riskiest tranche.
    let inside = try [2000, 1000].map { own in
      try MobilisedAmount.tranched(12000, own: Int64(own), otherPublic: 6000 - Int64(own), investors: 2)
    }
    let beside = try MobilisedAmount.tranched(12000, own: 3000, otherPublic: 3000, investors: 0)
    #expect(inside.reduce(0, +) + beside == 12000)
  }

  @Test("amounts that leave the range throw, they do not trap")
  func overflow() throws {
    #expect(throws: MoneyOverflow.self) {
      try MobilisedAmount.tranched(.max, own: .max / 4, otherPublic: .max / 4, investors: 999)
    }
    #expect(throws: MoneyOverflow.self) { try MobilisedAmount.shared(1, own: .max, otherPublic: 1) }
  }
}
