import LedgerCore
import Seeds
import Testing

@testable import Portfolio

@Suite("Lots of money by source")
struct SourceLotsTests {
  private typealias Lots = SourceLots<String>
  private typealias Lot = SourceLots<String>.Lot

  private func lots(_ amounts: [(Int64, String, Int64)]) throws -> Lots {
    var lots = Lots()
    for (sequence, origin, amount) in amounts { try lots.add(Lot(sequence: sequence, origin: origin, amount: amount)) }
    return lots
  }

  @Test("the oldest money goes out first, and comes back first")
  func order() throws {
    var lots = try lots([(1, "a", 5), (2, "b", 5)])
    #expect(try lots.take(7) == [Lot(sequence: 1, origin: "a", amount: 5), Lot(sequence: 2, origin: "b", amount: 2)])
    try lots.giveBack(3, unknown: "?")
    #expect(lots.lots == [Lot(sequence: 1, origin: "a", amount: 1), Lot(sequence: 2, origin: "b", amount: 5)])
  }

  @Test("what goes out beyond what is there is owed, and covered by what comes next")
  func owed() throws {
    var lots = try lots([(1, "a", 5)])
    #expect(try lots.take(8).map(\.amount) == [5])
    #expect(lots.owed == 3)
    try lots.add(Lot(sequence: 2, origin: "b", amount: 4))
    #expect(lots.owed == 0 && lots.lots == [Lot(sequence: 2, origin: "b", amount: 1)])
  }

  @Test("money taken back after it was spent leaves the spending to other money")
  func withdrawn() throws {
    var lots = try lots([(1, "a", 5), (2, "b", 5)])
    try lots.take(3)
    try lots.withdraw(Lot(sequence: 1, origin: "a", amount: 5))
    #expect(lots.lots == [Lot(sequence: 2, origin: "b", amount: 2)] && lots.owed == 0)
    try lots.giveBack(3, unknown: "?")
    #expect(lots.lots == [Lot(sequence: 2, origin: "b", amount: 5)])
  }

  @Test(
    "whatever happens, the lots less what is owed are what came in less what went out",
    arguments: 1...20 as ClosedRange<UInt64>)
  func invariant(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var lots = Lots()
    var known: [Lot] = []
    var (came, went): (Int64, Int64) = (0, 0)
    for step in 1...400 {
      let amount = Int64.random(in: 1...50, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1:
        let lot = Lot(sequence: Int64(step), origin: "\(step % 3)", amount: amount)
        known.append(lot)
        try lots.add(lot)
        came += amount
      case 2:
        let taken = try lots.take(amount)
        #expect(taken.reduce(0) { $0 + $1.amount } <= amount)
        went += amount
      case 3:
        let back = min(amount, went)
        try lots.giveBack(back, unknown: "?")
        went -= back
      default:
        guard !known.isEmpty else { continue }
        let lot = known.remove(at: Int.random(in: known.indices, using: &random))
        try lots.withdraw(lot)
        came -= lot.amount
      }
      let left = lots.lots.reduce(Int64(0)) { $0 + $1.amount }
      #expect(left - lots.owed == came - went, "seed \(seed), step \(step)")
      #expect(lots.lots.allSatisfy { $0.amount > 0 } && lots.owed >= 0, "seed \(seed), step \(step)")
    }
  }
}
