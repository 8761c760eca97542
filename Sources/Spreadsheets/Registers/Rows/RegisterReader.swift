import JournalText
import LedgerCore
import Portfolio

/// Reads a register into events, row by row, against the names of some books.
public struct RegisterReader {
  /// All that a register says.
  public struct Reading: Sendable {
    /// The events in the order of rows.
    public var events: [RegisterEvent] = []
    /// Rows that are no data.
    public var skipped: [SkippedRow] = []
    /// What is wrong, in the order of rows; a row with a flaw gives no events.
    public var problems: [Diagnostic] = []
    /// What the rows with a flaw speak of: their company, deal, envelope.
    public var flawedWords: [[String]] = []
  }

  private let table: RegisterTable
  private let register: Register
  private let names: RegisterNames
  /// After so many errors the rest would be more of the same.
  private static let problemsMax = 1000

  public init(_ table: RegisterTable, register: Register) {
    self.table = table
    self.register = register
    names = RegisterNames(register)
  }

  /// Reads all rows.
  public func read() -> Reading {
    var reading = Reading()
    reading.problems = table.file.problems
    for name in Set(table.mapping?.unknownNames(in: table) ?? []).sorted() {
      reading.problems.append(
        Diagnostic(
          .badMapping, "\(table.file.name) has no column \(name)",
          hint: "it has: \(table.header.headings.map(\.text).joined(separator: ", "))"))
    }
    if !reading.problems.isEmpty, table.mapping?.unknownNames(in: table).isEmpty == false { return reading }
    for row in table.rows {
      if reading.problems.count >= RegisterReader.problemsMax { break }
      if let reason = RowKind.skip(row, of: table) {
        reading.skipped.append(SkippedRow(row: row, reason: reason))
      } else {
        read(row, into: &reading)
      }
    }
    return reading
  }

  private func read(_ sheetRow: SheetRow, into reading: inout Reading) {
    var row = RegisterRow(sheetRow, of: table)
    if row.isLeftOut { return reading.skipped.append(SkippedRow(row: sheetRow, reason: .mapping)) }
    names.complete(&row)
    var problems = row.problems
    var events: [RegisterEvent] = []
    for slot in table.kind.slots where isThere(slot, row, &problems) {
      do throws(Diagnostic) {
        events.append(try event(slot, row))
      } catch {
        // A cell that fills two events is wrong once.
        let flaw = table.located(error, nil, sheetRow)
        if !problems.contains(where: { $0.position == flaw.position && $0.code == flaw.code }) { problems.append(flaw) }
      }
    }
    if !problems.isEmpty {
      // What is spent from an envelope explains nothing: without it there is only more left.
      let columns = ["company", "deal", "programme"] + (table.kind.name == "envelopes" ? ["envelope"] : [])
      reading.flawedWords.append(columns.map { row.text($0) }.filter { !$0.isEmpty })
      reading.problems += problems
    } else if !events.contains(where: { !$0.slot.declaresName }) && table.kind.slots.contains(where: { !$0.declaresName }) && !saysName(row) {
      reading.skipped.append(SkippedRow(row: sheetRow, reason: .empty))
    } else {
      reading.events += events
    }
  }

  /// Whether a row without amounts still says something: a deal that is only planned.
  private func saysName(_ row: RegisterRow) -> Bool {
    table.kind.slots.contains { $0.name == "deal" && $0.isWritten } && !row.text("method").isEmpty
  }

  /// Whether a row says the event of a slot.
  private func isThere(_ slot: RegisterSlot, _ row: RegisterRow, _ problems: inout [Diagnostic]) -> Bool {
    if let choice = slot.choice {
      let word = SheetText.folded(row.text(choice.column))
      if word.isEmpty ? slot.name != slots(of: choice.column).first : !choice.words.contains(where: { SheetText.folded($0) == word }) {
        if slot.name == slots(of: choice.column).first, !word.isEmpty, !isKnown(word, in: choice.column) {
          let words = slots(of: choice.column).compactMap { name in table.kind.slots.first { $0.name == name }?.choice?.words.last }
          let flaw = Diagnostic(.badFieldValue, "\(row.text(choice.column)) is not a value of \(choice.column)", hint: "one of: \(words.joined(separator: ", "))")
          problems.append(table.located(flaw, row.values[choice.column]?.column, row.row))
        }
        return false
      }
    }
    let says = { (name: String) in !row.text(name).isEmpty && !isZero(row.text(name)) }
    // A known deal without anything new about it is only named.
    if slot.name == "deal" { return says("deal") && saysNewDeal(row) }
    return slot.triggers.contains(where: says) || row.outright.keys.contains { $0.hasPrefix(slot.name + ".") }
  }

