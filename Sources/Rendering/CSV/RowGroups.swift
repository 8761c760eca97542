/// Which heading the rows of a table stand under, by how deep they are indented.
///
/// A heading alone holds the rows that are as deep as the first one below it. One with amounts of its own is the sum of the
/// rows below it that are deeper, so that the next row as deep as itself stands beside it, not under it.
struct RowGroups {
  private struct Heading {
    let text: String
    let indent: Int
    let isAlone: Bool
    /// How deep the first row below it is; nil before there is one.
    var inner: Int?
  }

  private var headings: [Heading] = []

  /// Takes in a heading.
  mutating func begin(_ text: String, indent: Int, isAlone: Bool) {
    if isAlone { headings.removeAll { $0.indent >= indent } }
    _ = heading(ofRowAt: indent)
    headings.append(Heading(text: text, indent: indent, isAlone: isAlone))
  }

  /// Takes in a sum: a heading without any row is over with it.
  mutating func endSum(indent: Int) {
    while let last = headings.last, last.inner == nil, indent <= last.indent { headings.removeLast() }
  }

  /// The heading of a row; empty for none.
  mutating func heading(ofRowAt indent: Int) -> String {
    while let last = headings.last {
      if let inner = last.inner {
        if indent >= inner { return last.text }
      } else if indent > last.indent || (last.isAlone && indent == last.indent) {
        headings[headings.count - 1].inner = indent
        return last.text
      }
      headings.removeLast()
    }
    return ""
  }
}
