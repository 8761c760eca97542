import Foundation
import JournalText
import LedgerCore
import Portfolio
import RandomEvents
import Seeds
import Testing

@testable import Spreadsheets

/// Random events, written as a register and read back, keep their canonical bytes.
@Suite("Registers survive being written and read")
struct RegisterRoundTripTests {
  let seed = propertySeed()
  let register: Register

  init() throws {
    register = Register(rules: try RuleSet.builtIn("fiscal-2022"))
  }

  private func text(_ event: Event) -> String {
    String(decoding: JournalWriter(register: register).canonical(event), as: UTF8.self)
  }

  /// Events of the kinds that a register writes, each name declared once.
  private func events(of kind: RegisterKind, _ generator: inout EventGenerator) -> [Event] {
    let slots = kind.slots.filter(\.isWritten)
    var events: [Event] = []
    var parties: [String] = []
    for slot in slots {
      for number in 0..<6 {
        var event = generator.event(of: slot.kind)
        if slot.declaresName { event["name"] = .text("\(slot.name) \(number)") }
        if slot.name == "party" {
          parties.append("party \(number)")
          // No two companies have one full name or code.
          for field in ["full", "code"] {
            if let text = event.text(field) { event[field] = .text("\(text) \(number)") }
          }
        }
        if slot.name == "deal" { event["party"] = .text(parties.isEmpty ? "x" : parties[number % parties.count]) }
        // A row says whose money it is; where an event does not, it is written as private.
        if slot.name == "social", event["party"].isAbsent, event["class"].isAbsent { event["party"] = .text("某创投") }
        // Nothing is recorded of an amount of zero, but for a value or an exit.
        let amounts = ["amount", "ours", "value"].compactMap { event.amount($0) }
        let isSaid =
          slot.declaresName || slot.isSaidByZero || slot.name == "register" || amounts.isEmpty || amounts.contains { $0.minorUnits != 0 }
        if slot.name == "declare", amounts.isEmpty { continue }
        if isSaid { events.append(event) }
      }
    }
    return events
  }

  private func read(_ bytes: [UInt8], _ kind: RegisterKind, _ written: [Event]) throws -> (texts: [String], problems: [String]) {
    let table = try RegisterTable(try SheetFile(bytes, name: "x"), register: kind.name)
    let reading = RegisterReader(table, register: register).read()
    var named: Set<String> = []
    let events = reading.events.filter { event in
      guard event.slot.isWritten else { return false }
      // A row names the deals and companies that it is about; those that were not written are not declared either.
      let isWritten = written.contains { $0.kind == event.event.kind && $0.text("name") == event.subject }
      return !event.slot.declaresName || isWritten && named.insert("\(event.slot.name) \(event.subject)").inserted
    }
    return (events.map { text($0.event) }.sorted(), reading.problems.map(\.description))
  }

  @Test("as a table in text, in both languages", arguments: RegisterCatalog.kinds.map(\.name))
  func csv(_ name: String) throws {
    let kind = try #require(RegisterCatalog.kind(named: name))
    for isChinese in [true, false] {
      for round in 0..<20 {
        var generator = EventGenerator(seed: seed &+ UInt64(round), register: register)
        let events = events(of: kind, &generator)
        let sheet = RegisterSheet(of: events, kind: kind, register: register, chinese: isChinese)
        let (texts, problems) = try read(sheet.csv(mark: true), kind, events)
        #expect(problems == [], "seed \(seed) + \(round)")
        #expect(texts == events.map(text).sorted(), "seed \(seed) + \(round)")
        // What is written says by its headings which register it is, also when there is little to write.
        for count in [events.count, 1, 0] {
          let few = RegisterSheet(of: Array(events.suffix(count)), kind: kind, register: register, chinese: isChinese)
          #expect(RegisterGuess.kind(ofHeadings: few.headings)?.name == name, "\(few.headings), seed \(seed) + \(round)")
        }
      }
    }
  }

  @Test("as a workbook", arguments: RegisterCatalog.kinds.map(\.name) + ["pay", "register", "rate", "reinvest"])
  func workbook(_ name: String) throws {
    let kind = try #require(RegisterCatalog.kind(named: name))
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("register-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: url) }
    for round in 0..<5 {
      var generator = EventGenerator(seed: seed &+ UInt64(round), register: register)
      let events = events(of: kind, &generator)
      try RegisterSheet(of: events, kind: kind, register: register, chinese: true).writeWorkbook(to: url.path)
      let (texts, problems) = try read(Array(try Data(contentsOf: url)), kind, events)
      #expect(problems == [], "seed \(seed) + \(round)")
      #expect(texts == events.map(text).sorted(), "seed \(seed) + \(round)")
    }
  }

  @Test("an empty template has every heading and says nothing", arguments: RegisterCatalog.kinds.map(\.name))
  func template(_ name: String) throws {
    let kind = try #require(RegisterCatalog.kind(named: name))
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("template-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: url) }
    for isChinese in [true, false] {
      try RegisterTemplate(kind, register: register, chinese: isChinese).write(to: url.path)
      let table = try RegisterTable(try SheetFile(Array(try Data(contentsOf: url)), name: "x"))
      #expect(table.kind.name == name)
      #expect(table.header.recognised == Set(kind.columns.map(\.name)))
      let reading = RegisterReader(table, register: register).read()
      #expect(reading.events.isEmpty && reading.problems.isEmpty && reading.skipped.map(\.reason) == [.example])
    }
  }

  @Test(
    "no cell of a table in text begins as a formula does, and its texts come back",
    arguments: ["=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)", "'=x", "''=x", "'x"])
  func formulas(_ text: String) throws {
    let kind = try #require(RegisterCatalog.kind(named: "rate"))
    var event = Event(try #require(EventCatalog.kind(named: "rate")), day: Day("2022-01-20"))
    event["series"] = .text(text)
    event["rate"] = .rate(try #require(Rate("3.7%")))
    event["note"] = .text(text)
    let sheet = RegisterSheet(of: [event], kind: kind, register: register, chinese: true)
    let bytes = sheet.csv(mark: true)
    let rows = try SheetFile(bytes, name: "x").sheets[0].rows
    #expect(rows.flatMap(\.cells).allSatisfy { !"=+-@".contains($0.text.first ?? " ") }, "\(String(decoding: bytes, as: UTF8.self))")
    #expect(try read(bytes, kind, [event]).texts == [self.text(event)])
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try sheet.writeWorkbook(to: file.path)
    #expect(try read(Array(try Data(contentsOf: file)), kind, [event]).texts == [self.text(event)])
  }
}
