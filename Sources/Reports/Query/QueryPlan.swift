import LedgerCore
import Portfolio

/// How a query is answered from one set of books: what balances by month decide, and what only postings do.
///
/// Days that all of the query must lie in become the period that is asked for. What is left is checked against balances by
/// account and dimensions where it speaks of nothing else, and against postings otherwise, of the accounts alone that it
/// allows.
final class QueryPlan {
  /// The days that every posting must lie in.
  let span: DaySpan
  /// Whether balances by month do not decide.
  let needsPostings: Bool
  /// Whether balances must be kept apart by dimensions.
  let needsDimensions: Bool
  /// The accounts that may fit; nil when all may.
  let accounts: Set<AccountID>?
  /// Dimensions that every posting agrees with.
  let dimensions: Dimensions
  private let check: QueryCheck
  private let source: any LedgerSource
  /// Whether the account of a posting decides, so that nothing else of it is looked at.
  private let isDecidedByAccount: Bool
  /// Decimals by the raw value of a commodity's id.
  private let scales: [Int]
  /// The events behind the postings at hand, by their place in the chain.
  private var events: [Int64: Event] = [:]

  /// Makes a query ready.
  ///
  /// - Parameters:
  ///   - book: only this book; nil for all.
  ///   - filter: accounts beside the query, as other reports take them.
  ///   - dimensions: what every posting must agree with beside the query.
  /// - Throws: `unknownAccount` when accounts are asked for and none fits, `unknownDeal` and its like for a name that
  ///   nothing fits, or what the source throws.
  init(
    _ query: Query, _ source: any LedgerSource, moment: Moment, book: AccountBook?,
    accounts filter: AccountFilter = AccountFilter(), dimensions: Dimensions = .none
  ) throws(Diagnostic) {
    self.source = source
    let (span, rest) = QueryPlan.partedByDays(query.root)
    self.span = span
    let resolver = QueryResolver(source: source, moment: moment, book: book)
    try QueryPlan.checkAccounts(of: rest, resolver)
    var checks = [try resolver.check(rest)]
    if let wanted = try filter.accounts(in: source.register, book: book) {
      checks.append(.account([false] + source.register.accounts.map { wanted.contains($0.id) }))
    }
    let check = QueryCheck.all(checks)
    self.check = check
    self.dimensions = check.narrowed(dimensions)
    needsPostings = check.needsPostings
    needsDimensions = check.needsDimensions || self.dimensions != .none
    scales = [2] + source.register.commodities.map(\.scale)
    var allowed: Set<AccountID> = []
    var isDecided = true
    for account in source.register.accounts {
      let answer = check.holds(for: QueryCheck.Subject(account: account.id))
      if answer != false { allowed.insert(account.id) }
      if answer == nil { isDecided = false }
    }
    isDecidedByAccount = isDecided
    accounts = allowed.count == source.register.accounts.count ? nil : allowed
  }

  /// The days that the query as a whole is limited to, and what it asks beside.
  private static func partedByDays(_ node: Query.Node) -> (DaySpan, Query.Node) {
    switch node {
    case .term(let term):
      if case .days(let span) = term.condition { return (span, .all([])) }
      return (.all, node)
    case .all(let nodes):
      var span = DaySpan.all
      var rest: [Query.Node] = []
      for inner in nodes {
        let (days, left) = partedByDays(inner)
        span = span.intersection(days)
        if left != .all([]) { rest.append(left) }
      }
      return (span, rest.count == 1 ? rest[0] : .all(rest))
    case .not, .any: return (.all, node)
    }
  }

  /// Refuses a query whose accounts are all mistyped; what is excluded may be missing.
  private static func checkAccounts(of node: Query.Node, _ resolver: QueryResolver) throws(Diagnostic) {
    var terms: [Query.QueryTerm] = []
    collectAccounts(of: node, to: &terms)
    var words: [String] = []
    for term in terms {
      guard case .name(let pattern) = term.condition else { continue }
      words.append(pattern.words)
      let fits = try resolver.accounts(pattern, at: term.position)
      let accounts = resolver.source.register.accounts
      if accounts.contains(where: { fits[Int($0.id.rawValue)] && (resolver.book == nil || $0.book == resolver.book) }) { return }
    }
    guard let first = terms.first else { return }
    let place = resolver.book.map { Wording("\($0.chinese)中", " in the \($0.name) book") } ?? .none
    throw Diagnostic(
      .unknownAccount,
      Wording(
        "\(place.zh)没有科目符合 \(words.joined(separator: " "))", "no account\(place.en) matches \(words.joined(separator: " "))"),
      hint: hint(for: words, resolver.source.register), at: first.position)
  }

