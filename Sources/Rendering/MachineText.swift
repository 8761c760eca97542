import LedgerCore
import ReportDocument

/// Writes single values for machines: plain digits, a point for decimals, ISO days, no unit, no separators.
enum MachineText {
  /// Decimals that ratios carry at least, however few people see.
  static let ratioDecimals = 6
  /// Decimals of a rate of return.
  static let rateDecimals = 10

  /// Writes a value without quotes; nothing when there is none.
  ///
  /// A percentage is written as the fraction, with two decimals more than people see.
  static func append(_ cell: Cell, decimals: Int, language: Language, to bytes: inout [UInt8]) {
    switch cell {
    case .empty, .amounts: break
    case .text(let text), .code(let text, _): bytes.append(contentsOf: text.utf8)
    case .phrase(let phrase): bytes.append(contentsOf: phrase[language].utf8)
    case .money(let minorUnits, let commodity):
      DecimalBytes.append(Int128(minorUnits), scale: commodity.scale, grouped: false, to: &bytes)
    case .ratio(let ratio):
      guard ratio.isDefined else { return }
      DecimalBytes.append(ratio, decimals: max(decimals, ratioDecimals), grouped: false, to: &bytes)
    case .percent(let ratio):
      guard ratio.isDefined else { return }
      DecimalBytes.append(ratio, decimals: max(decimals + 2, ratioDecimals), grouped: false, to: &bytes)
    case .rate(let rate):
      guard let value = rate.rounded(decimals: rateDecimals) else { return }
      DecimalBytes.append(value, scale: rateDecimals, grouped: false, to: &bytes)
    case .day(let day): DayBytes.append(day, to: &bytes)
    case .integer(let value): DecimalBytes.append(Int128(value), scale: 0, grouped: false, to: &bytes)
    }
  }

  /// Writes a value of a packed row.
  static func append(
    _ item: RowReader.Item, of reader: borrowing RowReader, decimals: Int, language: Language, to bytes: inout [UInt8]
  ) {
    switch item {
    case .empty: break
    case .text(let range): bytes.append(contentsOf: reader.bytes[range])
    case .money(let minorUnits, let commodity):
      DecimalBytes.append(Int128(minorUnits), scale: reader.commodities[commodity].scale, grouped: false, to: &bytes)
    case .day(let day): DayBytes.append(day, to: &bytes)
    case .integer(let value): DecimalBytes.append(Int128(value), scale: 0, grouped: false, to: &bytes)
    case .ratio, .percent, .rate, .other: append(reader.cell(item), decimals: decimals, language: language, to: &bytes)
    }
  }

  /// The value as a string; empty when there is none.
  static func string(_ cell: Cell, decimals: Int, language: Language) -> String {
    var bytes: [UInt8] = []
    append(cell, decimals: decimals, language: language, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
