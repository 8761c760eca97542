import JournalText
import LedgerCore
import Portfolio

/// Puts the events of a register's rows together.
final class RegisterEventMaker {
  /// What a row said of a name, with the event that it made.
  private struct Named {
    let texts: [RowValue?]
    let event: Event
    let spoken: [Int]
  }

  private let table: RegisterTable
  private let register: Register
  /// By the number of their slot, what rows above said of names: most rows say of their company and deal the same.
  private var named: [NameMap<Named>]

  init(_ table: RegisterTable, register: Register) {
    self.table = table
    self.register = register
    named = Array(repeating: NameMap(), count: table.columns.slots.count)
  }

  /// The event of a slot, filled from the columns of a row.
  func event(_ index: Int, _ row: RegisterRow) throws(Diagnostic) -> RegisterEvent {
    let slot = table.columns.slots[index]
    let values = slot.fields.indices.map { value($0, slot, index, row) }
    guard let nameField = slot.nameField, let name = values[nameField]?.text,
      !row.outright.contains(where: { $0.slot == index })
    else {
      return try made(slot, index, row, values)
    }
    if let known = named[index][name], RegisterEventMaker.agree(known.texts, values) {
      var event = known.event
      if event.day != nil, let date = date(slot, index, row) { event.day = try day(date, slot, row) }
      return RegisterEvent(
        event: event, slot: slot.slot, row: row.row, spoken: known.spoken, identity: identity(of: event, slot, row),
        hasOwnKey: false, hasNumber: hasNumber(row))
    }
    let event = try made(slot, index, row, values)
    named[index].update(Named(texts: values, event: event.event, spoken: event.spoken), for: name)
    return event
  }

  private static func agree(_ left: [RowValue?], _ right: [RowValue?]) -> Bool {
    for index in left.indices {
      switch (left[index], right[index]) {
      case (nil, nil): continue
      case (let left?, let right?): if !left.says(theSameAs: right) { return false }
      default: return false
      }
    }
    return true
  }

  private func made(
    _ slot: SlotColumns, _ index: Int, _ row: RegisterRow, _ values: [RowValue?]
  ) throws(Diagnostic) -> RegisterEvent {
    let kind = slot.slot.kind
    var builder = EventBuilder(kind, register: register, file: table.file.name, line: row.row.number)
    var spoken: [Int] = []
    if kind.dating != .none, let date = date(slot, index, row) {
      do throws(Diagnostic) { try builder.setDay(date.text) } catch { throw table.located(error, date.column, row.row) }
    }
    for field in values.indices {
      let fixed = slot.fields[field].fixed
      guard let found = values[field] ?? fixed.map({ RowValue(text: $0) }) else { continue }
      if fixed == nil && !found.isDerived { spoken.append(field) }
      do throws(Diagnostic) { try builder.set(field, to: found.text, at: place(found, row)) } catch {
        throw table.located(error, found.column, row.row)
      }
    }
    let own = slot.keyField.flatMap { row.outright(index, $0)?.text } ?? ownKey(slot, row)
    let identity = own ?? identity(of: builder.event, slot, row)
    var event = try builder.finished()
    if let own { event["key"] = .text(own) }
    return RegisterEvent(
      event: event, slot: slot.slot, row: row.row, spoken: spoken, identity: identity, hasOwnKey: own != nil,
      hasNumber: hasNumber(row))
  }

  private func day(_ date: RowValue, _ slot: SlotColumns, _ row: RegisterRow) throws(Diagnostic) -> Day {
    do throws(Diagnostic) {
      return try EventBuilder(slot.slot.kind, register: register).day(date.text)
    } catch { throw table.located(error, date.column, row.row) }
  }

  /// A row's own key counts for its one event, and with the slot's name for each of several.
  private func ownKey(_ slot: SlotColumns, _ row: RegisterRow) -> String? {
    guard let key = row.values[table.columns.key]?.text, !slot.slot.declaresName else { return nil }
    return slot.hasKeyAlone || !table.columns.hasSeveralFacts ? key : "\(key):\(slot.slot.name)"
  }

  private func hasNumber(_ row: RegisterRow) -> Bool { !row.text(table.columns.number).isEmpty }

  /// What an event is known by: the row's own number, else what it is about and its document.
  private func identity(of event: Event, _ slot: SlotColumns, _ row: RegisterRow) -> String {
    let number = row.text(table.columns.number)
    if !number.isEmpty { return "\(table.kind.name):\(number):\(slot.slot.name)" }
    var identity = table.kind.name
    for part in [RegisterEvent.subject(of: event, slot.slot), slot.slot.name, RegisterEvent.document(of: event)]
    where !part.isEmpty {
      identity += ":"
      identity += part
    }
    return identity
  }

  private func value(_ field: Int, _ slot: SlotColumns, _ index: Int, _ row: RegisterRow) -> RowValue? {
    if field == slot.keyField { return nil }
    if let outright = row.outright(index, field) { return outright }
    // An empty text in quotation marks is said too.
    for column in slot.fields[field].columns {
      if let value = row.values[column] { return value }
    }
    return nil
  }

  private func date(_ slot: SlotColumns, _ index: Int, _ row: RegisterRow) -> RowValue? {
    if let outright = row.outright(index, OutrightValue.day) { return outright }
    for column in slot.date {
      if let value = row.values[column] { return value }
    }
    return nil
  }

  private func place(_ value: RowValue, _ row: RegisterRow) -> FieldPlace {
    value.place ?? FieldPlace(line: Int32(clamping: row.row.number), column: 1, length: 1)
  }
}