  private static func hint(for words: [String], _ register: Register) -> Wording {
    for word in words {
      if let near = register.nearestName(to: word, of: .account) ?? nearestBeginning(to: word, register) { return .didYouMean(near) }
      guard let colon = word.firstIndex(of: ":") else { continue }
      let names = QueryField.allCases.flatMap(\.names)
      if let near = Spelling.nearest(to: String(word[..<colon]), among: names) { return .didYouMean("\(near)\(word[colon...])") }
    }
    return Wording("bgt accounts 列出全部科目", "bgt accounts lists them all")
  }

  /// The account a part of whose name begins nearly as a word, which stands for a part of a name: 国库存款 for 国厍.
  private static func nearestBeginning(to word: String, _ register: Register) -> String? {
    guard word.count > 1 else { return nil }
    var names: [String: String] = [:]
    var beginnings: [String] = []
    for account in register.accounts.prefix(5000) {
      for part in account.name.split(separator: ":") where part.count >= word.count {
        let beginning = String(part.prefix(word.count))
        if names.updateValue(names[beginning] ?? account.name, forKey: beginning) == nil { beginnings.append(beginning) }
      }
    }
    // The first letter is seldom the wrong one.
    let likely = beginnings.filter { $0.first == word.first }
    return (Spelling.nearest(to: word, among: likely) ?? Spelling.nearest(to: word, among: beginnings)).flatMap { names[$0] }
  }

  private static func collectAccounts(of node: Query.Node, to terms: inout [Query.QueryTerm]) {
    switch node {
    case .term(let term): if term.field == .account { terms.append(term) }
    case .not: break
    case .all(let nodes), .any(let nodes): for inner in nodes { collectAccounts(of: inner, to: &terms) }
    }
  }

  /// Whether a balance by account, commodity and dimensions fits; only for a plan that needs no postings.
  func allows(_ movement: Movement) -> Bool {
    guard movement.dimensions.agree(with: dimensions) else { return false }
    let subject = QueryCheck.Subject(
      account: movement.account, commodity: movement.commodity, dimensions: movement.dimensions)
    return check.holds(for: subject) ?? false
  }

  /// Whether an account may be a part of the answer, if it is asked as it stands.
  func allows(_ account: AccountID) -> Bool { accounts?.contains(account) ?? true }

  /// Whether a posting fits.
  func allows(_ row: PostingRow) -> Bool {
    let posting = row.posting
    guard posting.dimensions.agree(with: dimensions) else { return false }
    if isDecidedByAccount { return allows(posting.account) }
    let scale = Int(posting.commodity.rawValue)
    let subject = QueryCheck.Subject(
      account: posting.account, commodity: posting.commodity, dimensions: posting.dimensions, row: row, day: row.day,
      event: row.sequence, scale: scale < scales.count ? scales[scale] : source.register[posting.commodity].scale)
    return check.holds(for: subject) ?? false
  }

  /// Whether an event that posts nothing fits by what it says itself: its day, its fields, the names in it.
  func allows(_ event: Event, at sequence: Int64) -> Bool {
    let day = event.day ?? .always
    let dimensions = event.dimensions(in: source.register)
    guard span == .all || span.contains(day), dimensions.agree(with: self.dimensions) else { return false }
    let subject = QueryCheck.Subject(account: .none, dimensions: dimensions, day: day, event: sequence)
    return check.holds(for: subject) ?? false
  }

  /// The event behind a posting that is handed out with the events at hand.
  func event(of sequence: Int64) -> Event? { events[sequence] }

  /// Postings that are held until the events behind them are read together.
  static let batchSize = 4096

  /// Hands out the postings that fit, with the events behind them at hand if they are asked for.
  ///
  /// Events are read together for some thousand postings at a time, so that neither all of them are held nor each is asked
  /// for by itself.
  func forEachFitting(
    _ query: PostingQuery, readsEvents: Bool, _ body: (PostingRow) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    if !readsEvents {
      return try source.postings(query) { row throws(Diagnostic) in if allows(row) { try body(row) } }
    }
    var rows: [PostingRow] = []
    try source.postings(query) { row throws(Diagnostic) in
      guard allows(row) else { return }
      rows.append(row)
      if rows.count >= QueryPlan.batchSize {
        try readEvents(of: rows)
        for row in rows { try body(row) }
        rows.removeAll(keepingCapacity: true)
      }
    }
    try readEvents(of: rows)
    for row in rows { try body(row) }
  }

  /// Reads the events behind some postings together.
  func readEvents(of rows: [PostingRow]) throws(Diagnostic) {
    let sequences = Set(rows.lazy.map(\.sequence)).sorted()
    events.removeAll(keepingCapacity: true)
    for (sequence, event) in zip(sequences, try source.events(at: sequences)) { events[sequence] = event }
  }

  /// The postings to read for a period, narrowed to the accounts that may fit.
  func postings(_ moment: Moment, from: Day, book: AccountBook?) -> PostingQuery {
    PostingQuery(moment: moment, from: from, book: book, accounts: accounts, dimensions: dimensions)
  }
}
