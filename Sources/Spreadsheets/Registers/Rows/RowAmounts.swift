import JournalText
import LedgerCore
import Portfolio

/// Reads the amounts of rows that are added up, column by column.
struct RowAmounts {
  /// What a cell of a column of amounts says.
  enum Reading {
    case amount(Int64)
    case nothing
    case unread
  }

  /// The columns of amounts.
  let readers: [ColumnReader]
  /// The same, by their place in the file.
  let columns: Set<Int>
  /// What the amounts are counted in.
  let commodity: Commodity
  private let table: RegisterTable
  private let parser: FieldParser
  private let base: CommodityID

  init(_ table: RegisterTable, register: Register) {
    self.table = table
    parser = FieldParser(register: register)
    base = register.baseID
    commodity = register.base
    readers = table.readers.filter { $0.type == .amount }
    columns = Set(readers.map(\.column))
  }

  /// Nothing, for each column.
  var zeros: [Int128] { Array(repeating: 0, count: readers.count) }

  /// What a row says in a column.
  func reading(_ row: SheetRow, _ reader: ColumnReader) -> Reading {
    guard let cell = row[reader.column] else { return .nothing }
    do throws(Diagnostic) {
      guard let text = try table.cells.text(of: cell.value, for: .amount, unit: reader.unit) else { return .nothing }
      let money = try parser.money(text)
      return money.commodity == base ? .amount(money.minorUnits) : .unread
    } catch { return .unread }
  }

  /// Adds the amounts of a row; cells that say none are nothing.
  func add(_ row: SheetRow, to sums: inout [Int128]) {
    for (index, reader) in readers.enumerated() {
      if case .amount(let amount) = reading(row, reader) { sums[index] += Int128(amount) }
    }
  }

  /// For each column of amounts, the places among some columns of days of those that date it, the first that says something counts;
  /// then all others.
  func days(_ dayReaders: [ColumnReader]) -> [[Int]] {
    let slots = table.columns.slots
    return readers.map { reader in
      var own: [Int] = []
      for (number, slot) in slots.enumerated() where RowAmounts.fills(reader, slot, number) {
        for column in slot.date {
          if let place = dayReaders.firstIndex(where: { $0.isOf(column) }), !own.contains(place) { own.append(place) }
        }
        if let place = dayReaders.firstIndex(where: { $0.isDay(ofSlot: number) }), !own.contains(place) { own.insert(place, at: 0) }
      }
      return own
    }
  }

  private static func fills(_ reader: ColumnReader, _ slot: SlotColumns, _ number: Int) -> Bool {
    switch reader.target {
    case .column(let column): slot.fields.contains { $0.columns.contains(column) }
    case .field(let own, _): own == number
    }
  }
}
