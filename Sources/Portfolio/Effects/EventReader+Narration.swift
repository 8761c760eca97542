import LedgerCore

extension EventReader {
  /// Says of words such as `envelope:2025/P` in the narration of a plain voucher that they are text there and no field.
  func warnOfFields(_ effect: inout Effect) {
    guard let narration = event.text("narration"), EventReader.hasColon(narration) else { return }
    for word in narration.split(whereSeparator: \.isWhitespace) {
      guard let colon = word.firstIndex(where: { $0 == ":" || $0 == "：" }), word.index(after: colon) < word.endIndex,
        let index = event.kind.index(of: String(word[..<colon]))
      else { continue }
      let field = event.kind.fields[index]
      guard EventReader.fieldsMissed.contains(field.name), event.values[index].isAbsent else { continue }
      let value = word[word.index(after: colon)...]
      effect.warn(
        .fieldInNarration,
        Wording("\(word) 写在摘要里，未作为字段 \(field.name) 读取", "\(word) is a part of the narration, not the field \(field.name)"),
        hint: Wording(
          "缩进另起一行写 \(field.name): \(value)，或写在行末 ; 之后；bgt record entry 用 --\(field.name) \(value)",
          "write it on an indented line of its own, as \(field.name): \(value), or behind ; at the end of the line; "
            + "bgt record entry takes --\(field.name) \(value)"),
        at: event.position())
    }
  }

  /// The fields that change what a voucher is about.
  private static let fieldsMissed: Set<String> = ["programme", "deal", "party", "envelope", "period", "doc", "attachments", "key"]

  /// Whether a text has a colon, of half or full width; looked at for every voucher.
  private static func hasColon(_ text: String) -> Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if byte == 0x3A || (before == (0xEF, 0xBC) && byte == 0x9A) { return true }
      before = (before.1, byte)
    }
    return false
  }
}
