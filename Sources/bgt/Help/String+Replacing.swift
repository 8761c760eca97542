extension String {
  /// The text with the first piece behind a mark replaced; as it was when there is no such piece.
  func replacing(_ old: String, after mark: String, with new: String) -> String {
    guard let start = firstRange(of: mark)?.upperBound, let range = self[start...].firstRange(of: old) else { return self }
    var copy = self
    copy.replaceSubrange(range, with: new)
    return copy
  }
}
