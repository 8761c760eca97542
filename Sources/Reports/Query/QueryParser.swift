import LedgerCore
import Portfolio

/// Builds a query from its tokens: `not` binds more closely than `and`, `and` than `or`; words side by side are joined by
/// `and`, unless they are alternatives for one field.
struct QueryParser {
  private let tokens: [QueryToken]
  let text: String
  private let words: CalendarWords
  private var index = 0
  private var depth = 0
  /// Deeper parentheses are most likely a mistake, and would take too much of the stack.
  private static let depthMax = 100

  init(_ tokens: [QueryToken], text: String, _ words: CalendarWords) {
    self.tokens = tokens
    self.text = text
    self.words = words
  }

  /// The whole query.
  mutating func query() throws(Diagnostic) -> Query.Node {
    if tokens.isEmpty { return .all([]) }
    let node = try alternatives()
    if index < tokens.count {
      throw Diagnostic(
        .queryUnclosed, Wording("右括号没有对应的左括号", "the parenthesis closes nothing"),
        hint: Wording("删去，或在前面写 (", "remove it, or write ( before it"),
        at: position(of: tokens[index].range))
    }
    return node
  }

  private mutating func alternatives() throws(Diagnostic) -> Query.Node {
    var nodes = [try conjunction()]
    while take(.or) { nodes.append(try conjunction()) }
    return nodes.count == 1 ? nodes[0] : .any(nodes)
  }

  /// Terms joined by `and`; of those side by side, terms of one field are alternatives.
  private mutating func conjunction() throws(Diagnostic) -> Query.Node {
    var nodes: [Query.Node] = []
    var sideBySide = [try operand()]
    while index < tokens.count, tokens[index].kind != .or, tokens[index].kind != .close {
      if take(.and) {
        nodes += QueryParser.joined(sideBySide)
        sideBySide = [try operand()]
      } else {
        sideBySide.append(try operand())
      }
    }
    nodes += QueryParser.joined(sideBySide)
    return nodes.count == 1 ? nodes[0] : .all(nodes)
  }

  private static func joined(_ nodes: [Query.Node]) -> [Query.Node] {
    var found: [Query.Node] = []
    var placeOfField: [QueryField: Int] = [:]
    for node in nodes {
      guard case .term(let term) = node, term.field.isOfAlternatives else {
        found.append(node)
        continue
      }
      if let place = placeOfField[term.field] {
        if case .any(let others) = found[place] { found[place] = .any(others + [node]) } else { found[place] = .any([found[place], node]) }
      } else {
        placeOfField[term.field] = found.count
        found.append(node)
      }
    }
    return found
  }

  private mutating func operand() throws(Diagnostic) -> Query.Node {
    guard index < tokens.count else {
      throw Diagnostic(
        .queryIncomplete, Wording("查询在该写条件的地方结束", "the query ends where a term should follow"),
        hint: Wording("补一个条件，或删去最后一个词", "add a term, or remove the last word"),
        at: position(of: text.count..<text.count))
    }
    let token = tokens[index]
    depth += 1
    defer { depth -= 1 }
    if depth > QueryParser.depthMax {
      throw Diagnostic(
        .queryTooDeep, Wording("查询嵌套超过 \(QueryParser.depthMax) 层", "the query is nested more than \(QueryParser.depthMax) deep"),
        hint: Wording("删去多余的括号", "remove parentheses that do nothing"),
        at: position(of: token.range))
    }
    index += 1
    switch token.kind {
    case .not: return .not(try operand())
    case .open:
      let node = try alternatives()
      guard take(.close) else {
        throw Diagnostic(
          .queryUnclosed, Wording("括号没有结束", "the parenthesis is not closed"),
          hint: Wording("在最后一个条件后写 )", "write ) after the last term of it"),
          at: position(of: token.range))
      }
      return node
    case .word(let field, let value, let isQuoted):
      let place = position(of: token.value..<token.range.upperBound)
      let reader = QueryTermReader(words: words, position: place)
      let named = field.flatMap { QueryField(named: $0) } ?? .account
      return .term(
        Query.QueryTerm(
          field: named, condition: try reader.condition(of: named, value, isQuoted: isQuoted),
          position: position(of: token.range)))
    case .and, .or, .close:
      let sign = String(Array(text)[token.range])
      throw Diagnostic(
        .queryIncomplete, Wording("\(sign) 前面缺一个条件", "a term is missing before \(sign)"),
        hint: Wording("补一个条件；若是名称，给 \(sign) 加引号", "write a term there, or put \(sign) in quotes if it is a name"),
        at: position(of: token.range))
    }
  }

  private mutating func take(_ kind: QueryToken.Kind) -> Bool {
    guard index < tokens.count, tokens[index].kind == kind else { return false }
    index += 1
    return true
  }

  private func position(of range: Range<Int>) -> SourcePosition {
    SourcePosition(
      file: "query", line: 1, column: range.lowerBound + 1, length: max(1, range.count), lineText: text)
  }
}
