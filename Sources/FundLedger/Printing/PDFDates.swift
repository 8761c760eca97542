import LedgerCore

/// Sets the moments at which a PDF was made, so that the same page has the same bytes every time.
enum PDFDates {
  private static let keys = ["/CreationDate (D:", "/ModDate (D:"]
  /// Digits of year, month, day, hour, minute and second.
  private static let digitCount = 14

  /// Writes midnight of a day, the first of 2000 when there is none, over the moments in the information of a PDF.
  static func pin(_ bytes: inout [UInt8], to day: Day?) {
    let date = (day ?? Day(number: 10_957)).description.filter { $0 != "-" }
    guard date.utf8.count == 8 else { return }
    let moment = Array((date + "000000+00'00'").utf8)
    for key in keys {
      guard let place = bytes.firstRange(of: Array(key.utf8)) else { continue }
      let start = place.upperBound
      guard start + moment.count <= bytes.count, bytes[start..<start + digitCount].allSatisfy(isDigit) else { continue }
      bytes.replaceSubrange(start..<start + digitCount, with: moment[..<digitCount])
      let zone = start + digitCount
      // The zone, where one is written: +08'00'.
      if bytes[zone] == UInt8(ascii: "+") || bytes[zone] == UInt8(ascii: "-") {
        bytes.replaceSubrange(zone..<zone + moment.count - digitCount, with: moment[digitCount...])
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
