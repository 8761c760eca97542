import LedgerCore
import Testing

@testable import Portfolio

/// What must hold of envelopes, pledges and sources whatever happened.
@Suite("Budget control, whatever happened")
struct BudgetControlPropertyTests {
  @Test(
    "on every day an envelope's final budget is where its money is, and without exceptions nothing is below zero",
    arguments: [false, true], 41...46 as ClosedRange<UInt64>)
  func identity(_ isControlled: Bool, _ seed: UInt64) throws {
    let (books, refusals) = try RandomLifeTests.live(seed, events: 600, isControlled: isControlled)
    #expect(refusals.filter { RandomLifeTests.faults.contains($0.code) } == [], "seed \(seed)")
    var isExceeded = false
    for envelope in books.ledger.register.envelopes {
      let facts = try books.ledger.facts(ofEnvelope: envelope.id)
      for day in Set(facts.map(\.day)).sorted() {
        var position = EnvelopePosition()
        for fact in facts where fact.day <= day { try position.apply(fact) }
        let sums = position.totals
        let final =
          sums[.approved] + sums[.approvedAbove] + sums[.raised] - sums[.reduced] + sums[.movedIn] - sums[.movedOut]
          + sums[.carriedIn]
        let places =
          position.unissued + position.available + position.frozen + position.signedUnpaid + position.paid
          + sums[.carriedOut] + sums[.lapsed]
        #expect(final == places, "seed \(seed), \(envelope.name) on \(day)")
        if position.available < 0 { isExceeded = true }
      }
    }
    #expect(isExceeded == isControlled, "seed \(seed)")
  }

  @Test("what is below zero is what exceptions and controls let pass", arguments: 51...56 as ClosedRange<UInt64>)
  func excess(_ seed: UInt64) throws {
    let (books, _) = try RandomLifeTests.live(seed, events: 600, isControlled: true)
    for envelope in books.ledger.register.envelopes {
      let position = try books.envelope(envelope.name)
      let sums = position.totals
      let passed = sums[.excessAuthorised] + sums[.excessWarned] + sums[.excessIgnored]
      #expect(position.available >= -passed, "seed \(seed), \(envelope.name)")
    }
    for event in books.events where event.facts.contains(where: { $0.measure == .excessAuthorised && $0.amount > 0 }) {
      #expect(event.event.text("override") != nil && event.event.text("authorised") != nil)
      #expect(event.warnings.contains { $0.code == .exceptionRecorded })
    }
  }

  @Test("pledges are never below zero, and never more than was pledged", arguments: 61...66 as ClosedRange<UInt64>)
  func pledges(_ seed: UInt64) throws {
    let (books, _) = try RandomLifeTests.live(seed, events: 600)
    var met = 0
    for deal in books.ledger.register.deals {
      var position = DealPosition()
      for fact in try books.ledger.facts(ofDeal: deal.id) {
        try position.apply(fact)
        guard fact.measure == .pledged || fact.measure == .pledgeRelieved else { continue }
        met += 1
        #expect(position.pledges.amounts.values.allSatisfy { $0 >= 0 }, "seed \(seed), #\(fact.sequence)")
      }
    }
    #expect(met > 5, "seed \(seed) pledges too little")
  }

  @Test(
    "sources hold what is not yet spent, and what moved is traced to the fen", arguments: [false, true],
    71...76 as ClosedRange<UInt64>)
  func sources(_ isControlled: Bool, _ seed: UInt64) throws {
    let (books, _) = try RandomLifeTests.live(seed, events: 600, isControlled: isControlled)
    for envelope in books.ledger.register.envelopes {
      let position = try books.envelope(envelope.name)
      let left = position.sources.lots.reduce(Int64(0)) { $0 + $1.amount }
      #expect(
        left - position.sources.owed == position.unissued + position.available + position.frozen + position.signedUnpaid,
        "seed \(seed), \(envelope.name)")
      let sums = position.totals
      #expect(sums[.tracedIn] == sums[.movedIn] + sums[.carriedIn], "seed \(seed), \(envelope.name)")
    }
  }
}
