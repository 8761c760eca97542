/// A text in every language of the reports; a renderer picks one.
///
/// Reports and diagnostics build both texts at once, so that they can be shown in any language without asking again.
public struct Phrase: Hashable, Sendable {
  /// The Chinese text.
  public var zh: String
  /// The English text.
  public var en: String

  /// A phrase from its Chinese and its English text.
  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// A text that is the same in every language, such as a name or a document number.
  public static func plain(_ text: String) -> Phrase { Phrase(text, text) }

  /// Asks whether a name that is nearly the same was meant.
  public static func didYouMean(_ name: String) -> Phrase { Phrase("是不是 \(name)？", "did you mean \(name)?") }

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
    Phrase(left.zh + right.zh, left.en + right.en)
  }
}

extension Phrase {
  /// The label of a line of totals.
  public static let total = Phrase("合计", "Total")
  /// The label of a line of subtotals.
  public static let subtotal = Phrase("小计", "Subtotal")
  /// The line for a report that found nothing to show.
  public static let nothingToShow = Phrase("没有符合条件的记录。", "Nothing to show.")
}
