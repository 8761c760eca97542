/// The number formats of a workbook's styles.
final class WorkbookStyles: XMLReceiver {
  /// The format of each style that cells refer to by index.
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: NumberFormat] = [:]
  private var isInside = false
  var isFull: Bool { formats.count > 1 << 20 || codes.count > 1 << 16 }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case .numberFormat:
      if let id = attributes.integer(.numberFormatID), let code = attributes.text(.formatCode) {
        codes[id] = NumberFormat(code: code)
      }
    case .cellFormats: isInside = true
    case .cellFormat where isInside:
      let id = attributes.integer(.numberFormatID) ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func end(_ name: XMLName) { if name == .cellFormats { isInside = false } }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

extension XMLName {
  static let numberFormat = XMLName("numFmt")
  static let numberFormatID = XMLName("numFmtId")
  static let formatCode = XMLName("formatCode")
  static let cellFormats = XMLName("cellXfs")
  static let cellFormat = XMLName("xf")
}
