import JournalText
import LedgerCore

/// Brings the bytes of a text file into UTF-8, whatever office software wrote them.
public enum TextDecoding {
  /// The text in UTF-8 without a byte order mark, and the encoding that it was in.
  ///
  /// Without an encoding it is told from the byte order mark, else taken as UTF-8 when it is that, else as GB18030; a
  /// file in UTF-8 that is damaged in places is not taken for GB18030.
  /// - Throws: `notText` with the place of the first byte that is no text.
  public static func utf8(
    _ bytes: [UInt8], file: String, encoding: TextEncoding? = nil
  ) throws(Diagnostic) -> (text: [UInt8], encoding: TextEncoding) {
    let encoding = encoding ?? guess(bytes)
    let body = Array(bytes.dropFirst(markLength(bytes, encoding)))
    let text = encoding == .utf8 ? body : try converted(body, from: encoding, file: file)
    if let flaw = text.withUnsafeBufferPointer(TextCheck.firstFlaw) {
      throw TextLines.notText(
        flaw.message, at: flaw.offset, in: text, file: file,
        hint: Wording(
          "表格是 UTF-8 或 GB18030 文字；工作簿请先另存为 CSV",
          "a table is text in UTF-8 or GB18030; a workbook must be saved as CSV first"))
    }
    return (text, encoding)
  }

  private static func guess(_ bytes: [UInt8]) -> TextEncoding {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return isMostlyUTF8(bytes) ? .utf8 : .gb18030
  }

  private static func markLength(_ bytes: [UInt8], _ encoding: TextEncoding) -> Int {
    switch encoding {
    case .utf8: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    case .gb18030: bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) ? 4 : 0
    case .utf16LittleEndian: bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0
    case .utf16BigEndian: bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
    }
  }

  /// Whether bytes are UTF-8, or were before they were damaged: Chinese characters in it outnumber the flaws.
  ///
  /// Text in GB18030 has a flaw at almost every character. A single flaw at the very end is a file that was cut.
  static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { whole in
      var start = 0
      var flaws = 0
      var characters = 0
      while start < whole.count, flaws < 1000 {
        let rest = UnsafeBufferPointer(rebasing: whole[start...])
        let flaw = TextCheck.firstFlaw(in: rest)
        let end = flaw.map { start + $0.offset } ?? whole.count
        characters += whole[start..<end].reduce(0) { $0 + ((0xE0...0xF4).contains($1) ? 1 : 0) }
        guard flaw != nil else { break }
        // Control characters are wrong in every encoding and say nothing about which one it is.
        let isControl = whole[end] < 0x80
        if !isControl { flaws += 1 }
        if flaws == 1, whole[end] >= 0xC2, whole.count - end < 4, whole[end...].allSatisfy({ $0 >= 0x80 }) {
          return true
        }
        start = end + 1
      }
      return flaws == 0 || characters > flaws
    }
  }

  private static func converted(
    _ bytes: [UInt8], from encoding: TextEncoding, file: String
  ) throws(Diagnostic) -> [UInt8] {
    do throws(CharacterConverter.Failure) {
      return try CharacterConverter.convert(bytes, from: encoding, to: .utf8)
    } catch {
      let offset = if case .malformed(let place) = error { place } else { 0 }
      let before = (try? CharacterConverter.convert(Array(bytes[..<offset]), from: encoding, to: .utf8)) ?? []
      let message =
        error == .unavailable
        ? Wording("本系统不能读 \(encoding.rawValue)", "this system cannot read \(encoding.rawValue)")
        : Wording("文字既不是 UTF-8 也不是 \(encoding.rawValue)", "the text is neither UTF-8 nor \(encoding.rawValue)")
      throw TextLines.notText(
        message, at: before.count, in: before, file: file,
        hint: Wording("另存为 UTF-8 的 CSV", "save the file as CSV in UTF-8"))
    }
  }
}
