import LedgerCore

extension YearEndTransfer {
  /// The shape of a transfer in a rule file, documented in Docs/rules.md.
  struct Entry: Decodable, ShapedByKeys {
    let id: String
    let title: String
    let book: String
    let accounts: [String]
    let target: String
    let keeping: [String]?
    let ofBudgetYear: Bool?
    let citation: String?
    let status: String?
    let first: String?
    let last: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case id, title, book, keeping, ofBudgetYear, citation, status
      case accounts = "from"
      case target = "to"
      case first = "firstDay"
      case last = "lastDay"
    }
  }

  /// Reads a transfer; refuses names that the chart does not have in its book.
  init(
    reading entry: Entry, citation: String, status: RuleSet.Status, _ accounts: [Account]
  ) throws(Diagnostic) {
    func bad(_ message: Wording) -> Diagnostic {
      RuleSet.bad(Wording("年末结转 \(entry.id)：", "year end \(entry.id): ") + message)
    }
    func unknown(_ name: String, in book: AccountBook) -> Diagnostic { bad(.noAccount(name, of: book)) }
    guard let book = AccountBook(name: entry.book) else { throw bad(.noBook(entry.book)) }
    func isKnown(_ name: String) -> Bool {
      accounts.contains { $0.book == book && ($0.name == name || $0.name.hasPrefix(name + ":")) }
    }
    var names: [String] = []
    var classes: Set<Account.Class> = []
    for source in entry.accounts {
      if source.hasPrefix("class:") {
        guard let found = Account.Class(rawValue: String(source.dropFirst(6))) else {
          throw bad(Wording("没有 \(source)", "no \(source)"))
        }
        classes.insert(found)
      } else {
        guard isKnown(source) else { throw unknown(source, in: book) }
        names.append(source)
      }
    }
    guard accounts.contains(where: { $0.book == book && $0.name == entry.target }) else {
      throw unknown(entry.target, in: book)
    }
    var keeping: Set<Keeping> = []
    for name in entry.keeping ?? [] {
      guard let dimension = Keeping(rawValue: name) else {
        throw bad(Wording("没有辅助核算项 \(name)", "no dimension \(name)"))
      }
      keeping.insert(dimension)
    }
    self.init(
      id: entry.id, title: entry.title, book: book, from: names, classes: classes, to: entry.target,
      keeping: keeping, isOfBudgetYear: entry.ofBudgetYear ?? false, citation: entry.citation ?? citation,
      status: entry.status.flatMap(RuleSet.Status.init) ?? status, first: try RuleSet.day(entry.first) ?? .always,
      last: try RuleSet.day(entry.last) ?? .never)
  }
}
