import BookStore
import JournalText
import LedgerCore
import Portfolio

/// Finds a policy pack by the name of a built-in one or by the path of a file, and has a book adopt it.
public enum PolicyFiles {
  /// The pack of a name (`national`) or of a pack file (a path with `/` or ending in `.json`).
  ///
  /// - Throws: `badUsage` for an unknown name, `fileUnreadable`, or what is wrong in the file.
  public static func pack(_ name: String) throws(Diagnostic) -> PolicyPack {
    if name.contains("/") || name.hasSuffix(".json") { return try PolicyPack(reading: try FileBytes.read(name), file: name) }
    return try PolicyPack.builtIn(name)
  }

  /// A pack as journal text: the events by which books that are kept as text adopt it.
  ///
  /// - Throws: `badFieldValue` when the pack is no more in force on the day.
  public static func journal(of pack: PolicyPack, from day: Day) throws(Diagnostic) -> String {
    let register = Register(rules: try RuleSet.builtIn("plain"))
    let writer = JournalWriter(register: register)
    var out = TextBuffer()
    for event in try pack.events(from: day, digest: Book.digest(of: pack.source), for: register) {
      writer.write(event, into: &out, style: .compact)
    }
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// A calendar with the holidays of a file; weekends only when there is none.
  ///
  /// - Throws: `fileUnreadable`, or what is wrong in the file.
  public static func calendar(_ path: String?) throws(Diagnostic) -> WorkCalendar {
    guard let path else { return WorkCalendar() }
    return try WorkCalendar(reading: try FileBytes.read(path), file: path)
  }
}

extension Book {
  /// Adopts a pack from a day on: one event for the pack and one for each of its requirements, all or none.
  ///
  /// - Throws: why it is refused; nothing is recorded then.
  public func adopt(_ pack: PolicyPack, from day: Day, document: String? = nil) throws(Diagnostic) -> [Appended] {
    try recordAll(source: "bgt policy adopt \(pack.name)") { writer throws(Diagnostic) in
      var events = try pack.events(from: day, digest: Book.digest(of: pack.source), for: writer.register)
      if let document {
        for index in events.indices { events[index]["doc"] = .text(document) }
      }
      return events
    }
  }

  /// The requirements that hold in the books, breaches and alarms.
  public func check(_ report: CheckReport = CheckReport()) throws(Diagnostic) -> CheckResult { try report.result(from: self) }
}
