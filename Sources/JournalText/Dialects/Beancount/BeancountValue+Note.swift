import LedgerCore

extension BeancountValue {
  /// A value as the note of a remark has it behind its key: a text as it is, unless it would be taken for something else,
  /// so that `2022-01-30` is a day and `"2022-01-30"` a text.
  init(inNote text: String) {
    self = .text(text)
    if text.first == "\"" {
      if let inner = BeancountValue.whole(text[...]) { self = .text(inner) }
    } else if text.hasPrefix("account:\"") {
      if let name = BeancountValue.whole(text.dropFirst(8)) { self = .account(name) }
    } else if BeancountValue.isWord(text) {
      self = .word(text)
    } else if BeancountValue.isCurrency(text) {
      self = .commodity(text)
    } else if BeancountValue.isAccount(text) {
      self = .account(text)
    } else if let blank = text.firstIndex(of: " ") {
      let (number, code) = (String(text[..<blank]), String(text[text.index(after: blank)...]))
      if BeancountValue.isNumber(number), BeancountValue.isCurrency(code) { self = .amount(number: number, commodity: code) }
    }
  }

  /// The value as a note has it.
  var inNote: String {
    switch self {
    case .text(let text):
      let isEven = EventBuilder.trimmed(text) == text && !text.isEmpty && !text.contains(where: \.isNewline)
      return isEven && BeancountValue(inNote: text) == self ? text : JournalWriter.quoted(text)
    case .account(let name): return BeancountValue.isAccount(name) ? name : "account:\(JournalWriter.quoted(name))"
    case .word, .amount, .commodity: return written
    }
  }

  /// The value for people: a text without quotation marks.
  var plain: String {
    if case .text(let text) = self { text } else { written }
  }

  /// The text between quotation marks that enclose all there is; nil when they do not.
  private static func whole(_ text: Substring) -> String? {
    var rest = text.unicodeScalars
    guard text.last == "\"", text.count > 1 else { return nil }
    let inner = quoted(&rest)
    return rest.isEmpty && JournalWriter.quoted(inner) == text ? inner : nil
  }

  private static func isWord(_ text: String) -> Bool {
    isNumber(text) || isTruth(text) || isDate(text) || isTag(text) || text == "NULL"
  }

  /// Whether a word is a tag, `#paid`.
  static func isTag(_ word: String) -> Bool {
    word.utf8.count > 1 && word.utf8.first == UInt8(ascii: "#")
      && word.utf8.dropFirst().allSatisfy { isLetterOrDigit($0) || "-_/.".utf8.contains($0) }
  }

  /// Whether a word is written as a currency of beancount is.
  static func isCurrency(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard (2...24).contains(bytes.count), let first = bytes.first, let last = bytes.last, (65...90).contains(first) else { return false }
    let isCapital = { (byte: UInt8) in (65...90).contains(byte) || (48...57).contains(byte) }
    return isCapital(last) && bytes.allSatisfy { isCapital($0) || "'._-".utf8.contains($0) }
      && !["TRUE", "FALSE", "NULL"].contains(word)
  }

  /// Whether a word is written as an account of beancount is: two parts or more, the first of which begins with a capital.
  private static func isAccount(_ word: String) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = word.unicodeScalars.first, first.properties.isUppercase else { return false }
    return parts.allSatisfy { part in
      guard let first = part.unicodeScalars.first else { return false }
      let isBegun = first.properties.isUppercase || ("0"..."9").contains(first) || !first.isASCII
      return isBegun && part.unicodeScalars.allSatisfy { !$0.isASCII || $0 == "-" || isLetterOrDigit(UInt8(truncatingIfNeeded: $0.value)) }
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
