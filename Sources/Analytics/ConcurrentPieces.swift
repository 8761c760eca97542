import Dispatch
import FoundationEssentials

/// Independent pieces of one long reckoning, done on all cores at once.
public enum ConcurrentPieces {
  /// The results of the indices below a number, in order; each piece reckons those of a range.
  ///
  /// The answer is that of one piece over all of them, whatever the number of cores; of several errors the first in
  /// order is thrown.
  /// - Parameter least: fewer indices than this are not worth a piece of their own.
  public static func map<Result: Sendable, Failure: Error>(
    _ count: Int, least: Int = 512, _ piece: @Sendable (Range<Int>) throws(Failure) -> [Result]
  ) throws(Failure) -> [Result] {
    let pieces = min(count / max(least, 1), ProcessInfo.processInfo.activeProcessorCount)
    if pieces < 2 { return try piece(0..<count) }
    var outcomes: [Swift.Result<[Result], Failure>?] = Array(repeating: nil, count: pieces)
    outcomes.withUnsafeMutableBufferPointer { outcomes in
      // Each piece writes a slot of its own.
      nonisolated(unsafe) let slots = outcomes
      DispatchQueue.concurrentPerform(iterations: pieces) { number in
        do throws(Failure) {
          slots[number] = .success(try piece(count * number / pieces..<count * (number + 1) / pieces))
        } catch {
          slots[number] = .failure(error)
        }
      }
    }
    var results: [Result] = []
    results.reserveCapacity(count)
    for outcome in outcomes { if let outcome { results += try outcome.get() } }
    return results
  }
}
