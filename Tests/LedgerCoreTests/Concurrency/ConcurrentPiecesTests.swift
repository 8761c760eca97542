import LedgerCore
import Testing

@Suite("Pieces of a reckoning on all cores")
struct ConcurrentPiecesTests {
  private struct Refusal: Error, Equatable {
    let index: Int
  }

  @Test("the answer is that of one piece, whatever their number", arguments: [0, 1, 2, 3, 7, 511, 512, 1024, 5000])
  func order(count: Int) {
    for least in [0, 1, 100, 10_000] {
      let found = ConcurrentPieces.map(count, least: least) { $0.map { $0 * $0 } }
      #expect(found == (0..<count).map { $0 * $0 })
    }
  }

  @Test("of several errors the first in order is thrown")
  func errors() {
    #expect(throws: Refusal(index: 3)) {
      try ConcurrentPieces.map(1000, least: 1) { (range) throws(Refusal) -> [Int] in
        for index in range where index == 3 || index == 990 { throw Refusal(index: index) }
        return Array(range)
      }
    }
  }

  @Test("several pieces a core answer as one piece does", arguments: [1, 3, 8])
  func perCore(count: Int) {
    let found = ConcurrentPieces.map(1000, least: 1, perCore: count) { $0.map { $0 + 1 } }
    #expect(found == Array(1...1000))
  }

  @Test("two reckonings at once give both results; of two errors the first is thrown")
  func both() throws {
    let (sum, text) = ConcurrentPieces.both({ (1...100).reduce(0, +) }, { "second" })
    #expect(sum == 5050)
    #expect(text == "second")
    #expect(throws: Refusal(index: 1)) {
      try ConcurrentPieces.both(
        { () throws(Refusal) -> Int in throw Refusal(index: 1) }, { () throws(Refusal) -> Int in throw Refusal(index: 2) })
    }
    #expect(throws: Refusal(index: 2)) {
      try ConcurrentPieces.both({ () throws(Refusal) in 1 }, { () throws(Refusal) -> Int in throw Refusal(index: 2) })
    }
  }

  @Test("work done ahead is taken in the order of its pieces", arguments: [0, 1, 2, 3, 100])
  func aheadOrder(count: Int) {
    var found: [Int] = []
    ConcurrentPieces.ahead(
      of: Array(0..<count),
      worker: {
        // What a worker keeps lasts from piece to piece.
        var sum = 0
        return { piece in
          sum += piece
          return sum
        }
      }, { found += [$0, $1] })
    #expect(found == (0..<count).flatMap { [$0, $0 * ($0 + 1) / 2] })
  }

  @Test("nothing is taken after a piece that was refused")
  func aheadFailure() {
    var taken: [Int] = []
    #expect(throws: Refusal(index: 3)) {
      try ConcurrentPieces.ahead(of: Array(0..<100), worker: { { $0 } }) { (_, index: Int) throws(Refusal) in
        taken.append(index)
        if index == 3 { throw Refusal(index: index) }
      }
    }
    #expect(taken == [0, 1, 2, 3])
  }

  @Test("a pipeline answers in the order of its pieces", arguments: [0, 1, 2, 3, 100])
  func pipelineOrder(count: Int) {
    var next = 0
    let found = ConcurrentPieces.pipeline(
      next: { () -> Int? in
        next += 1
        return next <= count ? next : nil
      }, { $0 * $0 })
    #expect(found == (0..<count).map { ($0 + 1) * ($0 + 1) })
  }

  @Test("a pipeline stops at a piece that fails and throws the first failure in order")
  func pipelineFailure() {
    var made = 0
    #expect(throws: Refusal(index: 3)) {
      try ConcurrentPieces.pipeline(
        next: { () throws(Refusal) -> Int? in
          made += 1
          return made
        },
        { (piece) throws(Refusal) -> Int in
          if piece >= 3 { throw Refusal(index: piece) }
          return piece
        })
    }
  }

  @Test("what the maker of pieces throws ends a pipeline")
  func pipelineMaker() {
    var made = 0
    #expect(throws: Refusal(index: 10)) {
      try ConcurrentPieces.pipeline(
        next: { () throws(Refusal) -> Int? in
          made += 1
          if made == 10 { throw Refusal(index: 10) }
          return made
        }, { (piece: Int) throws(Refusal) -> Int in piece })
    }
  }
}
