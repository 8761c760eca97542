import ArgumentParser
import FundLedger

/// `bgt reverse`: corrects a recorded event by a red one.
struct Reverse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse",
    abstract: Wording("红字冲销：冲销已记录的事项。", "Reverses a recorded event in red. 红字冲销"),
    discussion: Wording(
      "已记录的内容从不改动；冲销另为一个事项，并注明原事项。", "What is recorded is never changed; the reversal is an event of its own, linked to the original."))

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("事项的编号（#17 或 17）或唯一键。", "Number (#17 or 17) or key of the event."))
  var event: String
  @Option(help: ArgumentHelp("冲销的原因。", "Why it is reversed."))
  var reason: String
  @Option(help: ArgumentHelp("冲销日期（缺省为今天）。", "Day of the reversal (default: today)."), transform: Parsing.day)
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
