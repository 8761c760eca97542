import LedgerCore

/// A text in every language of the reports; a renderer picks one.
///
/// Reports build both texts at once, so that a document can be rendered in any language without asking again. A phrase
/// that names amounts is made of a sentence with exact values (`Phrase(exactly:_:)`): formats for people write them in the
/// unit of the report, while its texts have them in full, with their commodity.
public struct Phrase: Hashable, Sendable {
  /// The Chinese text.
  public var zh: String { didSet { exact = nil } }
  /// The English text.
  public var en: String { didSet { exact = nil } }
  private var exact: Exact?

  /// A sentence in a box of its own, since few phrases have one and cells hold very many phrases.
  private indirect enum Exact: Hashable, Sendable {
    case statement(Statement)
  }

  /// A phrase from its Chinese and its English text.
  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// The words of a diagnostic as a phrase.
  public init(_ wording: Wording) { self.init(wording.zh, wording.en) }

  /// The phrase as words of a diagnostic.
  public var wording: Wording { Wording(zh, en) }

  /// A phrase with exact values in it, from its Chinese and its English text.
  public init(exactly zh: Statement.Text, _ en: Statement.Text) {
    self.zh = zh.inFull(.zh)
    self.en = en.inFull(.en)
    exact = .statement(Statement(zh, en))
  }

  /// The sentence that the phrase was made of, when it has exact values.
  public var statement: Statement? { if case .statement(let statement)? = exact { statement } else { nil } }

  /// A text that is the same in every language, such as a name or a document number.
  public static func plain(_ text: String) -> Phrase { Phrase(text, text) }

  /// No text at all; renderers leave the line out.
  public static let none = Phrase("", "")

  /// Whether there is nothing to show in any language.
  public var isEmpty: Bool { zh.isEmpty && en.isEmpty }

  /// The text in a language.
  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }

  /// Both phrases one after the other, without anything between them.
  public static func + (left: Phrase, right: Phrase) -> Phrase {
    if left.exact == nil && right.exact == nil { return Phrase(left.zh + right.zh, left.en + right.en) }
    return Phrase(exactly: left.pieces.zh + right.pieces.zh, left.pieces.en + right.pieces.en)
  }

  /// The phrase as a sentence, of words alone when it has no exact values.
  private var pieces: Statement {
    statement ?? Statement(Statement.Text(stringLiteral: zh), Statement.Text(stringLiteral: en))
  }
}

extension Phrase {
  /// The label of a line of totals.
  public static let total = Phrase("合计", "Total")
  /// The label of a line of subtotals.
  public static let subtotal = Phrase("小计", "Subtotal")
  /// The line for a report that found nothing to show.
  public static let nothingToShow = Phrase("没有符合条件的内容。", "Nothing to show.")
}
