import LedgerCore

/// What a name or a text must look like: a part of it, its beginning or end, a glob, or a regular expression.
///
/// Letters of either case are the same.
public enum NamePattern: Hashable, Sendable {
  /// The text stands somewhere in it; at its beginning or end when anchored.
  case part(String, atStart: Bool = false, atEnd: Bool = false)
  /// The whole of it fits `*` (anything) and `?` (one character).
  case glob(String)
  /// A part of it fits a regular expression.
  case expression(String)

  /// A pattern as it is written: `/…/` a regular expression, with `*` or `?` a glob, with `^` or `$` anchored.
  init(_ text: String) {
    if text.count >= 2, text.hasPrefix("/"), text.hasSuffix("/") {
      self = .expression(String(text.dropFirst().dropLast()))
    } else if text.contains("*") || text.contains("?") {
      self = .glob(text.lowercased())
    } else {
      let (atStart, atEnd) = (text.hasPrefix("^"), text.hasSuffix("$"))
      let word = text.dropFirst(atStart ? 1 : 0).dropLast(atEnd ? 1 : 0)
      self = .part(word.lowercased(), atStart: atStart, atEnd: atEnd)
    }
  }

  /// Whether the pattern asks for nothing in particular.
  var isEmpty: Bool {
    switch self {
    case .part(let text, _, _): text.isEmpty
    case .glob(let text), .expression(let text): text.isEmpty
    }
  }

  /// A function that says whether a text fits, with all that takes long done once.
  ///
  /// - Throws: `badPattern` for a regular expression that is none.
  func matcher(at position: SourcePosition?) throws(Diagnostic) -> (String) -> Bool {
    switch self {
    case .part(let word, let atStart, let atEnd):
      return { text in NamePattern.fits(text.lowercased(), word, atStart, atEnd) }
    case .glob(let pattern):
      let pattern = Array(pattern)
      return { text in NamePattern.fits(Array(text.lowercased())[...], glob: pattern[...]) }
    case .expression(let pattern):
      do {
        let expression = try Regex(pattern).ignoresCase()
        return { text in text.firstMatch(of: expression) != nil }
      } catch {
        throw Diagnostic(
          .badPattern, Wording("\(pattern) 不是正则表达式：\(error)", "\(pattern) is not a regular expression: \(error)"),
          hint: Wording("请更正，或不写两边的斜线", "correct it, or write the name without the strokes"), at: position)
      }
    }
  }

  private static func fits(_ text: String, _ word: String, _ atStart: Bool, _ atEnd: Bool) -> Bool {
    switch (atStart, atEnd) {
    case (true, true): text == word
    case (true, false): text.hasPrefix(word)
    case (false, true): text.hasSuffix(word)
    case (false, false): text.contains(word)
    }
  }

  /// Whether a whole text fits a glob; time is at most the product of both lengths.
  static func fits(_ text: ArraySlice<Character>, glob pattern: ArraySlice<Character>) -> Bool {
    var (at, place) = (text.startIndex, pattern.startIndex)
    var star: (pattern: Int, text: Int)?
    while at < text.endIndex {
      if place < pattern.endIndex, pattern[place] == "*" {
        star = (place, at)
        place += 1
      } else if place < pattern.endIndex, pattern[place] == "?" || pattern[place] == text[at] {
        (at, place) = (at + 1, place + 1)
      } else if let last = star {
        // The last star takes one character more.
        star = (last.pattern, last.text + 1)
        (at, place) = (last.text + 1, last.pattern + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}
