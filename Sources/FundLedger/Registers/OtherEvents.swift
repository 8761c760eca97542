import JournalText
import LedgerCore
import Portfolio
import Spreadsheets

/// Events in tables of their own that come in together with registers: what no register holds.
struct OtherEvents {
  /// What is known beside the rows of the registers.
  private(set) var history: RegisterHistory
  /// Counts and problems so far.
  private(set) var result: BookImport.Outcome
  /// What is to be recorded by its day.
  private(set) var later: [Event] = []

  /// The kinds that registers speak of by name.
  private static let names: Set<String> = ["commodity", "account", "programme", "party", "deal"]

  init(history: RegisterHistory, result: BookImport.Outcome) {
    self.history = history
    self.result = result
  }

  /// Where an event stands among those of its day: a new chart before all, a closing after all, and after everything what is stated
  /// of balances.
  static func place(of event: Event) -> (day: Day, rank: Int) {
    switch event.kind.name {
    case "switch": (event.effectiveDay, 0)
    case "close", "reopen": (event.effectiveDay, 3)
    case "assert": (.never, 4)
    default: (event.effectiveDay, 2)
    }
  }

  /// The place of a row of a register of a day.
  static func place(ofRowOn day: Day) -> (day: Day, rank: Int) { (day, 1) }

  /// Reads a file: its names are recorded at once, the rest waits for its day.
  ///
  /// - Throws: a failure of the store; what is wrong inside the file is in the result.
  mutating func read(
    _ file: EventFile, _ register: Register, _ refused: RefusedEvents?, _ receive: RegisterImport.Receiver
  ) throws(Diagnostic) {
    var (history, result, later) = (history, result, later)
    var storeFailure: Diagnostic?
    let problems = try file.read(register: register, refused: refused) { event throws(Diagnostic) in
      if let storeFailure { throw storeFailure }
      // A number of another chain means nothing among events that come in another order.
      if let problem = BookImport.ambiguity(of: event) { throw problem }
      history.note(event)
      guard event.kind.group == .book || OtherEvents.names.contains(event.kind.name) else { return later.append(event) }
      do throws(Diagnostic) { try receive(event, &result) } catch {
        if error.code.failureClass == .storage { storeFailure = error }
        throw error
      }
    }
    if let storeFailure { throw storeFailure }
    result.problems += problems
    (self.history, self.result, self.later) = (history, result, later)
  }

  /// Records one that waited for its day; a refused one is a problem of the result.
  ///
  /// - Parameter lines: the lines of the files read so far, to show one.
  /// - Throws: a failure of the store.
  static func record(
    _ event: Event, _ register: Register, _ refused: RefusedEvents?, _ result: inout BookImport.Outcome,
    _ lines: inout SourceLines, _ receive: RegisterImport.Receiver
  ) throws(Diagnostic) {
    do throws(Diagnostic) { try receive(event, &result) } catch {
      if error.code.failureClass == .storage { throw error }
      var located = error
      if located.position == nil { located.position = SourcePosition(file: event.file, line: event.line, column: 1) }
      located = lines.located(located)
      let isFollowUp = refused?.explains(located, of: event, in: register) == true
      refused?.add(event, refusedBy: error.code)
      if !isFollowUp { result.problems.append(located) }
    }
  }
}
