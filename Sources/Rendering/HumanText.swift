import LedgerCore
import ReportDocument

/// Writes single values for people: in their language and unit, rounded half up, thousands separated.
struct HumanText {
  /// Language and unit.
  let options: RenderOptions

  /// What stands for a value that is not defined.
  static let undefined = "—"

  /// How the column or figure around a cell wants it shown.
  struct Style {
    /// Decimals of ratios, percentages and rates.
    var decimals = 2
    /// Whether amounts ignore the unit.
    var inFull = false
    /// Whether amounts of renminbi carry their code too, since others stand beside them.
    var showsCode = false
    /// Whether no amount carries a code, since a column beside it names the commodity.
    var hidesCode = false
  }

  /// Writes a value; nothing for an empty one.
  func append(_ cell: Cell, _ style: Style, to bytes: inout [UInt8]) {
    switch cell {
    case .empty: break
    case .text(let text): append(plain: text, to: &bytes)
    case .phrase(let phrase), .code(_, let phrase): append(phrase, to: &bytes)
    case .money(let minorUnits, let commodity): append(money: minorUnits, commodity, style, to: &bytes)
    case .ratio(let ratio):
      guard ratio.isDefined else { return bytes.append(contentsOf: HumanText.undefined.utf8) }
      DecimalBytes.append(ratio, decimals: style.decimals, grouped: true, to: &bytes)
    case .amounts: bytes.append(contentsOf: HumanText.undefined.utf8)
    case .percent(let ratio):
      guard ratio.isDefined else { return bytes.append(contentsOf: HumanText.undefined.utf8) }
      DecimalBytes.append(ratio, decimals: style.decimals, shift: 2, grouped: true, to: &bytes)
      bytes.append(UInt8(ascii: "%"))
    case .rate(let rate): append(rate: rate, decimals: style.decimals, to: &bytes)
    case .day(let day): DayBytes.append(day, to: &bytes)
    case .integer(let value): DecimalBytes.append(Int128(value), scale: 0, grouped: true, to: &bytes)
    }
  }

  /// A sentence with its values.
  func string(_ statement: Statement) -> String {
    var bytes: [UInt8] = []
    append(statement, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A phrase in the language, the amounts that it names in the unit of the report.
  func string(_ phrase: Phrase) -> String {
    var bytes: [UInt8] = []
    append(phrase, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a phrase, the amounts that it names in the unit of the report.
  private func append(_ phrase: Phrase, to bytes: inout [UInt8]) {
    if let statement = phrase.statement { append(statement, to: &bytes) } else { append(plain: phrase[options.language], to: &bytes) }
  }

  /// Writes a sentence with its values.
  private func append(_ statement: Statement, to bytes: inout [UInt8]) {
    for part in statement[options.language] {
      switch part {
      case .words(let words): append(plain: words, to: &bytes)
      case .value(.money(let minorUnits, let commodity), _): append(spoken: minorUnits, commodity, to: &bytes)
      case .value(let cell, let decimals): append(cell, Style(decimals: decimals), to: &bytes)
      }
    }
  }

  /// Writes an amount as it is said: in Chinese in the unit of the report, which is named, 37,500.00万元; in English in full,
  /// since there is no word for ten thousand yuan, CNY 375,000,000.00.
  private func append(spoken minorUnits: Int64, _ commodity: Commodity, to bytes: inout [UInt8]) {
    let isChinese = options.language == .zh && commodity.isRenminbi
    let unit = isChinese ? options.unit : .yuan
    let amount = ScaledAmount(minorUnits, commodity, unit, options.unitDecimals)
    if !isChinese { append(plain: commodity.code + " ", to: &bytes) }
    DecimalBytes.append(amount.value, scale: amount.scale, grouped: true, to: &bytes)
    if isChinese { append(plain: unit.label.zh, to: &bytes) }
  }

  /// Writes a value of a packed row.
  func append(_ item: RowReader.Item, of reader: borrowing RowReader, _ style: Style, to bytes: inout [UInt8]) {
    switch item {
    case .empty: break
    case .text(let range): append(plain: reader.bytes, range, to: &bytes)
    case .money(let minorUnits, let commodity):
      append(money: minorUnits, reader.commodities[commodity], style, to: &bytes)
    case .day(let day): DayBytes.append(day, to: &bytes)
    case .integer(let value): DecimalBytes.append(Int128(value), scale: 0, grouped: true, to: &bytes)
    case .ratio, .percent, .rate, .other: append(reader.cell(item), style, to: &bytes)
    }
  }

  /// The value as a string.
  func string(_ cell: Cell, _ style: Style) -> String {
    var bytes: [UInt8] = []
    append(cell, style, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a text that lies among other bytes, with its control characters as spaces.
  private func append(plain packed: [UInt8], _ range: Range<Int>, to bytes: inout [UInt8]) {
    let text = packed[range]
    if text.allSatisfy(HumanText.isPlain) {
      bytes.append(contentsOf: text)
    } else {
      append(plain: String(decoding: text, as: UTF8.self), to: &bytes)
    }
  }

  /// Whether a byte neither is a control character nor may begin one.
  private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xE2 }

  /// Writes a text with its control characters as spaces, so that data can neither break lines nor steer a terminal.
  func append(plain text: String, to bytes: inout [UInt8]) {
    if text.utf8.allSatisfy(HumanText.isPlain) {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for scalar in text.unicodeScalars {
      if HumanText.isControl(scalar) { bytes.append(0x20) } else { bytes.append(contentsOf: String(scalar).utf8) }
    }
  }

  /// Whether a scalar steers instead of showing: controls, line separators, changes of the writing direction.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Writes an amount in the unit, with its code where it could be mistaken.
  private func append(money minorUnits: Int64, _ commodity: Commodity, _ style: Style, to bytes: inout [UInt8]) {
    let amount = ScaledAmount(minorUnits, commodity, style.inFull ? .yuan : options.unit, options.unitDecimals)
    DecimalBytes.append(amount.value, scale: amount.scale, grouped: true, to: &bytes)
    guard !style.hidesCode, style.showsCode || !commodity.isRenminbi else { return }
    bytes.append(UInt8(ascii: " "))
    append(plain: commodity.code, to: &bytes)
  }

  /// Writes a rate, its remark, or both.
  private func append(rate: RateFigure, decimals: Int, to bytes: inout [UInt8]) {
    let remark = rate.remark[options.language]
    let start = bytes.count
    let decimals = min(max(decimals, 0), 9)
    if let value = rate.rounded(decimals: decimals + 2) {
      DecimalBytes.append(value, scale: decimals, grouped: true, to: &bytes)
      bytes.append(UInt8(ascii: "%"))
    }
    guard !remark.isEmpty else {
      if bytes.count == start { bytes.append(contentsOf: HumanText.undefined.utf8) }
      return
    }
    // A Chinese bracket brings its own room.
    if bytes.count > start && !remark.hasPrefix("（") { bytes.append(UInt8(ascii: " ")) }
    append(plain: remark, to: &bytes)
  }
}
