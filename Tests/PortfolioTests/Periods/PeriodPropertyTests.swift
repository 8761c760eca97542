import LedgerCore
import Testing

@testable import Portfolio

@Suite("Random lives with closings")
struct PeriodPropertyTests {
  @Test(
    "closed months never change, books balance at month ends, a closed year has no results left, reopening restores",
    arguments: 1...24 as ClosedRange<UInt64>)
  func invariants(_ seed: UInt64) throws {
    var life = try ClosingLife(seed: seed)
    var counts = (closings: 0, reopenings: 0, refusals: 0)
    for _ in 0..<260 {
      switch try life.step() {
      case .closed: counts.closings += 1
      case .reopened: counts.reopenings += 1
      case .refused(let code) where code == .closedPeriod: counts.refusals += 1
      case .refused(let code): #expect(!RandomLifeTests.faults.contains(code), "seed \(seed)")
      case .recorded: break
      }
      if let fault = try life.fault() {
        Issue.record("seed \(seed), \(life.books.events.count) events: \(fault)")
        return
      }
    }
    #expect(counts.closings > 3 && counts.refusals > 3, "seed \(seed) closes too little: \(counts)")
    #expect(try life.unbalancedMonth() == nil, "seed \(seed)")
  }

  @Test("the random lives reopen months and years of single books and of all")
  func coverage() throws {
    var seen: Set<String> = []
    for seed in UInt64(1)...24 {
      var life = try ClosingLife(seed: seed)
      for _ in 0..<260 { _ = try life.step() }
      for event in life.books.events where event.event.kind.group == .period {
        let isYear = event.event.text("period")?.count == 4
        seen.insert("\(event.event.kind.name) \(isYear ? "year" : "month") \(event.event.choice("book") ?? "all")")
      }
    }
    for book in ["fiscal", "budget", "quota", "leverage", "all"] {
      for kind in ["close year", "close month", "reopen month"] { #expect(seen.contains("\(kind) \(book)"), "\(kind) \(book)") }
    }
    #expect(seen.contains { $0.hasPrefix("reopen year") })
  }
}
