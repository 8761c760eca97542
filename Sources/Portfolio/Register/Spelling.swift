/// Finds what a mistyped word most likely meant.
public enum Spelling {
  /// The candidate within a third of the word's length in edits, the nearest first; nil when none is.
  ///
  /// - Parameter least: edits that are allowed however short the word is; of few candidates more may be.
  public static func nearest(to word: String, among candidates: some Sequence<String>, within least: Int = 1) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    guard !letters.isEmpty, letters.count <= 64 else { return nil }
    var best: (distance: Int, name: String)?
    let limit = max(least, letters.count / 3)
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      if abs(other.count - letters.count) > limit { continue }
      let distance = editDistance(letters, other)
      if distance <= limit && distance < (best?.distance ?? Int.max) { best = (distance, candidate) }
    }
    return best?.name
  }

  /// Insertions, deletions, replacements and exchanges of two neighbours that turn one word into the other (optimal string
  /// alignment).
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for (offset, letter) in left.enumerated() {
      var row = [offset + 1]
      for index in right.indices {
        var distance = min(last[index] + (letter == right[index] ? 0 : 1), last[index + 1] + 1, row[index] + 1)
        if offset > 0, index > 0, letter == right[index - 1], left[offset - 1] == right[index] {
          distance = min(distance, before[index - 1] + 1)
        }
        row.append(distance)
      }
      (before, last) = (last, row)
    }
    return last[right.count]
  }
}
