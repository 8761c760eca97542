import Analytics
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
}
