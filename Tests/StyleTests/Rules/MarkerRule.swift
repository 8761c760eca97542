/// Work that was left for later belongs in an issue, not in a comment.
enum MarkerRule {
  static let markers = ["TODO", "FIXME", "XXX", "HACK"]

  /// Each marker in the comments or the code of a file.
  static func check(_ text: SwiftText) -> [Violation] {
    text.comments.indices.flatMap { index in
      markers.filter { marker in
        [text.comments[index], text.code[index]].contains { !WordSearch.places(of: marker, in: $0).isEmpty }
      }
      .map { Violation(path: text.path, line: index + 1, message: "\($0) is left over") }
    }
  }
}
