/// A text in every language; whoever shows it picks one.
///
/// Diagnostics build both texts at once, so that they can be shown in any language without asking again. Words of reports are
/// phrases (`Phrase` of the target ReportDocument), which may name exact amounts.
public struct Wording: Hashable, Sendable {
  /// The Chinese text.
  public var zh: String
  /// The English text.
  public var en: String

  /// A wording from its Chinese and its English text.
  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// A text that is the same in every language, such as a name or a document number.
  public static func plain(_ text: String) -> Wording { Wording(text, text) }

  /// Asks whether a name that is nearly the same was meant.
  public static func didYouMean(_ name: String) -> Wording { Wording("是不是 \(name)？", "did you mean \(name)?") }

  /// A sentence, behind the question whether a name was meant where one is nearly the same.
  public static func didYouMean(_ near: String?, then sentence: Wording) -> Wording {
    guard let near else { return sentence }
    return didYouMean(near) + Wording("", " ") + sentence
  }

  /// No text at all; renderers leave the line out.
  public static let none = Wording("", "")

  /// Whether there is nothing to show in any language.
  public var isEmpty: Bool { zh.isEmpty && en.isEmpty }

  /// The text in a language.
  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }

  /// Both wordings one after the other, without anything between them.
  public static func + (left: Wording, right: Wording) -> Wording {
    Wording(left.zh + right.zh, left.en + right.en)
  }
}
