import Portfolio

/// A register (台账) that an office keeps: its columns, and the events that its rows are.
public struct RegisterKind: Sendable {
  /// The English name, as `investments`.
  public let name: String
  /// The Chinese name, as 股权投资台账.
  public let chinese: String
  /// Other names, also looked for in the title above a table.
  let aliases: [String]
  /// What it holds, for help.
  public let summary: String
  public let summaryChinese: String
  /// Its columns in the order of templates and exports.
  public let columns: [RegisterColumn]
  /// What a row may be, in the order in which it happens.
  public let slots: [RegisterSlot]
  /// Headings that are known and not recorded, each with the reason.
  let unread: [(headings: [String], reason: String, chinese: String)]
  /// What an example row of a template says, by column.
  let example: [String: String]
  /// Columns that say whose money a row is; a table without any of them, or a row, is no row of this register. Empty where all is ours.
  let contributors: [String]
  /// Columns of which a table must have one to be told by its headings alone: others stand in tables of many kinds. Empty for none.
  let telling: Set<String>
  /// Columns whose words are taken for granted where they are empty, so that they must not be missed.
  let defaulted: [String]

  init(
    _ name: String, _ chinese: String, _ aliases: [String], summary: String, summaryChinese: String,
    columns: [RegisterColumn], slots: [RegisterSlot], unread: [(headings: [String], reason: String, chinese: String)] = [],
    example: [String: String] = [:], contributors: [String] = [], telling: Set<String> = [], defaulted: [String] = []
  ) {
    self.name = name
    self.chinese = chinese
    self.aliases = aliases
    self.summary = summary
    self.summaryChinese = summaryChinese
    self.columns = columns
    self.slots = slots
    self.unread = unread
    self.example = example
    self.contributors = contributors
    self.telling = telling
    self.defaulted = defaulted
  }

  /// The Chinese name without 台账.
  var shortChinese: String { chinese.hasSuffix("台账") ? String(chinese.dropLast(2)) : chinese }

  /// A column by its English or Chinese name.
  public func column(named name: String) -> RegisterColumn? {
    columns.first { $0.name == name || $0.chinese == name }
  }

  /// What may stand in a column: what the field that it fills holds.
  public func type(of column: RegisterColumn) -> FieldType {
    if let type = column.ownType { return type }
    for slot in slots {
      for source in slot.sources where source.columns.contains(column.name) {
        if source.field == "date" { return .day }
        if let index = slot.kind.index(of: source.field) { return slot.kind.fields[index].type }
      }
    }
    return .text
  }

  /// Whether a row is nothing without one of these: columns that trigger an event.
  var triggers: Set<String> {
    // Of events that a column chooses the first is what most rows are.
    let chosen = Set(slots.compactMap(\.choice?.column))
    let first = chosen.compactMap { column in slots.first { $0.choice?.column == column } }
    return Set(slots.filter { slot in !slot.declaresName && (slot.choice == nil || first.contains { $0 === slot }) }.flatMap(\.triggers))
  }
}
