import LedgerCore

extension RuleSet {
  /// The shape of a rule file (JSON), documented in Docs/rules.md.
  private struct File: Decodable, ShapedByKeys {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case name, version, title, citation, status, effectiveFrom, closingDays, carryYearsMax, accounts, switchFrom, rules, yearEnd
    }

    let name: String
    let version: Int
    let title: String
    let citation: String
    let status: String
    let effectiveFrom: String
    let closingDays: Int?
    let carryYearsMax: KnownMembers<LimitEntry>?
    let accounts: [KnownMembers<AccountEntry>]
    let switchFrom: [KnownMembers<SwitchEntry>]?
    let rules: [KnownMembers<RuleEntry>]
    let yearEnd: [KnownMembers<YearEndTransfer.Entry>]?
  }

  private struct LimitEntry: Decodable, ShapedByKeys {
    enum CodingKeys: String, CodingKey, CaseIterable { case value, citation, status }

    let value: Int
    let citation: String?
    let status: String?
  }

  private struct AccountEntry: Decodable, ShapedByKeys {
    let code: String?
    let name: String
    let book: String
    let accountClass: String
    let cash: Bool?
    let status: String?
    let citation: String?
    let alias: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case code, name, book, cash, status, citation, alias
      case accountClass = "class"
    }
  }

  private struct SwitchEntry: Decodable, ShapedByKeys {
    enum CodingKeys: String, CodingKey, CaseIterable { case rules, status, citation, accounts }

    let rules: String
    let status: String?
    let citation: String?
    let accounts: [KnownMembers<ChartSwitch.Line>]
  }

  private struct RuleEntry: Decodable, ShapedByKeys {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case id, events, methods, title, citation, status, from, to, fiscal, budget, quota, leverage
    }

    let id: String
    let events: [String]
    let methods: [String]?
    let title: String
    let citation: String?
    let status: String?
    let from: String?
    let to: String?
    let fiscal: [String]?
    let budget: [String]?
    let quota: [String]?
    let leverage: [String]?
  }

  /// Reads a rule file; throws a diagnostic that names the first thing that cannot be understood.
  ///
  /// - Parameter name: the path of a file that somebody wrote, whose members stand once and are all known; nil for rules that the
  ///   program or a book keeps.
  public init(reading bytes: [UInt8], file name: String? = nil) throws(Diagnostic) {
    let data = name.map { DataFile(bytes, name: $0, code: .badHeader, title: Wording("规则文件", "rule file"), hint: RuleSet.hint) }
    func at<Value>(
      _ list: String, _ index: Int, _ body: () throws(Diagnostic) -> Value
    ) throws(Diagnostic) -> Value {
      guard let data else { return try body() }
      return try data.at(JSONPath().appending(list).appending(index), body)
    }
    let file = if let data { try data.read(File.self) } else { try RuleSet.kept(bytes) }
    guard let status = Status(rawValue: file.status) else {
      throw RuleSet.bad(Wording("没有状态 \(file.status)", "status \(file.status) is not known"))
    }
    var accounts: [Account] = []
    var notes: [String: AccountNote] = [:]
    for (index, entry) in file.accounts.map(\.value).enumerated() {
      accounts.append(try at("accounts", index) { () throws(Diagnostic) in try RuleSet.account(entry) })
      notes[entry.name] = AccountNote(
        status: entry.status.flatMap(Status.init) ?? status, citation: entry.citation ?? file.citation)
    }
    var rules: [PostingRule] = []
    for (index, entry) in file.rules.map(\.value).enumerated() {
      rules.append(try at("rules", index) { () throws(Diagnostic) in try RuleSet.rule(entry, in: file, status: status) })
    }
    try RuleSet.check(accounts, rules)
    var yearEnd: [YearEndTransfer] = []
    for (index, entry) in (file.yearEnd ?? []).map(\.value).enumerated() {
      if yearEnd.contains(where: { $0.id == entry.id }) {
        throw RuleSet.bad(Wording("年末结转 \(entry.id) 写了两次", "year end \(entry.id) twice"))
      }
      yearEnd.append(
        try at("yearEnd", index) { () throws(Diagnostic) in
          try YearEndTransfer(reading: entry, citation: file.citation, status: status, accounts)
        })
    }
    let limit = (file.carryYearsMax?.value).map { entry in
      Limit(
        value: entry.value, citation: entry.citation ?? file.citation,
        status: entry.status.flatMap(Status.init) ?? status)
    }
    var switches: [ChartSwitch] = []
    for (index, entry) in (file.switchFrom ?? []).map(\.value).enumerated() {
      switches.append(
        try at("switchFrom", index) { () throws(Diagnostic) in try RuleSet.chartSwitch(entry, accounts, status: status) })
    }
    self.init(
      name: file.name, version: file.version, title: file.title, citation: file.citation, status: status,
      effectiveFrom: try RuleSet.day(file.effectiveFrom) ?? .always, accounts: accounts, accountNotes: notes,
      rules: rules, switches: switches, closingDays: file.closingDays, carryYearsMax: limit, yearEnd: yearEnd,
      source: bytes)
  }

  /// Reads rules that the program or a book keeps.
  private static func kept(_ bytes: [UInt8]) throws(Diagnostic) -> File {
    do { return try DataFile.read(kept: bytes, as: File.self) } catch {
      throw bad(
        Wording("规则文件不合说明中的格式：", "the rule file is not of the documented shape: ") + DataFile.reason(error).text)
    }
  }

  /// Refuses names given twice, rules for kinds that do not exist, and lines whose account is not in their book.
  private static func check(_ accounts: [Account], _ rules: [PostingRule]) throws(Diagnostic) {
    var books: [String: AccountBook] = [:]
    var codes: Set<String> = []
    for account in accounts {
      if books.updateValue(account.book, forKey: account.name) != nil {
        throw bad(Wording("科目\(account.name)写了两次", "account \(account.name) twice"))
      }
      if !account.code.isEmpty && !codes.insert(account.code).inserted {
        throw bad(Wording("代码 \(account.code) 写了两次", "code \(account.code) twice"))
      }
    }
    var ids: Set<String> = []
    for rule in rules {
      if !ids.insert(rule.id).inserted { throw bad(Wording("规则 \(rule.id) 写了两次", "rule \(rule.id) twice")) }
      for kind in rule.kinds where EventCatalog.kind(named: kind)?.name != kind {
        throw bad(of(rule.id) + Wording("没有事项 \(kind)", "no event kind \(kind)"))
      }
      for (book, lines) in rule.lines {
        for line in lines where !line.account.contains("{") && books[line.account] != book {
          throw bad(of(rule.id) + Wording.noAccount(line.account, of: book))
        }
      }
    }
  }

  private static func account(_ entry: AccountEntry) throws(Diagnostic) -> Account {
    let place = Wording("科目\(entry.name)：", "account \(entry.name): ")
    guard let book = AccountBook(name: entry.book) else { throw bad(place + Wording.noBook(entry.book)) }
    guard let accountClass = Account.Class(rawValue: entry.accountClass) else {
      throw bad(place + Wording("没有类别 \(entry.accountClass)", "no class \(entry.accountClass)"))
    }
    return Account(
      id: .none, name: entry.name, code: entry.code ?? "", book: book, accountClass: accountClass,
      holdsCash: entry.cash ?? false, isDeclared: true, isClassStated: true, alias: entry.alias ?? "")
  }

  /// The mapping from another chart; its targets must stand in this one.
  private static func chartSwitch(
    _ entry: SwitchEntry, _ accounts: [Account], status: Status
  ) throws(Diagnostic) -> ChartSwitch {
    let books = Dictionary(accounts.map { ($0.name, $0.book) }, uniquingKeysWith: { first, _ in first })
    let lines = entry.accounts.map(\.value)
    let place = Wording("与 \(entry.rules) 衔接：", "switch from \(entry.rules): ")
    for line in lines {
      if books[line.to] != .fiscal {
        throw bad(place + Wording("\(line.to)不是财务会计科目", "\(line.to) is no fiscal account"))
      }
      for name in [line.budget, line.against] {
        if let name, books[name] != .budget {
          throw bad(place + Wording("\(name)不是预算会计科目", "\(name) is no budget account"))
        }
      }
      if (line.budget == nil) != (line.against == nil) {
        throw bad(
          place + Wording("\(line.from)要同时写 budget 和 against", "\(line.from) needs both budget and against"))
      }
    }
    return ChartSwitch(
      rules: entry.rules, status: entry.status.flatMap(Status.init) ?? status, citation: entry.citation ?? "",
      lines: lines)
  }

  private static func rule(_ entry: RuleEntry, in file: File, status: Status) throws(Diagnostic) -> PostingRule {
    var lines: [AccountBook: [PostingRule.Line]] = [:]
    let sides: [(AccountBook, [String]?)] = [
      (.fiscal, entry.fiscal), (.budget, entry.budget), (.quota, entry.quota), (.leverage, entry.leverage),
    ]
    for (book, texts) in sides {
      for text in texts ?? [] { lines[book, default: []].append(try line(text, of: entry.id)) }
    }
    var methods: Set<Deal.Method> = []
    for name in entry.methods ?? [] {
      guard let method = Deal.Method(rawValue: name) else {
        throw bad(of(entry.id) + Wording("没有方式 \(name)", "no method \(name)"))
      }
      methods.insert(method)
    }
    return PostingRule(
      id: entry.id, kinds: entry.events, methods: methods, title: entry.title, citation: entry.citation ?? file.citation,
      status: entry.status.flatMap(Status.init) ?? status, from: try day(entry.from) ?? .always,
      to: try day(entry.to) ?? .never, lines: lines)
  }

  /// Reads `Dr ACCOUNT measure` or `Cr ACCOUNT measure red`.
  private static func line(_ text: String, of rule: String) throws(Diagnostic) -> PostingRule.Line {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 3 || (parts.count == 4 && parts[3] == "red"), ["Dr", "Cr"].contains(parts[0]) else {
      throw bad(
        of(rule)
          + Wording(
            "一行写作 `Dr|Cr 科目 measure [red]`，不是 `\(text)`", "a line is `Dr|Cr ACCOUNT measure [red]`, not `\(text)`"))
    }
    guard let measure = Measure(name: parts[2]) else {
      throw bad(of(rule) + Wording("没有计量 \(parts[2])", "no measure \(parts[2])"))
    }
    return PostingRule.Line(
      side: parts[0] == "Dr" ? .debit : .credit, account: parts[1], measure: measure, isRed: parts.count == 4)
  }

  static func day(_ text: String?) throws(Diagnostic) -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else { throw bad(Wording("\(text) 不是日期", "\(text) is not a date")) }
    return day
  }

  /// The rule that a message is about.
  private static func of(_ rule: String) -> Wording { Wording("规则 \(rule)：", "rule \(rule): ") }

  static func bad(_ message: Wording) -> Diagnostic { Diagnostic(.badHeader, message, hint: hint) }

  private static let hint = Wording("Docs/rules.md 说明规则文件的写法", "Docs/rules.md describes rule files")
}

extension Wording {
  /// Said of a book of accounts that there is not.
  static func noBook(_ name: String) -> Wording { Wording("没有账簿 \(name)", "no book \(name)") }

  /// Said of an account that a book does not have.
  static func noAccount(_ name: String, of book: AccountBook) -> Wording {
    Wording("\(book.chinese)没有科目\(name)", "\(name) is no account of the \(book.name) book")
  }
}
