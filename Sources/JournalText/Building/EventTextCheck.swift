import LedgerCore
import Portfolio

/// Whether what an event says can stand in a journal, so that its canonical text reads back to the same event.
///
/// Cells of a table, strings of JSON and arguments can hold what a line of a journal cannot.
public enum EventTextCheck {
  /// The texts of one event together; with every byte escaped they still fit a line of a journal.
  public static let textBytesMax = 30_000

  /// Throws the first thing about an event that a journal could not hold; without a place unless the event has one.
  public static func check(_ event: Event) throws(Diagnostic) {
    var bytes = 0
    for (index, value) in event.values.enumerated() {
      guard case .text(let text) = value else { continue }
      bytes += text.utf8.count
      let field = event.kind.fields[index]
      if let flaw = flaw(of: text, allowing: [0x09, 0x0A]) {
        throw Diagnostic(
          .badFieldValue, Wording("\(field.chinese)（\(field.name)）", "\(field.name) ") + flaw, at: event.position(of: field.name))
      }
    }
    if event.kind === EventDeclaration.entry, let code = event.text("code"), let flaw = flaw(ofCode: code) {
      throw Diagnostic(.badFieldValue, Wording("凭证代码", "code ") + flaw, at: event.position(of: "code"))
    }
    if bytes > textBytesMax {
      throw Diagnostic(
        .lineTooLong,
        Wording(
          "本条文字共 \(bytes) 字节；最长 \(textBytesMax)", "the texts of the event have \(bytes) bytes; the longest allowed have \(textBytesMax)"),
        hint: Wording("长文字留在文件里，用 doc 写明文件", "keep long texts in the document and name it in doc"), at: event.position())
    }
  }

  /// What keeps a name from standing as an account in a line of a voucher, or nil.
  public static func flaw(ofAccount name: String) -> Wording? {
    guard let first = name.utf8.first, let last = name.utf8.last else { return Wording("是空的", "is empty") }
    if let flaw = flaw(of: name, allowing: []) { return flaw }
    if first == 0x20 || last == 0x20 { return Wording("首尾有空格", "begins or ends with a space") }
    if first == UInt8(ascii: ";") { return Wording("以 ; 开头", "begins with ;") }
    if name.utf8.count > 1000 { return Wording("超过 1000 字节", "has more than 1000 bytes") }
    var previous: UInt8 = 0
    for byte in name.utf8 {
      if byte == 0x20 && previous == 0x20 { return Wording("有两个连续空格", "has two spaces in a row") }
      if byte == 0x20 && previous == UInt8(ascii: ":") { return Wording("冒号后有空格", "has a space after a colon") }
      previous = byte
    }
    return nil
  }

  /// What keeps a text from standing as the note of a line, or nil.
  public static func flaw(ofNote text: String) -> Wording? {
    if text.utf8.count > textBytesMax { return Wording("超过 \(textBytesMax) 字节", "has more than \(textBytesMax) bytes") }
    return flaw(of: text, allowing: [0x09])
  }

  private static func flaw(ofCode text: String) -> Wording? {
    text.utf8.contains(UInt8(ascii: ")")) ? Wording("含有右括号", "holds a closing parenthesis") : flaw(of: text, allowing: [0x09])
  }

  /// The first control character that is not allowed, in words.
  private static func flaw(of text: String, allowing allowed: [UInt8]) -> Wording? {
    for byte in text.utf8 where byte < 0x20 && !allowed.contains(byte) {
      if byte == 0x0A { return Wording("含有换行", "holds a line break") }
      if byte == 0x09 { return Wording("含有制表符", "holds a tab") }
      return Wording("含有控制字符 0x\(String(byte, radix: 16))", "holds the control character 0x\(String(byte, radix: 16))")
    }
    return nil
  }
}
