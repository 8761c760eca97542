import LedgerCore
import Portfolio

/// Which postings a report is about, as a person wrote it: terms joined by `and`, `or` and `not`.
///
/// `国库 date:2022`, `deal:力得 amount:>100万`, `(科目:股权投资 or 科目:应收股利) not 对方:某银行`. Docs/queries.md has the language.
public struct Query: Hashable, Sendable {
  /// A tree of terms.
  indirect enum Node: Hashable, Sendable {
    case term(QueryTerm)
    case not(Node)
    case all([Node])
    case any([Node])
  }

  /// One term: a field with what it must be.
  struct QueryTerm: Hashable, Sendable {
    var field: QueryField
    var condition: Condition
    var position: SourcePosition?
  }

  /// What a term asks of its field.
  enum Condition: Hashable, Sendable {
    case name(NamePattern)
    case days(DaySpan)
    case amount(AmountCondition)
    case book(AccountBook)
    case type(VoucherType)
    /// A kind of event by its English name.
    case kind(String)
    /// The place of an event in the chain.
    case event(Int64)
    /// A field of an event by either name; any value when there is no pattern.
    case tag(String, NamePattern?)
  }

  /// The tree; `all([])` holds for every posting.
  var root: Node
  /// What was written, empty for a query that asks for nothing.
  public let text: String

  /// A query that every posting fits.
  public static let all = Query(.all([]), text: "")

  init(_ root: Node, text: String) {
    self.root = root
    self.text = text
  }

  /// Reads the words of a command line; each may be a term or a whole expression.
  ///
  /// - Parameter today: the day that `date:today` means.
  /// - Throws: `queryIncomplete`, `queryUnclosed`, `badQueryValue`, `badPattern`, `queryTooDeep`, `badPeriod` or
  ///   `ambiguousDate`, with the place in the query.
  public init(_ words: [String], today: Day) throws(Diagnostic) {
    if words.isEmpty {
      self = .all
      return
    }
    var parser = QueryParser(try QueryLexer(words).tokens, text: words.joined(separator: " "), CalendarWords(today: today))
    self = Query(try parser.query(), text: parser.text)
  }

  /// Whether every posting fits.
  public var isEverything: Bool { root == .all([]) }

  /// Whether a term names one of the four books.
  public var namesBook: Bool { Query.holds(root) { $0.field == .book } }

  /// Whether nothing but accounts is asked for, so that its text is a list of accounts.
  var isOfAccounts: Bool { !Query.holds(root) { $0.field != .account } && !isEverything }

  /// Whether some term below a node meets a condition.
  static func holds(_ node: Node, _ condition: (QueryTerm) -> Bool) -> Bool {
    switch node {
    case .term(let term): condition(term)
    case .not(let inner): holds(inner, condition)
    case .all(let nodes), .any(let nodes): nodes.contains { holds($0, condition) }
    }
  }
}
