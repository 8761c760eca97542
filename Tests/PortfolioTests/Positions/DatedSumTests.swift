import LedgerCore
import Seeds
import Testing

@testable import Portfolio

@Suite("Sums by day")
struct DatedSumTests {
  @Test("amount, least from a day on and base agree with a sum over all days, in any order of recording")
  func againstBruteForce() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      var changes: [(day: Int32, amount: Int64, isTaken: Bool)] = []
      var sum = DatedSum()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let change = (
          day: Int32.random(in: 1...9, using: &random), amount: Int64.random(in: -9...9, using: &random),
          isTaken: Bool.random(using: &random)
        )
        changes.append(change)
        sum.add(change.amount, on: Day(number: change.day), isTaken: change.isTaken)
      }
      let amount = { (day: Int32) in changes.reduce(Int64(0)) { $1.day <= day ? $0 + $1.amount : $0 } }
      for day in Int32(0)...10 {
        #expect(sum.amount(on: Day(number: day)) == amount(day))
        #expect(sum.lowest(from: Day(number: day)) == (day...10).map(amount).min())
        let base = changes.reduce(Int64(0)) { $1.day <= day || $1.isTaken ? $0 + $1.amount : $0 }
        #expect(sum.base(on: Day(number: day)) == base)
      }
      #expect(sum.total == amount(10))
    }
  }
}
