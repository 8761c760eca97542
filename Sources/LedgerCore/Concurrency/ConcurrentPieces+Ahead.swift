import Dispatch
import Synchronization

extension ConcurrentPieces {
  /// Hands on the results of work on pieces, in the order of the pieces: another core works ahead of what is taken here.
  ///
  /// - Parameters:
  ///   - worker: makes what works, once for each thread, so that it may keep what no two threads may share.
  ///   - take: takes each result with its piece; it is called here.
  /// - Throws: what `take` throws; nothing after that piece is worked on.
  public static func ahead<Piece: Sendable, Result: Sendable, Failure: Error>(
    of pieces: [Piece], worker: @escaping @Sendable () -> (Piece) -> Result,
    _ take: (Piece, Result) throws(Failure) -> Void
  ) throws(Failure) {
    if pieces.count < 2 || coreCount < 2 {
      let work = worker()
      for piece in pieces { try take(piece, work(piece)) }
      return
    }
    let ahead = Ahead<Result>()
    DispatchQueue.global(qos: .userInitiated).async {
      let work = worker()
      for piece in pieces where !ahead.isStopped { ahead.add(work(piece)) }
    }
    defer { ahead.stop() }
    for piece in pieces { try take(piece, ahead.next()) }
  }

  /// Does something on another core that nobody waits for; it may never be done when the program ends first.
  public static func aside(_ work: @escaping @Sendable () -> Void) { DispatchQueue.global().async(execute: work) }

  /// Results that were worked out ahead and not yet taken.
  private final class Ahead<Result: Sendable>: Sendable {
    private let ready = DispatchSemaphore(value: 0)
    private let state = Mutex<(results: [Result], taken: Int, isStopped: Bool)>(([], 0, false))

    var isStopped: Bool { state.withLock { $0.isStopped } }

    func add(_ result: Result) {
      state.withLock { $0.results.append(result) }
      ready.signal()
    }

    func stop() { state.withLock { $0.isStopped = true } }

    /// The next result, waiting until it is there.
    func next() -> Result {
      ready.wait()
      return state.withLock { state in
        state.taken += 1
        return state.results[state.taken - 1]
      }
    }
  }
}
