import LedgerCore
import ReportDocument

extension JSONWriter {
  /// Writes a value that a report made.
  public mutating func value(_ value: JSONValue, inline: Bool = false, to output: inout ByteOutput) {
    switch value {
    case .null: literal("null", to: &output)
    case .bool(let flag): literal(flag ? "true" : "false", to: &output)
    case .integer(let number): integer(number, to: &output)
    case .number(let number): literal(number.isFinite ? number.description : "null", to: &output)
    case .string(let text): string(text, to: &output)
    case .array(let values):
      beginArray(inline: inline, to: &output)
      // The objects of a list stand on one line each, like the rows of a table.
      for element in values { self.value(element, inline: true, to: &output) }
      endArray(to: &output)
    case .object(let members):
      beginObject(inline: inline, to: &output)
      for member in members {
        key(member.name, to: &output)
        self.value(member.value, inline: inline, to: &output)
      }
      endObject(to: &output)
    }
  }

  /// Writes a cell: text, days, codes and amounts as strings, whole numbers as numbers, ratios and rates as objects.
  mutating func cell(_ cell: Cell, decimals: Int, unit: String? = nil, _ language: Language, to output: inout ByteOutput) {
    switch cell {
    case .ratio, .amounts, .percent, .rate:
      beginObject(inline: true, to: &output)
      members(of: cell, decimals: decimals, language, to: &output)
      if let unit {
        key("unit", to: &output)
        string(unit, to: &output)
      }
      endObject(to: &output)
    default: plain(cell, decimals: decimals, language, to: &output)
    }
  }

  /// Writes what is known of a cell as members of the object that is open: `value` and what belongs to it.
  mutating func members(of cell: Cell, decimals: Int, _ language: Language, to output: inout ByteOutput) {
    key("value", to: &output)
    plain(cell, decimals: decimals, language, to: &output)
    switch cell {
    case .ratio(let ratio), .amounts(let ratio), .percent(let ratio):
      // As strings, since readers of JSON lose digits beyond 2^53.
      key("numerator", to: &output)
      string(ratio.numerator.description, to: &output)
      key("denominator", to: &output)
      string(ratio.denominator.description, to: &output)
    case .rate(let rate):
      key("status", to: &output)
      string(rate.status, to: &output)
      if !rate.isAnnualised {
        key("annualised", to: &output)
        literal("false", to: &output)
      }
    case .money(_, let commodity):
      key("commodity", to: &output)
      string(commodity.code, to: &output)
    case .empty, .text, .phrase, .code, .day, .integer: break
    }
  }

  /// Writes the value of a cell alone: a number, a string or `null`.
  private mutating func plain(_ cell: Cell, decimals: Int, _ language: Language, to output: inout ByteOutput) {
    if case .integer(let value) = cell { return integer(value, to: &output) }
    var bytes: [UInt8] = []
    MachineText.append(cell, decimals: decimals, language: language, to: &bytes)
    if bytes.isEmpty && !cell.isText { literal("null", to: &output) } else { string(utf8: bytes, to: &output) }
  }
}

extension Cell {
  /// Whether the cell holds words, which may be empty without being absent.
  var isText: Bool {
    switch self {
    case .text, .phrase, .code: true
    case .empty, .money, .ratio, .amounts, .percent, .rate, .day, .integer: false
    }
  }
}
