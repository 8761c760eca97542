import LedgerCore
import Portfolio

/// Reads the arguments of `bgt record KIND …` into an event: positional values in order, `--FIELD VALUE` in any order.
///
/// Diagnostics have no place in a file; their message names the argument. The first problem ends the reading.
public struct CommandLineReader {
  let register: Register

  public init(register: Register) { self.register = register }

  /// Whether arguments give the day of their event.
  public static func givesDay(_ words: [String]) -> Bool {
    words.contains { word in
      word.hasPrefix("--") && EventKey(named: String(word.dropFirst(2).prefix { $0 != "=" })) == .date
    }
  }

  /// The event that arguments say; `day` is taken when the kind needs a date and `--date` is not given.
  public func event(
    _ words: [String], of kind: EventDeclaration, day: Day? = nil
  ) throws(Diagnostic) -> Event {
    var reading = ArgumentReading(words, EventBuilder(kind, register: register), register: register)
    return try reading.event(day: day)
  }
}
