import JournalText
import LedgerCore
import Portfolio

/// Writes events as a table in text that `EventCSVReader` reads back to the same events.
///
/// Amounts in the base commodity are bare numbers, so that spreadsheets can sum them; others carry their commodity.
public struct EventCSVWriter {
  private let register: Register
  private let values: JournalWriter
  private let kinds: [EventDeclaration]
  private let isChinese: Bool
  private let names: [String]
  private let columnNumbers: [String: Int]
  private var rows: CSVWriter
  private var vouchers = 0

  /// A writer for events of some kinds; with one kind the column `kind` is left out.
  ///
  /// - Parameter isChinese: whether columns, kinds and choices are written in Chinese; both read back alike.
  public init(
    register: Register, kinds: [EventDeclaration], chinese isChinese: Bool = false, separator: UInt8 = 0x2C,
    namesKind: Bool = false
  ) {
    self.register = register
    self.kinds = kinds
    self.isChinese = isChinese
    values = JournalWriter(register: register)
    rows = CSVWriter(separator: separator)
    var names: [String] = []
    if kinds.count != 1 || namesKind { names.append(EventCSVWriter.name(.kind, isChinese)) }
    if kinds.contains(where: { $0.dating != .none }) { names.append(EventCSVWriter.name(.date, isChinese)) }
    var seen = Set(names)
    for kind in kinds {
      for name in EventReference.columns(of: kind, chinese: isChinese) where seen.insert(name).inserted {
        names.append(name)
      }
    }
    self.names = names
    columnNumbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    rows.write(names)
  }

  private static func name(_ key: EventKey, _ isChinese: Bool) -> String { isChinese ? key.chinese : key.rawValue }

  /// The table so far, in UTF-8.
  public var bytes: [UInt8] { rows.out.bytes }

  /// The table of some events, all in one.
  public static func table(
    of events: [Event], register: Register, chinese isChinese: Bool = false, separator: UInt8 = 0x2C,
    namesKind: Bool = false
  ) -> [UInt8] {
    let met = Set(events.map(\.kind))
    var writer = EventCSVWriter(
      register: register, kinds: EventCatalog.kinds.filter(met.contains), chinese: isChinese, separator: separator,
      namesKind: namesKind)
    for event in events { writer.write(event) }
    return writer.bytes
  }

  /// Adds an event: one row, or one for each line of a plain voucher. Its kind must be one that the writer was made for.
  public mutating func write(_ event: Event) {
    var cells = Array(repeating: "", count: names.count)
    let kind = event.kind
    put(isChinese ? kind.chinese : kind.name, under: EventCSVWriter.name(.kind, isChinese), &cells)
    if let day = event.day { put(day.description, under: EventCSVWriter.name(.date, isChinese), &cells) }
    for (index, value) in event.values.enumerated() where !value.isAbsent {
      put(text(of: value, kind.fields[index]), under: kind.key(of: index, chinese: isChinese), &cells)
    }
    guard kind.hasLines else { return rows.write(cells) }
    vouchers += 1
    put("\(vouchers)", .voucher, &cells)
    for (offset, line) in event.lines.enumerated() {
      // What is said of the whole voucher stands in its first row.
      if offset == 1 { blankShared(&cells) }
      put(CellText.cell(for: register[line.account].name), .account, &cells)
      put(text(of: Money(line.amount, line.commodity)), .amount, &cells)
      put(line.note.map(CellText.cell) ?? "", .lineNote, &cells)
      rows.write(cells)
    }
  }

  private func blankShared(_ cells: inout [String]) {
    let lineNames = EntryColumn.allCases.map { isChinese ? $0.chinese : $0.rawValue }
    for (index, name) in names.enumerated() where !lineNames.contains(name) { cells[index] = "" }
    put(isChinese ? EventDeclaration.entry.chinese : "entry", under: EventCSVWriter.name(.kind, isChinese), &cells)
  }

  private func put(_ text: String, under name: String, _ cells: inout [String]) {
    if let column = columnNumbers[name] { cells[column] = text }
  }

  private func put(_ text: String, _ column: EntryColumn, _ cells: inout [String]) {
    put(text, under: isChinese ? column.chinese : column.rawValue, &cells)
  }

  private func text(of value: FieldValue, _ field: Field) -> String {
    switch value {
    case .amount(let money): return text(of: money)
    case .text(let text): return CellText.cell(for: text)
    case .choice(let index):
      guard isChinese, case .choice(let choices) = field.type, choices.indices.contains(index) else { break }
      return choices[index].chinese
    default: break
    }
    return values.text(of: value, field, .compact)
  }

  private func text(of money: Money) -> String {
    let commodity = register[money.commodity]
    let number = DecimalText.format(money.minorUnits, scale: commodity.scale)
    return money.commodity == register.baseID ? number : "\(number) \(commodity.code)"
  }
}
