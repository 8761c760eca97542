import ArgumentParser
import FundLedger

/// `bgt reverse`: corrects a recorded event by a red one.
struct Reverse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse",
    abstract: "Reverses a recorded event in red. 红字冲销",
    discussion: "What is recorded is never changed; the reversal is an event of its own, linked to the original.")

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "Number (#17 or 17) or key of the event.")
  var event: String
  @Option(help: "Why it is reversed.")
  var reason: String
  @Option(help: "Day of the reversal (default: today).", transform: Parsing.day)
  var date: Day?

  func run() throws {
    let opened = try BookFiles.open(at: book.path)
    let reference = Int64(event) == nil ? event : "#" + event
    let outcome = try opened.recordOne(source: "bgt reverse \(reference)", again: false, today: SystemClock.today) { _ throws(Diagnostic) in
      guard let kind = EventCatalog.kind(named: "reverse") else { throw Diagnostic(.unknownKind, .plain("reverse")) }
      var red = Event(kind, day: date ?? SystemClock.today)
      red["event"] = .text(reference)
      red["reason"] = .text(reason)
      return red
    }
    try Recorded.show(outcome, in: opened, output)
  }
}