  /// Columns that say what a deal is.
  private static let columnsOfDeal = [
    "programme", "method", "instrument", "term", "accounting", "target", "holder", "deal-date",
  ]

  private func saysNewDeal(_ row: RegisterRow) -> Bool {
    register.deal(named: row.text("deal")) == nil || RegisterReader.columnsOfDeal.contains { row.values[$0]?.column != nil }
  }

  private func slots(of column: String) -> [String] { table.kind.slots.filter { $0.choice?.column == column }.map(\.name) }

  private func isKnown(_ word: String, in column: String) -> Bool {
    table.kind.slots.contains { slot in slot.choice?.column == column && slot.choice?.words.contains { SheetText.folded($0) == word } == true }
  }

  private func isZero(_ text: String) -> Bool {
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, digits.allSatisfy({ $0 == 0x30 }) else { return false }
    return text.utf8.allSatisfy { ($0 >= 0x2B && $0 <= 0x39) || $0 == 0x25 } || text.hasSuffix("元")
  }

  /// The event of a slot, filled from the columns of a row.
  private func event(_ slot: RegisterSlot, _ row: RegisterRow) throws(Diagnostic) -> RegisterEvent {
    var builder = EventBuilder(slot.kind, register: register, file: table.file.name, line: row.row.number)
    var spoken: Set<Int> = []
    let date = value("date", slot, row)
    if let date, slot.kind.dating != .none {
      do throws(Diagnostic) { try builder.setDay(date.text) } catch { throw table.located(error, date.column, row.row) }
    }
    for (index, field) in slot.kind.fields.enumerated() where field.name != "key" {
      let fixed = slot.fixed.first { $0.field == field.name }?.text
      guard let found = value(field.name, slot, row) ?? fixed.map({ RowValue(text: $0, column: nil) }) else { continue }
      if fixed == nil && !found.isDerived { spoken.insert(index) }
      do throws(Diagnostic) { try builder.set(index, to: found.text, at: place(found, row)) } catch {
        throw table.located(error, found.column, row.row)
      }
    }
    let own = row.outright["\(slot.name).key"]?.text ?? ownKey(slot, row)
    var made = RegisterEvent(
      event: builder.event, slot: slot, row: row.row, spoken: spoken, identity: "", hasOwnKey: own != nil)
    var event = try builder.finished()
    if let own { event["key"] = .text(own) }
    made = RegisterEvent(
      event: event, slot: slot, row: row.row, spoken: spoken, identity: own ?? identity(of: made, row),
      hasOwnKey: own != nil)
    return made
  }

  /// A row's own key counts for its one event, and with the slot's name for each of several.
  private func ownKey(_ slot: RegisterSlot, _ row: RegisterRow) -> String? {
    guard let key = row.values["key"]?.text, !slot.declaresName else { return nil }
    if slot.choice != nil { return key }
    let facts = table.kind.slots.filter { !$0.declaresName && $0.choice == nil }
    return facts.count > 1 ? "\(key):\(slot.name)" : key
  }

  /// What an event is known by: the row's own number, else what it is about and its document.
  private func identity(of event: RegisterEvent, _ row: RegisterRow) -> String {
    let number = row.text("number")
    if !number.isEmpty { return "\(table.kind.name):\(number):\(event.slot.name)" }
    let parts = [table.kind.name, event.subject, event.slot.name, event.document]
    return parts.filter { !$0.isEmpty }.joined(separator: ":")
  }

  private func value(_ field: String, _ slot: RegisterSlot, _ row: RegisterRow) -> RowValue? {
    if !row.outright.isEmpty, let outright = row.outright["\(slot.name).\(field)"] { return outright }
    for column in slot.columns(of: field) {
      // An empty text in quotation marks is said too.
      if let value = row.values[column] { return value }
    }
    return nil
  }

  private func place(_ value: RowValue, _ row: RegisterRow) -> FieldPlace {
    value.column.flatMap { row.row[$0]?.place } ?? FieldPlace(line: Int32(clamping: row.row.number), column: 1, length: 1)
  }
}
