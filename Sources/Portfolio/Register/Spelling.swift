/// Finds what a mistyped word most likely meant.
public enum Spelling {
  /// The candidate within a third of the word's length in edits (at least one), the nearest first; nil when none is.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    guard !letters.isEmpty, letters.count <= 64 else { return nil }
    var best: (distance: Int, name: String)?
    let limit = max(1, letters.count / 3)
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      if abs(other.count - letters.count) > limit { continue }
      let distance = editDistance(letters, other)
      if distance <= limit && distance < (best?.distance ?? Int.max) { best = (distance, candidate) }
    }
    return best?.name
  }

  /// Insertions, deletions and replacements that turn one word into the other (Levenshtein).
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (offset, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = offset + 1
      for index in right.indices {
        let replaced = diagonal + (letter == right[index] ? 0 : 1)
        diagonal = row[index + 1]
        row[index + 1] = min(replaced, row[index] + 1, row[index + 1] + 1)
      }
    }
    return row[right.count]
  }
}
