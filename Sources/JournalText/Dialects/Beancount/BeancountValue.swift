import LedgerCore

/// One value of a `custom` line or of metadata of beancount, and how it stands in the text of a remark.
///
/// The text is as beancount writes it, but for accounts and commodities, which have their names in our books:
/// `"quarterly" 90.30 CNY Expenses:Food account:"国库存款" TRUE 2022-07-01`.
enum BeancountValue: Hashable {
  case text(String)
  /// A number, a date, `TRUE` or `FALSE`; in metadata also a tag, or `NULL`.
  case word(String)
  case amount(number: String, commodity: String)
  case account(String)
  /// A currency alone, which only metadata has.
  case commodity(String)

  /// The value in the text of a remark.
  var written: String {
    switch self {
    case .text(let text): JournalWriter.quoted(text)
    case .word(let word): word
    case .amount(let number, let commodity): "\(number) \(commodity)"
    case .account(let name): BeancountValue.isBare(name) ? name : "account:\(JournalWriter.quoted(name))"
    case .commodity(let code): code
    }
  }

  /// Values as the text of a remark; empty for none.
  static func text(of values: [BeancountValue]) -> String { values.map(\.written).joined(separator: " ") }

  /// The values of a text; a word that is nothing else is a text.
  static func values(of text: String) -> [BeancountValue] {
    var values: [BeancountValue] = []
    var rest = text.unicodeScalars[...]
    var number: String?
    func finish() {
      if let last = number { values.append(.word(last)) }
      number = nil
    }
    while let first = rest.first {
      if first.properties.isWhitespace {
        rest.removeFirst()
      } else if first == "\"" {
        finish()
        values.append(.text(quoted(&rest)))
      } else {
        let word = bare(&rest)
        if word == "account:", rest.first == "\"" {
          finish()
          values.append(.account(quoted(&rest)))
        } else if isNumber(word) {
          finish()
          number = word
        } else if let last = number, !word.contains(":"), !isTruth(word), !isDate(word) {
          values.append(.amount(number: last, commodity: word))
          number = nil
        } else {
          finish()
          values.append(isTruth(word) || isDate(word) ? .word(word) : isBare(word) ? .account(word) : .text(word))
        }
      }
    }
    finish()
    return values
  }

  /// Takes a text in quotation marks; without the second one it goes to the end.
  static func quoted(_ rest: inout Substring.UnicodeScalarView) -> String {
    rest.removeFirst()
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "\"" { break }
      if scalar == "\\", let next = rest.popFirst() {
        text.append(next == "n" ? "\n" : next)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }

  private static func bare(_ rest: inout Substring.UnicodeScalarView) -> String {
    var word = String.UnicodeScalarView()
    while let scalar = rest.first, !scalar.properties.isWhitespace, scalar != "\"" {
      word.append(scalar)
      rest.removeFirst()
    }
    return String(word)
  }

  /// Whether a name is told for an account without a word before it: by its colon.
  private static func isBare(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, name.contains(":"), !name.hasSuffix(":") else { return false }
    return first.properties.isAlphabetic
      && !name.unicodeScalars.contains { $0.properties.isWhitespace || "\"\\;".unicodeScalars.contains($0) }
  }

  static func isTruth(_ word: String) -> Bool { word == "TRUE" || word == "FALSE" }

  /// Whether a word is a date as beancount has them, which may be older than any of ours: `1792-01-01`.
  static func isDate(_ word: String) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return false }
    return Day(word) != nil || (word.first == "1" && Day("2" + word.dropFirst()) != nil)
  }

  static func isNumber(_ word: String) -> Bool {
    let digits = word.utf8.first == UInt8(ascii: "-") ? word.dropFirst() : word[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }
}
