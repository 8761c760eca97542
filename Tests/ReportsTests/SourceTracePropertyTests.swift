import LedgerCore
import Portfolio
import Testing

@testable import Reports

@Suite("Sources of money, whatever happened")
struct SourceTracePropertyTests {
  @Test("what is traced adds up to what came in, what is left to what is not spent", arguments: UInt64(1)...20)
  func sums(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 250)
    let trace = try SourceTrace(try ledger.facts(at: .latest))
    let fold = try PortfolioFold(ledger, moment: .latest, from: .always)
    for envelope in ledger.register.envelopes {
      let figures = fold[envelope.id]
      let came = (trace.arrivals[envelope.id] ?? []).reduce(Int64(0)) { $0 + $1.amount }
      let moved = fold.envelopes[Int(envelope.id.rawValue)]
      #expect(
        came == figures.original + figures.raised + moved[.movedIn] + figures.carriedIn, "seed \(seed), \(envelope.name)")
      let left = trace.left(in: envelope.id).reduce(Int64(0)) { $0 + $1.amount }
      let unspent = figures.unissued + figures.available + figures.frozen + figures.signedUnpaid
      #expect(left == unspent, "seed \(seed), \(envelope.name)")
    }
  }

  @Test("the report reckons the years of the money as the recorder did")
  func years() throws {
    var carried = 0
    for seed in UInt64(21)...40 {
      let ledger = try RandomPortfolio.books(seed: seed, events: 250)
      let register = ledger.register
      let trace = try SourceTrace(try ledger.facts(at: .latest))
      let positions = Positions(ledger)
      for envelope in register.envelopes {
        var reported: [Int: Int64] = [:]
        for lot in trace.left(in: envelope.id) {
          let first = try #require(lot.origin.path.first)
          reported[register[first].year, default: 0] += lot.amount
          if first != envelope.id { carried += 1 }
        }
        var recorded: [Int: Int64] = [:]
        for lot in try positions.envelope(envelope.id).sources.lots {
          recorded[lot.origin == 0 ? envelope.year : lot.origin, default: 0] += lot.amount
        }
        #expect(reported == recorded, "seed \(seed), \(envelope.name)")
      }
    }
    #expect(carried > 20, "too little is carried to show anything")
  }
}
