import JournalText
import LedgerCore
import Portfolio

@testable import Spreadsheets

/// A register given as a table in text, read against books of some names.
struct RegisterText {
  let register: Register
  let file: SheetFile
  let kind: String?
  var mapping: RegisterMapping?

  init(_ text: String, as kind: String? = nil, map: String? = nil, knowing register: Register? = nil, today: Day = .never) throws {
    self.register = try register ?? Register(rules: try RuleSet.builtIn("fiscal-2022"))
    self.kind = kind
    if let map { mapping = RegisterMapping.read(Array(map.utf8), file: "x.map", register: kind).mapping }
    file = try SheetFile(Array(text.utf8), name: "x.csv", encoding: mapping?.encoding, separator: mapping?.separator, today: today)
  }

  /// The table.
  func table() throws -> RegisterTable { try RegisterTable(file, register: kind, mapping: mapping) }

  /// All that it says.
  func reading() throws -> RegisterReader.Reading { RegisterReader(try table(), register: register).read() }

  /// The events in journal text, without those that only name a company or holder again.
  func lines() throws -> [String] {
    let reading = try reading()
    let writer = JournalWriter(register: register)
    return reading.problems.map(\.description)
      + reading.events.map { SheetText.trimmed(String(decoding: writer.canonical($0.event), as: UTF8.self)) }
  }
}
