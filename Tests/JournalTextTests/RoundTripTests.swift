import LedgerCore
import Portfolio
import RandomEvents
import Seeds
import Testing

@testable import JournalText

/// Random events of every kind, written in a form and read back, keep their canonical bytes.
@Suite("Events of every kind survive each form of text")
struct RoundTripTests {
  let seed = propertySeed()
  let register: Register
  let writer: JournalWriter

  init() throws {
    register = Register(rules: try RuleSet.builtIn("fiscal-2022"))
    writer = JournalWriter(register: register)
  }

  /// Random events of a kind.
  private func events(of kind: EventDeclaration, _ count: Int, withLineNotes: Bool = true) -> [Event] {
    var generator = EventGenerator(seed: seed, register: register)
    return (0..<count).map { _ in generator.event(of: kind, withLineNotes: withLineNotes) }
  }

  private func text(_ event: Event) -> String { String(decoding: writer.canonical(event), as: UTF8.self) }

  @Test("canonical and spaced journal text", arguments: EventCatalog.kinds)
  func journal(_ kind: EventDeclaration) throws {
    for event in events(of: kind, 200) {
      for style in [JournalWriter.Style.compact, .spaced] {
        var out = TextBuffer()
        writer.write(event, into: &out, style: style)
        let shown = "seed \(seed): \(String(decoding: out.bytes, as: UTF8.self))"
        var read: [Event] = []
        let problems = JournalReader(register: register).read(out.bytes, file: "x") { event throws(Diagnostic) in
          read.append(event)
        }
        #expect(problems.map(\.description) == [], "\(shown)")
        #expect(read.map(text) == [text(event)], "\(shown)")
      }
    }
  }

  @Test("JSON, as an array and one event a line", arguments: EventCatalog.kinds)
  func json(_ kind: EventDeclaration) throws {
    let events = events(of: kind, 200)
    for layout in [EventJSONWriter.Layout.lines, .array] {
      let bytes = EventJSONWriter(register: register).write(events, layout: layout)
      var read: [Event] = []
      let problems = EventJSONReader(register: register).read(bytes, file: "x.json") { event throws(Diagnostic) in
        read.append(event)
      }
      #expect(problems.map(\.description) == [], "seed \(seed)")
      #expect(read.map(text) == events.map(text), "seed \(seed)")
    }
  }

  @Test("arguments of the command line", arguments: EventCatalog.kinds)
  func arguments(_ kind: EventDeclaration) throws {
    for event in events(of: kind, 200, withLineNotes: false) {
      let words = words(for: event)
      let read = try CommandLineReader(register: register).event(words, of: kind)
      #expect(text(read) == text(event), "seed \(seed): \(words)")
    }
  }

  /// The arguments that say an event, every field by its Chinese or English flag.
  private func words(for event: Event) -> [String] {
    var words: [String] = []
    if let day = event.day { words += ["--date", day.description] }
    for (index, value) in event.values.enumerated() where !value.isAbsent {
      let field = event.kind.fields[index]
      let text = writer.text(of: value, field, .compact)
      words.append("--\(index % 2 == 0 ? field.name : field.chinese)=\(text)")
    }
    for line in event.lines {
      let commodity = register[line.commodity]
      let amount = DecimalText.format(line.amount, scale: commodity.scale)
      words += ["\(register[line.account].name)=\(amount)", commodity.code]
    }
    return words
  }
}
