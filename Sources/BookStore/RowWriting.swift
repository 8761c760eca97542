import Dispatch
import LedgerCore

/// Writes rows on a second thread while the first one reads and checks the events after them.
///
/// One of the two has the connection at a time: whoever asks `BookFile` for a statement waits until the rows are written.
final class RowWriting {
  private let queue = DispatchQueue(label: "bgt.rows")
  private let group = DispatchGroup()
  /// Whether rows may be on their way; known to the first thread alone.
  private var isRunning = false
  /// Why rows could not be written; nothing more is written then. Written by the second thread, read after waiting for it.
  private var failure: Diagnostic?

  /// Begins to write what batches have set aside; what went before must be finished.
  func begin(_ batches: [RowBatch]) {
    isRunning = true
    // The first thread touches neither until it has waited.
    nonisolated(unsafe) let work = (writing: self, batches: batches)
    queue.async(group: group) {
      if work.writing.failure != nil { return }
      do throws(Diagnostic) {
        for batch in work.batches { try batch.writeLeaving() }
      } catch { work.writing.failure = error }
    }
  }

  /// Waits until all rows are written.
  ///
  /// - Throws: why they could not be, each time until `reset`.
  @inline(__always)
  func finish() throws(Diagnostic) {
    if isRunning { wait() }
    if let failure { throw failure }
  }

  /// Waits, and forgets what went wrong: the transaction is undone.
  func reset() {
    wait()
    failure = nil
  }

  private func wait() {
    group.wait()
    isRunning = false
  }
}
