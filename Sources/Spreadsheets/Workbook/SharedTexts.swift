/// The texts that cells of a workbook share and refer to by index.
final class SharedTexts: XMLReceiver {
  private(set) var texts: [String] = []
  private var bytes: [UInt8] = []
  private var total = 0
  private var isText = false
  /// Readings of characters stand beside the text and are no part of it.
  private var isReading = false
  var isFull: Bool { bytes.count > WorkbookLimits.textBytesMax || total > WorkbookLimits.sharedBytesMax }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case .sharedItem: bytes.removeAll(keepingCapacity: true)
    case .reading: isReading = true
    case .text: isText = !isReading
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case .sharedItem:
      total += bytes.count + 16
      texts.append(WorkbookText.text(bytes))
    case .reading: isReading = false
    case .text: isText = false
    default: break
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) { if isText { bytes += piece } }
}

extension XMLName {
  static let sharedItem = XMLName("si")
  static let reading = XMLName("rPh")
  static let text = XMLName("t")
}
