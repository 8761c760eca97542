/// Names or document numbers of one item: the same number for the same words, 0 for none.
///
/// It means something together with the `MatchWords` that gave it.
public struct WordList: Hashable, Sendable {
  let number: Int32

  /// No words.
  public static let none = WordList(number: 0)

  /// Whether it says nothing.
  var isEmpty: Bool { number == 0 }
}
