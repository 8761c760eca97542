import Dispatch
import FoundationEssentials
import Synchronization

/// Independent pieces of one long reckoning, done on all cores at once.
public enum ConcurrentPieces {
  /// How many cores there are to work on.
  public static var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// The results of the indices below a number, in order; each piece reckons those of a range.
  ///
  /// The answer is that of one piece over all of them, whatever the number of cores; of several errors the first in
  /// order is thrown.
  /// - Parameters:
  ///   - least: fewer indices than this are not worth a piece of their own.
  ///   - perCore: how many pieces each core takes, one after the other; more than one where some indices take longer.
  public static func map<Result: Sendable, Failure: Error>(
    _ count: Int, least: Int = 512, perCore: Int = 1, _ piece: @Sendable (Range<Int>) throws(Failure) -> [Result]
  ) throws(Failure) -> [Result] {
    let pieces = min(count / max(least, 1), coreCount * perCore)
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

  /// The results of two reckonings that do not depend on each other; of two errors that of the first is thrown.
  public static func both<First: Sendable, Second: Sendable, Failure: Error>(
    _ first: @Sendable () throws(Failure) -> First, _ second: @Sendable () throws(Failure) -> Second
  ) throws(Failure) -> (First, Second) {
    let outcomes = try map(2, least: 1) { (range) throws(Failure) in
      var found: [(First?, Second?)] = []
      for index in range { found.append(index == 0 ? (try first(), nil) : (nil, try second())) }
      return found
    }
    // There are always both: what is not there was thrown.
    guard let one = outcomes[0].0, let other = outcomes[1].1 else { return (try first(), try second()) }
    return (one, other)
  }

  /// The results of work on pieces, in the order of the pieces: other cores work while this one makes the next piece.
  ///
  /// - Parameters:
  ///   - next: makes the next piece; nil after the last. It is only called here, never by two at once.
  ///   - work: must not depend on other pieces.
  /// - Throws: what `next` throws, or of what work throws the first in order; nothing more is made then.
  public static func pipeline<Piece: Sendable, Result: Sendable, Failure: Error>(
    next: () throws(Failure) -> Piece?, _ work: @escaping @Sendable (Piece) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    guard let first = try next() else { return [] }
    guard let second = try next() else { return [try work(first)] }
    let pipeline = Pipeline(work)
    pipeline.take(first)
    pipeline.take(second)
    do throws(Failure) {
      while !pipeline.hasFailed, let piece = try next() { pipeline.take(piece) }
    } catch {
      pipeline.wait()
      throw error
    }
    return try pipeline.finish()
  }

  /// Pieces on their way through a pipeline.
  private final class Pipeline<Piece: Sendable, Result: Sendable, Failure: Error>: Sendable {
    private let work: @Sendable (Piece) throws(Failure) -> Result
    private let group = DispatchGroup()
    /// Holds the maker of pieces back, so that they do not pile up.
    private let room = DispatchSemaphore(value: 2 * ConcurrentPieces.coreCount)
    private let outcomes = Mutex<(slots: [Swift.Result<Result, Failure>?], hasFailed: Bool)>(([], false))

    init(_ work: @escaping @Sendable (Piece) throws(Failure) -> Result) { self.work = work }

    var hasFailed: Bool { outcomes.withLock { $0.hasFailed } }

    func take(_ piece: Piece) {
      room.wait()
      let number = outcomes.withLock { outcomes in
        outcomes.slots.append(nil)
        return outcomes.slots.count - 1
      }
      DispatchQueue.global().async(group: group) {
        let outcome: Swift.Result<Result, Failure>
        do throws(Failure) { outcome = .success(try self.work(piece)) } catch { outcome = .failure(error) }
        self.outcomes.withLock { outcomes in
          outcomes.slots[number] = outcome
          if case .failure = outcome { outcomes.hasFailed = true }
        }
        self.room.signal()
      }
    }

    func wait() { group.wait() }

    func finish() throws(Failure) -> [Result] {
      wait()
      var results: [Result] = []
      for outcome in outcomes.withLock({ $0.slots }) { if let outcome { results.append(try outcome.get()) } }
      return results
    }
  }
}
