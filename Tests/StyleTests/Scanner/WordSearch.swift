/// Finds whole words in a line of code.
enum WordSearch {
  /// The places where a text stands by itself, not inside a longer word, and whether a dot stands before it.
  static func places(of text: String, in line: String) -> [(offset: Int, isAfterDot: Bool)] {
    let wanted = Array(text.unicodeScalars)
    let scalars = Array(line.unicodeScalars)
    guard !wanted.isEmpty, scalars.count >= wanted.count else { return [] }
    var places: [(Int, Bool)] = []
    for start in 0...(scalars.count - wanted.count) where scalars[start] == wanted[0] {
      let end = start + wanted.count
      guard scalars[start..<end].elementsEqual(wanted) else { continue }
      if isWord(wanted[0]), start > 0, isWord(scalars[start - 1]) { continue }
      if isWord(wanted[wanted.count - 1]), end < scalars.count, isWord(scalars[end]) { continue }
      places.append((start, start > 0 && scalars[start - 1] == "."))
    }
    return places
  }

  /// Whether a scalar may be part of a name.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }
}
