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
    /// Of those that were recorded: events that were reversed before and are recorded anew.
    public var renewed = 0
    /// Events that were refused; with `keepsGoing` the others were recorded all the same.
    public var problems: [Diagnostic] = []
    public var warnings: [Diagnostic] = []
    /// Whether anything was written for good.
    public var isCommitted = false
    /// The draft that waits for approval, in books of two persons; nothing is posted then.
    public var draft: Int64?
    /// Events dated after the day of the import.
    var datesAhead = DatesAhead(today: .never)
    /// Whether a number may mean an event of the file or one of the book; nothing is recorded then.
    var isAmbiguous = false

    public init() {}
  }

  /// Record what can be recorded and report the rest.
  public var keepsGoing = false
  /// Check everything and record nothing.
  public var isDryRun = false
  /// Record anew what was reversed in whatever way; else only what was undone with its batch.
  public var isAgain = false
  /// Told now and then how many events were read.
  public var progress: ((Int) -> Void)?

  public init() {}

  /// Records files in order into a book, in one transaction.
  ///
  /// - Throws: `fileUnreadable` or a failure of the store; what is wrong inside the files is in the outcome.
  public func run(_ files: [EventFile], into book: Book) throws(Diagnostic) -> Outcome {
    if book.register.approval == .one { return try record(files, in: book, asDraft: false) }
    // A whole print brings its batches, in which two persons are named; anything else waits for the second one.
    if try book.head(at: .latest).sequence == 1 {
      var outcome = try record(files, in: book, asDraft: false)
      outcome.problems = outcome.problems.map(book.withDraft)
      if !outcome.problems.contains(where: { $0.code == .needsReviewer }) { return outcome }
    }
    var outcome = try record(files, in: book, asDraft: true)
    outcome.problems = outcome.problems.map(book.withDraft)
    return outcome
  }

  private func record(_ files: [EventFile], in book: Book, asDraft: Bool) throws(Diagnostic) -> Outcome {
    let renewal = try Renewal(book, takesAll: isAgain)
    var outcome = try record(files, in: book, asDraft: asDraft, renewal)
    // Only at the end of the files is it known which reversals stand in them.
    while renewal.isContradicted {
      renewal.begin()
      outcome = try record(files, in: book, asDraft: asDraft, renewal)
    }
    outcome.renewed = renewal.copies.count
    outcome.warnings += [outcome.datesAhead.warning].compactMap(\.self)
    outcome.warnings += try renewal.remarks()
    return outcome
  }

  private func record(
    _ files: [EventFile], in book: Book, asDraft: Bool, _ renewal: Renewal
  ) throws(Diagnostic) -> Outcome {
    var outcome = Outcome()
    outcome.datesAhead = DatesAhead(today: files.first?.today ?? .never)
    var isDiscarded = false
    // Whoever records the rest must know everything that is missing from it.
    let refused = keepsGoing ? nil : RefusedEvents()
    do throws(Diagnostic) {
      let work = { (writer: BookWriter) throws(Diagnostic) -> Void in
        let isNew = writer.sequence == 1
        for file in files { try record(file, writer, isNew: isNew, refused, renewal, &outcome) }
        outcome.problems += [refused?.note].compactMap(\.self)
        let lacksReviewer = outcome.problems.contains { $0.code == .needsReviewer }
        if isDryRun || renewal.isContradicted || outcome.isAmbiguous || lacksReviewer || (!outcome.problems.isEmpty && !keepsGoing) {
          isDiscarded = true
          // Ends the transaction without a trace; nobody sees it.
          throw Diagnostic(.badUsage, Wording("没有记录任何内容", "nothing is recorded"))
        }
      }
      let origin = EventFile.origin(of: files)
      if asDraft {
        outcome.draft = try book.submit(source: origin, work).draft
        if let draft = outcome.draft { outcome.warnings += [try book.repetition(inDraft: draft)].compactMap(\.self) }
      } else {
        try book.transaction(source: origin, work)
      }
      outcome.isCommitted = true
    } catch {
      if !isDiscarded { throw error }
    }
    return outcome
  }

  private func record(
    _ file: EventFile, _ writer: BookWriter, isNew: Bool, _ refused: RefusedEvents?, _ renewal: Renewal,
    _ outcome: inout Outcome
  ) throws(Diagnostic) {
    var result = outcome
    var storeFailure: Diagnostic?
    var warnings: [Diagnostic] = []
    let problems = try file.read(
      register: writer.register, refused: refused, warn: { warnings = $0 }
    ) { event throws(Diagnostic) in
      if let storeFailure { throw storeFailure }
      do throws(Diagnostic) {
        let appended = try renewal.append(event, to: writer)
        result.count(appended, of: event)
        if !isNew, appended.event != nil, let problem = BookImport.ambiguity(of: event) {
          result.isAmbiguous = true
          throw problem
        }
      } catch {
        if error.code.failureClass == .storage { storeFailure = error }
        throw error
      }
      let done = result.recorded + result.alreadyRecorded
      if done % 10_000 == 0 { progress?(done) }
    }
    if let storeFailure { throw storeFailure }
    result.problems += problems
    result.warnings += warnings
    outcome = result
  }
}

extension BookImport {
  /// In a file `#17` means the event of that number in a new book; in a book with events of its own it is another one.
  static func ambiguity(of event: Event) -> Diagnostic? {
    for field in event.kind.fields where field.type == .event || field.type == .events {
      let references = event.text(field.name).map(EventList.references(in:)) ?? []
      guard let reference = references.first(where: { $0.first == "#" }) else { continue }
      return Diagnostic(
        .unknownEvent,
        Wording("\(reference) 可能指本文件的事项，也可能指账簿已有的事项", "\(reference) may mean an event of this file or one that the book has already"),
        hint: Wording(
          "给原事项写 key: 并用它指明；账簿已有的用 bgt reverse 冲销",
          "give the original a key: and name that, or reverse an event of the book with bgt reverse"),
        at: event.position(of: field.name))
    }
    return nil
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
      datesAhead.add(event)
      if !done.warnings.isEmpty && warnings.count < Self.warningsMax { warnings += done.warnings }
    case .alreadyRecorded:
      if !isOfBook { alreadyRecorded += 1 }
    case .noted, .drafted: break
    }
  }
}
