import LedgerCore

/// The forms in which statements come; which one a file is in is told from its beginning.
enum StatementForm {
  /// A table: text with separators or a workbook.
  case table
  /// ISO 20022, camt.053.
  case camt
  /// Open Financial Exchange.
  case ofx

  private static let headBytes = 4096

  init(_ bytes: [UInt8]) {
    // Of UTF-16 every other byte is left; marks of byte order and blanks stand before the text.
    let head = bytes.prefix(StatementForm.headBytes).filter { $0 != 0 }.drop { $0 <= 0x20 || $0 >= 0x80 }
    let text = String(decoding: head, as: UTF8.self)
    if text.hasPrefix("OFXHEADER") || text.hasPrefix("<") && text.contains("<OFX>") {
      self = .ofx
    } else if text.hasPrefix("<") && (text.contains("camt.053") || text.contains("BkToCstmrStmt")) {
      self = .camt
    } else {
      // A table of a web page or in XML is refused with all that is no table.
      self = .table
    }
  }
}

extension BankStatement {
  /// Whether bytes are read as a table, which a mapping may say more of.
  public static func isTable(_ bytes: [UInt8]) -> Bool { StatementForm(bytes) == .table }

  /// Reads a statement in any form.
  ///
  /// - Parameters:
  ///   - part: the sheet of a workbook, or the number of the account in a file of several; the first sheet that holds
  ///     something, or the only account, when nil.
  ///   - commodity: the account's.
  ///   - mapping: what stands where in a table of a layout of its own; nothing to the other forms.
  ///   - today: the day on which it is read, by which years of two digits are told.
  /// - Throws: what keeps the file from being read at all: `statementColumns`, `statementMarkup`, `unknownSheet` and those
  ///   of `SheetFile`.
  public static func read(
    _ bytes: [UInt8], name: String, part: String? = nil, in commodity: Commodity, mapping: RegisterMapping? = nil,
    today: Day = .never
  ) throws(Diagnostic) -> BankStatement {
    let form = StatementForm(bytes)
    if form == .table {
      let file = try SheetFile(bytes, name: name, encoding: mapping?.encoding, separator: mapping?.separator, today: today)
      return try StatementReader.read(file, sheet: part, in: commodity, mapping: mapping)
    }
    let markup = StatementMarkup(name: name, text: try TextDecoding.utf8(bytes, file: name).text, commodity: commodity)
    return form == .ofx ? try OFXReader.read(markup, account: part) : try CamtReader.read(markup, account: part)
  }
}
