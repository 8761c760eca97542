import LedgerCore

/// A word or a sign of a query with its place.
struct QueryToken: Hashable {
  /// What it is.
  enum Kind: Hashable {
    case open, close, and, or, not
    /// A term as it is written, with whether its value was in quotes.
    case word(field: String?, value: String, isQuoted: Bool)
  }

  let kind: Kind
  /// The first character and one after the last in the text of the query.
  let range: Range<Int>
  /// Where the value of a word begins.
  var value = 0
}

/// Parts the words of a command line into the terms and signs of a query.
struct QueryLexer {
  private(set) var tokens: [QueryToken] = []
  private let text: [Character]

  /// Reads the words; each is one term, or an expression when it has signs, operators or quotes in it.
  ///
  /// - Throws: `queryUnclosed` for a quotation that does not end.
  init(_ words: [String]) throws(Diagnostic) {
    text = Array(words.joined(separator: " "))
    var start = 0
    for word in words {
      let range = start..<start + word.count
      start = range.upperBound + 1
      var found: [QueryToken] = []
      var index = range.lowerBound
      while let token = try next(&index, range.upperBound) { found.append(token) }
      tokens += isOneName(found) ? [whole(range)] : found
    }
  }

  /// Whether an argument is words alone, as `my bank`, or one field with a value of words, as `date:from 2022 to 2023`.
  private func isOneName(_ found: [QueryToken]) -> Bool {
    guard found.count > 1 else { return false }
    return found.enumerated().allSatisfy { index, token in
      if case .word(let field, _, let isQuoted) = token.kind { return !isQuoted && (field == nil || index == 0) }
      return false
    }
  }

  /// All of an argument as one term.
  private func whole(_ range: Range<Int>) -> QueryToken {
    let first = text[range].firstIndex { $0 != " " } ?? range.lowerBound
    let characters = text[first..<range.upperBound]
    if let (field, length) = field(first, range.upperBound) {
      let value = String(characters.dropFirst(length))
      return QueryToken(kind: .word(field: field, value: value, isQuoted: false), range: first..<range.upperBound, value: first + length)
    }
    return QueryToken(
      kind: .word(field: nil, value: String(characters), isQuoted: false), range: first..<range.upperBound, value: first)
  }

  private func next(_ index: inout Int, _ end: Int) throws(Diagnostic) -> QueryToken? {
    while index < end, text[index].isWhitespace { index += 1 }
    guard index < end else { return nil }
    let start = index
    switch text[index] {
    case "(", "（":
      index += 1
      return QueryToken(kind: .open, range: start..<index)
    case ")", "）":
      index += 1
      return QueryToken(kind: .close, range: start..<index)
    case "!" where index + 1 < end:
      index += 1
      return QueryToken(kind: .not, range: start..<index)
    default: return try word(&index, end)
    }
  }

  private func word(_ index: inout Int, _ end: Int) throws(Diagnostic) -> QueryToken {
    let start = index
    for prefix in ["not:", "非:", "非："] where text[start..<end].starts(with: Array(prefix)) {
      index = start + prefix.count
      return QueryToken(kind: .not, range: start..<index)
    }
    let field = field(start, end)
    index = start + (field?.length ?? 0)
    let valueStart = index
    let (value, isQuoted) = try value(&index, end)
    let range = start..<index
    if field == nil, !isQuoted {
      switch value.lowercased() {
      case "and", "且", "并且": return QueryToken(kind: .and, range: range)
      case "or", "或", "或者": return QueryToken(kind: .or, range: range)
      case "not", "非": return QueryToken(kind: .not, range: range)
      default: break
      }
    }
    return QueryToken(kind: .word(field: field?.name, value: value, isQuoted: isQuoted), range: range, value: valueStart)
  }

  /// The name of a field that stands here, with the sign behind it; an amount or a date may be compared at once.
  private func field(_ start: Int, _ end: Int) -> (name: String, length: Int)? {
    guard let sign = text[start..<end].firstIndex(where: { ":：<>=≥≤\"'/ ()".contains($0) }), sign > start else { return nil }
    let name = String(text[start..<sign])
    guard let field = QueryField(named: name) else { return nil }
    if text[sign] == ":" || text[sign] == "：" { return (name, sign + 1 - start) }
    return "<>=≥≤".contains(text[sign]) && (field == .amount || field == .date) ? (name, sign - start) : nil
  }

  /// A value up to a blank or a closing parenthesis that was not opened in it; quotes hold anything together.
  private func value(_ index: inout Int, _ end: Int) throws(Diagnostic) -> (String, isQuoted: Bool) {
    var value = ""
    var depth = 0
    var isQuoted = false
    let isExpression = index < end && text[index] == "/" && text[(index + 1)..<end].contains("/")
    while index < end {
      let character = text[index]
      if isExpression {
        value.append(character)
        index += 1
        if character == "/" && value.count > 1 && text[index - 2] != "\\" { break }
        continue
      }
      if character == "\"" || character == "'" {
        guard let close = text[(index + 1)..<end].firstIndex(of: character) else {
          throw Diagnostic(
            .queryUnclosed, Wording("引号没有结束", "the quotation does not end"),
            hint: Wording("用 \(character) 结束", "close it with \(character)"),
            at: position(index..<end))
        }
        isQuoted = true
        value += String(text[(index + 1)..<close])
        index = close + 1
        continue
      }
      if character.isWhitespace { break }
      if character == "(" || character == "（" { depth += 1 }
      if character == ")" || character == "）" {
        if depth == 0 { break }
        depth -= 1
      }
      value.append(character)
      index += 1
    }
    return (value, isQuoted)
  }

  private func position(_ range: Range<Int>) -> SourcePosition {
    SourcePosition(file: "query", line: 1, column: range.lowerBound + 1, length: range.count, lineText: String(text))
  }
}
