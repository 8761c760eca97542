import LedgerCore

extension TextEncoding {
  /// Text in UTF-8 as bytes of the encoding, without a byte order mark.
  ///
  /// - Throws: `notEncodable` with the first character that the encoding does not have and the line where it stands.
  public func encoded(_ utf8: [UInt8]) throws(Diagnostic) -> [UInt8] {
    if self == .utf8 { return utf8 }
    do throws(CharacterConverter.Failure) {
      return try CharacterConverter.convert(utf8, from: .utf8, to: self)
    } catch {
      guard case .malformed(let offset) = error else {
        throw Diagnostic(
          .notEncodable, Wording("本系统不能写 \(rawValue)", "this system cannot write \(rawValue)"),
          hint: Wording("用 --encoding utf-8，给 Excel 用 utf-8-bom", "choose --encoding utf-8, or utf-8-bom for Excel"))
      }
      let scalar = String(decoding: utf8[offset...].prefix(4), as: UTF8.self).unicodeScalars.first ?? " "
      let number = String(scalar.value, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - number.count)) + number
      let line = utf8[..<offset].reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
      throw Diagnostic(
        .notEncodable,
        Wording(
          "报告第 \(line) 行的“\(scalar)”（U+\(code)）在 \(rawValue) 中没有",
          "“\(scalar)” (U+\(code)) in line \(line) of the report has no place in \(rawValue)"),
        hint: Wording("用 --encoding utf-8，给 Excel 用 utf-8-bom", "choose --encoding utf-8, or utf-8-bom for Excel"))
    }
  }
}
