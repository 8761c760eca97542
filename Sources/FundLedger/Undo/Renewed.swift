import BookStore

/// What became of an event that a book may have had before and reversed since.
struct Renewed {
  /// What became of it.
  var appended: Appended
  /// What the book had of it and reversed, with the reversals, the first one first.
  var reversed: [(place: Int64, reversal: Int64)] = []
  /// Whether it was recorded anew now.
  var isCopy = false
  /// Whether it stays reversed.
  var isLeft = false
  /// The key of the last copy of it; nil when there is none.
  var key: String?
}
