import BookStore
import JournalText
import LedgerCore
import Portfolio

/// Records whole files into a book: checked whole, all errors reported, nothing recorded unless all of it can be.
public struct BookImport {
  /// What became of the files.
  public struct Outcome: Sendable {
    public var recorded = 0
    public var alreadyRecorded = 0
    /// Events that were refused; with `keepsGoing` the others were recorded all the same.
    public var problems: [Diagnostic] = []
    public var warnings: [Diagnostic] = []
    /// Whether anything was written for good.
    public var isCommitted = false

    public init() {}
  }

  /// Record what can be recorded and report the rest.
  public var keepsGoing = false
  /// Check everything and record nothing.
  public var isDryRun = false
  /// Told now and then how many events were read.
  public var progress: ((Int) -> Void)?

  public init() {}

  /// Records files in order into a book, in one transaction.
  ///
  /// - Throws: `fileUnreadable` or a failure of the store; what is wrong inside the files is in the outcome.
  public func run(_ files: [EventFile], into book: Book) throws(Diagnostic) -> Outcome {
    var outcome = Outcome()
    var isDiscarded = false
    do throws(Diagnostic) {
      try book.transaction(source: EventFile.origin(of: files)) { writer throws(Diagnostic) in
        for file in files { try record(file, writer, &outcome) }
        if isDryRun || (!outcome.problems.isEmpty && !keepsGoing) {
          isDiscarded = true
          // Ends the transaction without a trace; nobody sees it.
          throw Diagnostic(.badUsage, "nothing is recorded")
        }
      }
      outcome.isCommitted = true
    } catch {
      if !isDiscarded { throw error }
    }
    return outcome
  }

  private func record(_ file: EventFile, _ writer: BookWriter, _ outcome: inout Outcome) throws(Diagnostic) {
    var result = outcome
    var storeFailure: Diagnostic?
    let problems = try file.read(register: writer.register) { event throws(Diagnostic) in
      if let storeFailure { throw storeFailure }
      do throws(Diagnostic) {
        result.count(try writer.append(event), of: event)
      } catch {
        if error.code.failureClass == .storage { storeFailure = error }
        throw error
      }
      let done = result.recorded + result.alreadyRecorded
      if done % 10_000 == 0 { progress?(done) }
    }
    if let storeFailure { throw storeFailure }
    result.problems += problems
    outcome = result
  }
}

extension BookImport.Outcome {
  /// Warnings beyond this are counted by nobody: they would all be alike.
  private static let warningsMax = 1000

  /// Takes in what became of one event; those of the book itself are not counted.
  mutating func count(_ appended: Appended, of event: Event) {
    let isOfBook = event.kind.group == .book
    switch appended {
    case .recorded(let done, _, _):
      if !isOfBook { recorded += 1 }
      if !done.warnings.isEmpty && warnings.count < Self.warningsMax { warnings += done.warnings }
    case .alreadyRecorded:
      if !isOfBook { alreadyRecorded += 1 }
    case .noted: break
    }
  }
}
