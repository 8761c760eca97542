import JournalText
import LedgerCore
import Portfolio
import RandomEvents
import Seeds
import Testing

@testable import Spreadsheets

/// Random events of every kind, written as a table and read back, keep their canonical bytes.
@Suite("Events of every kind survive a table")
struct EventCSVRoundTripTests {
  let seed = propertySeed()
  let register: Register

  init() throws { register = Register(rules: try RuleSet.builtIn("fiscal-2022")) }

  private func text(_ event: Event) -> String {
    String(decoding: JournalWriter(register: register).canonical(event), as: UTF8.self)
  }

  private func read(
    _ bytes: [UInt8], kind: EventDeclaration?, encoding: TextEncoding? = nil
  ) -> (texts: [String], problems: [String]) {
    var texts: [String] = []
    let problems = EventCSVReader(register: register, kind: kind).read(bytes, file: "x.csv", encoding: encoding) {
      event throws(Diagnostic) in
      texts.append(text(event))
    }
    return (texts, problems.map(\.description))
  }

  @Test(
    "one kind, the kind named from outside, in both languages and with each separator", arguments: EventCatalog.kinds)
  func oneKind(_ kind: EventDeclaration) {
    var generator = EventGenerator(seed: seed, register: register)
    let events = (0..<100).map { _ in generator.event(of: kind) }
    for isChinese in [false, true] {
      for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] {
        let table = EventCSVWriter.table(of: events, register: register, chinese: isChinese, separator: separator)
        let (texts, problems) = read(table, kind: kind)
        #expect(problems == [], "seed \(seed)")
        #expect(texts == events.map(text), "seed \(seed)")
      }
    }
  }

  @Test("all kinds in one table, in their order, in both languages")
  func allKinds() {
    var generator = EventGenerator(seed: seed, register: register)
    let events = (0..<600).map { generator.event(of: EventCatalog.kinds[$0 * 11 % EventCatalog.kinds.count]) }
    for isChinese in [false, true] {
      let (texts, problems) = read(
        EventCSVWriter.table(of: events, register: register, chinese: isChinese), kind: nil)
      #expect(problems == [], "seed \(seed)")
      #expect(texts == events.map(text), "seed \(seed)")
    }
  }

  @Test("a table converted to GB18030 or UTF-16 reads to the same events without being told")
  func encodings() throws {
    var generator = EventGenerator(seed: seed, register: register)
    let events = (0..<200).map { generator.event(of: EventCatalog.kinds[$0 % EventCatalog.kinds.count]) }
    let table = EventCSVWriter.table(of: events, register: register, chinese: true)
    for encoding in [TextEncoding.gb18030, .utf16LittleEndian, .utf16BigEndian] {
      var bytes = try CharacterConverter.convert(table, from: .utf8, to: encoding)
      if encoding == .utf16LittleEndian { bytes = [0xFF, 0xFE] + bytes }
      if encoding == .utf16BigEndian { bytes = [0xFE, 0xFF] + bytes }
      let (texts, problems) = read(bytes, kind: nil)
      #expect(problems == [], "seed \(seed) \(encoding)")
      #expect(texts == events.map(text), "seed \(seed) \(encoding)")
    }
  }
}
