import LedgerCore
import Portfolio

/// A row being written: which value goes into which column, so that reading gives the same events again.
///
/// A column may fill several events of a row. It is used only where all of them say the same; else each event gets a
/// column of its own, such as 出资.文号.
struct RegisterRowDraft {
  /// A value with the field that it is of.
  struct Written: Hashable {
    let value: FieldValue
    let field: Field?
  }

  private(set) var columns: [String: Written] = [:]
  private(set) var outright: [String: Written] = [:]

  /// One field of one event of the row.
  private struct Entry {
    let slot: RegisterSlot
    let field: String
    let written: Written
    let sources: [String]
    var key: String { "\(slot.name).\(field)" }
  }

  init(_ events: [String: Event], kind: RegisterKind, register: Register) {
    var entries: [Entry] = []
    for slot in kind.slots where slot.isWritten {
      guard let event = events[slot.name] else { continue }
      entries.append(RegisterRowDraft.entry(slot, "date", event.day.map { .day($0) } ?? .absent, nil))
      for (index, field) in slot.kind.fields.enumerated() {
        entries.append(RegisterRowDraft.entry(slot, field.name, event.values[index], field))
      }
      if let choice = slot.choice, let column = kind.column(named: choice.column), case .choice(let words) = kind.type(of: column),
        let index = words.firstIndex(where: { $0.name == slot.kind.name })
      {
        columns[choice.column] = Written(
          value: .choice(index), field: Field(column.name, column.chinese, .choice(words), column.help, column.helpChinese))
      }
    }
    let facts = kind.slots.filter { !$0.declaresName && $0.choice == nil }
    fill(entries, isSingle: facts.count <= 1 || !columns.isEmpty)
    nameContributor(kind)
  }

  /// Money of which no contributor is named is private: a row has to say whose it is.
  private mutating func nameContributor(_ kind: RegisterKind) {
    guard !kind.contributors.isEmpty, kind.contributors.allSatisfy({ columns[$0] == nil }), let column = kind.column(named: "class"),
      case .choice(let words) = kind.type(of: column), let index = words.firstIndex(where: { $0.name == "private" })
    else { return }
    columns[column.name] = Written(
      value: .choice(index), field: Field(column.name, column.chinese, .choice(words), column.help, column.helpChinese))
  }

  private static func entry(_ slot: RegisterSlot, _ field: String, _ value: FieldValue, _ declared: Field?) -> Entry {
    Entry(slot: slot, field: field, written: Written(value: value, field: declared), sources: slot.columns(of: field))
  }

  private mutating func fill(_ entries: [Entry], isSingle: Bool) {
    var refused: Set<String> = []
    // Putting one value elsewhere may set another free or not; a column once refused stays refused.
    while true {
      let before = refused.count
      var wanted: [String: Written] = [:]
      for entry in entries where !entry.written.value.isAbsent {
        guard let column = entry.sources.first, !refused.contains(column) else { continue }
        if let other = wanted[column], !RegisterRowDraft.isSame(other, entry.written) { refused.insert(column) }
        wanted[column] = entry.written
      }
      for entry in entries {
        // What would be read for a field that is silent or stands in a column of its own behind others.
        let read = entry.sources.first { wanted[$0] != nil && !refused.contains($0) }
        if let read, entry.written.value.isAbsent { refused.insert(read) }
      }
      if refused.count == before { break }
    }
    for entry in entries where !entry.written.value.isAbsent {
      if entry.field == "key", isSingle, !entry.slot.declaresName {
        columns["key"] = entry.written
      } else if let column = entry.sources.first, !refused.contains(column), !isTakenForName(entry, entries) {
        columns[column] = entry.written
      } else if !entry.slot.fixed.contains(where: { $0.field == entry.field }) {
        outright[entry.key] = entry.written
      }
    }
  }

  private static func isSame(_ left: Written, _ right: Written) -> Bool {
    guard left.value == right.value else { return false }
    if case .choice = left.value { return left.field?.type == right.field?.type }
    return true
  }

  /// A full name that is the short one too is not read as a full name.
  private func isTakenForName(_ entry: Entry, _ entries: [Entry]) -> Bool {
    entry.key == "party.full" && entries.contains { $0.key == "party.name" && $0.written.value == entry.written.value }
  }
}
