import LedgerCore

/// A sentence with exact values in it: formats for people round them as they do in tables, in the unit of the report.
///
/// Written as two texts with cells between their words, since languages order them differently:
/// `Statement("本年出资\(paid)。", "Paid in the year: \(paid).")`.
public struct Statement: Hashable, Sendable {
  /// A piece of a sentence.
  public enum Part: Hashable, Sendable {
    /// Words as they are.
    case words(String)
    /// A value, and the decimals of a ratio, percentage or rate.
    case value(Cell, decimals: Int)
  }

  /// The sentence in one language.
  public struct Text: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// Its pieces, in order.
    public var parts: [Part]

    /// Takes up words and cells in the order in which they are written.
    public struct StringInterpolation: StringInterpolationProtocol {
      var parts: [Part] = []

      public init(literalCapacity: Int, interpolationCount: Int) {}

      /// Adds words.
      public mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { parts.append(.words(literal)) } }
      /// Adds a value; ratios print with two decimals unless told otherwise.
      public mutating func appendInterpolation(_ cell: Cell, decimals: Int = 2) {
        parts.append(.value(cell, decimals: decimals))
      }
      /// Adds words that are known only now.
      public mutating func appendInterpolation(_ words: String) { appendLiteral(words) }
      /// Adds a number that is no figure, such as a year.
      public mutating func appendInterpolation(_ number: Int) { appendLiteral("\(number)") }
    }

    public init(stringLiteral value: String) { parts = value.isEmpty ? [] : [.words(value)] }
    public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    /// One text after the other.
    public static func + (left: Text, right: Text) -> Text {
      var whole = left
      whole.parts += right.parts
      return whole
    }
  }

  /// The Chinese text.
  public var zh: Text
  /// The English text.
  public var en: Text

  /// A sentence from its Chinese and its English text.
  public init(_ zh: Text, _ en: Text) {
    self.zh = zh
    self.en = en
  }

  /// The pieces in a language.
  public subscript(language: Language) -> [Part] {
    switch language {
    case .zh: zh.parts
    case .en: en.parts
    }
  }

  /// Whether there is nothing to show in any language.
  public var isEmpty: Bool { zh.parts.isEmpty && en.parts.isEmpty }

  /// One sentence after the other; in English with a space between them.
  public static func + (left: Statement, right: Statement) -> Statement {
    if left.isEmpty { return right }
    return right.isEmpty ? left : Statement(left.zh + right.zh, left.en + " " + right.en)
  }

  /// All values of one language.
  public func values(_ language: Language) -> [Cell] {
    self[language].compactMap { if case .value(let cell, _) = $0 { cell } else { nil } }
  }
}
