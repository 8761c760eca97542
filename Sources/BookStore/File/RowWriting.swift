import Dispatch
import LedgerCore

/// Writes rows on a second thread while the first one reads and checks the events after them.
///
/// One of the two has the connection at a time: whoever asks `BookFile` for a statement, or steps or drops one that it
/// has, waits until the rows are written.
final class RowWriting {
  private let queue = DispatchQueue(label: "bgt.rows")
  private let group = DispatchGroup()
  /// Whether rows may be on their way; known to the first thread alone.
  private var isRunning = false
  /// What the second thread writes; set before it begins, taken away after it was waited for.
  private var batches: [RowBatch] = []
  /// Why rows could not be written; nothing more is written then. Set by the second thread, read after waiting for it.
  private var failure: Diagnostic?

  /// Begins to write what batches have set aside; what went before must be finished.
  func begin(_ batches: [RowBatch]) {
    self.batches = batches
    isRunning = true
    // The first thread touches nothing of it until it has waited.
    nonisolated(unsafe) let writing = self
    queue.async(group: group) { writing.write() }
  }

  private func write() {
    if failure != nil { return }
    do throws(Diagnostic) {
      for batch in batches { try batch.writeLeaving() }
    } catch { failure = error }
  }

  /// Waits until all rows are written.
  ///
  /// - Throws: why they could not be, each time until `reset`.
  @inline(__always)
  func finish() throws(Diagnostic) {
    wait()
    if let failure { throw failure }
  }

  /// Waits until all rows are written, or could not be.
  @inline(__always)
  func wait() { if isRunning { reallyWait() } }

  private func reallyWait() {
    group.wait()
    isRunning = false
    batches = []
  }

  /// Waits, and forgets what went wrong: the transaction is undone.
  func reset() {
    wait()
    failure = nil
  }
}
