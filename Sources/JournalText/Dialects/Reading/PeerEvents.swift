import LedgerCore
import Portfolio

/// Turns what a peer's journal says into events of ours, and hands them on one by one.
final class PeerEvents {
  let journal: PeerJournal
  let register: Register
  private let refused: RefusedEvents?
  private let receive: JournalReader.Receiver
  private let isDone: () -> Bool
  /// Set when whoever receives has enough: no account is made known after that.
  private(set) var isStopped = false
  /// The ids of the journal's commodities, none for one that no voucher was thought to need.
  private var commodities: [CommodityID] = []
  private var scales: [Int] = []
  private var accounts: [AccountID] = []
  /// Set while the accounts that the journal declares are declared.
  private var isDeclaring = false
  /// First parts of all names of the journal that say a class, for those that are nearly one of them.
  private lazy var knownTops = Set(
    journal.accounts.lazy.map { String($0.name.prefix { $0 != ":" }) }.filter { ImpliedClass(of: $0).isSaid })
  private let noteField = EventDeclaration.entry.index(of: "note") ?? 0
  private let statusField = EventDeclaration.entry.index(of: "status") ?? 0
  private let codeField = EventDeclaration.entry.index(of: "code") ?? 0

  init(
    _ journal: PeerJournal, register: Register, refused: RefusedEvents?, until isDone: @escaping () -> Bool,
    _ receive: @escaping JournalReader.Receiver
  ) {
    self.journal = journal
    self.register = register
    self.refused = refused
    self.isDone = isDone
    self.receive = receive
  }

  /// Declares the commodities that postings and their costs name and returns their decimals.
  ///
  /// A commodity that the books have keeps its decimals; a new one gets as many as the journal writes.
  func declareCommodities() -> [Int] {
    scales = journal.commodities.map { commodity in
      if commodity.code.isEmpty {
        commodities.append(register.baseID)
        checkBare()
        return scale(of: commodity, fixed: register.base.scale)
      }
      if let index = register.commodities.firstIndex(where: { $0.code == commodity.code }) {
        commodities.append(CommodityID(Int32(truncatingIfNeeded: index + 1)))
        return scale(of: commodity, fixed: register.commodities[index].scale)
      }
      let written = max(commodity.shownDecimals, commodity.declaredDecimals, 0)
      let known = Commodity.knownScales[commodity.code]
      let scale = scale(of: commodity, fixed: min(max(written, known ?? 0), Commodity.scaleMax))
      if commodity.isNeeded { declare(commodity, scale) }
      commodities.append(commodity.isNeeded ? register.commodity(named: commodity.code) ?? .none : .none)
      return scale
    }
    return scales
  }

  /// The id of a commodity in the books; it is declared there when a voucher needs it.
  @inline(__always)
  private func commodityID(_ place: Int32) -> CommodityID {
    let known = commodities[Int(place)]
    return known.isNone ? metCommodityID(place) : known
  }

  private func metCommodityID(_ place: Int32) -> CommodityID {
    let commodity = journal.commodities[Int(place)]
    declare(commodity, scales[Int(place)])
    // Where the books refuse it, that is said, and nothing is recorded.
    commodities[Int(place)] = register.commodity(named: commodity.code) ?? .none
    return commodities[Int(place)]
  }

  /// The scale of a commodity that cannot change; amounts that need more decimals are refused, all of them at once.
  private func scale(of commodity: PeerCommodity, fixed scale: Int) -> Int {
    if commodity.isUsed, commodity.neededDecimals > scale { journal.fail(tooFine(commodity, scale: scale)) }
    return scale
  }

  /// Amounts without a commodity are of the base commodity, unless the journal has amounts of that one too.
  private func checkBare() {
    guard let bare = journal.commodities.first(where: { $0.code.isEmpty && $0.isUsed }),
      journal.commodities.contains(where: { $0.code == register.base.code && $0.isUsed })
    else { return }
    journal.warn(
      .peerChanged, Wording("没有货币的金额在此当作 \(register.base.code)", "amounts without a commodity are \(register.base.code) here"),
      hint: Wording("在上面写 D 1,000.00 \(register.base.code)", "put D 1,000.00 \(register.base.code) above them"),
      at: journal.position(bare.place, line: bare.line))
  }

  private func declare(_ commodity: PeerCommodity, _ scale: Int) {
    let isKnown = Commodity.knownScales[commodity.code] == scale && commodity.name.isEmpty && commodity.note.isEmpty
    guard !isKnown, let kind = EventCatalog.kind(named: "commodity") else { return }
    var event = Event(kind)
    place(&event, file: max(0, commodity.place.file), line: commodity.line)
    event["code"] = .text(commodity.code)
    event["decimals"] = .integer(Int64(scale))
    if !commodity.name.isEmpty { event["name"] = .text(commodity.name) }
    if !commodity.note.isEmpty { event["note"] = .text(commodity.note) }
    hand(event)
  }

  /// Declares the accounts that the journal declares.
  func declareAccounts() {
    let declared = journal.accounts.indices.filter { journal.accounts[$0].isDeclared }
    // An account above may be declared after one below, whose class is then no guess.
    isDeclaring = true
    for index in declared { _ = accountID(Int32(index)) }
    isDeclaring = false
    for index in declared where accounts.indices.contains(index) && !accounts[index].isNone {
      warn(of: journal.accounts[index], accounts[index])
    }
  }

  /// Records the market prices that the journal states.
  func declarePrices() {
    guard !journal.prices.isEmpty, let kind = EventCatalog.kind(named: "quote") else { return }
    for price in journal.prices {
      guard let (units, per) = price.exact(scale: scales[Int(price.target)]), price.commodity != price.target else {
        journal.warn(
          .peerPriceLeftOut, Wording("市价略去：价格是另一种货币的正数", "the market price is left out: a price is a positive amount of another commodity"),
          hint: Wording("科目合计与它无关", "sums of accounts do not depend on it"), at: journal.position(file: price.file, line: price.line))
        continue
      }
      let ids = (commodityID(price.commodity), commodityID(price.target))
      if ids.0.isNone || ids.1.isNone { continue }
      var event = Event(kind, day: price.day)
      place(&event, file: price.file, line: price.line)
      event["commodity"] = .text(register[ids.0].code)
      event["price"] = .amount(Money(units, ids.1))
      if per > 1 { event["per"] = .integer(per) }
      hand(event)
    }
  }

  /// The id of an account; it is declared when the books do not know it, unless they take declared ones only.
  @inline(__always)
  private func accountID(_ place: Int32) -> AccountID {
    if Int(place) < accounts.count, !accounts[Int(place)].isNone { return accounts[Int(place)] }
    return metAccountID(place)
  }

  private func metAccountID(_ place: Int32) -> AccountID {
    while accounts.count <= Int(place) { accounts.append(.none) }
    var account = journal.accounts[Int(place)]
    if let export = journal.export, account.book == nil {
      let (book, name) = export.account(account.name)
      account.book = book
      // Two accounts of different books may not become one.
      if !journal.accounts.contains(where: { $0.name == name && $0.name != account.name }) { account.name = name }
    }
    if isStopped { return .none }
    if journal.export == nil { account.name = plainName(of: account) }
    let known = register.account(named: account.name)
    if known?.isDeclared != true, account.isDeclared || !(register.isStrict || isGuessed(account)) {
      declare(account)
    } else {
      leaveOutRemarks(
        of: account, because: Wording("账簿已有该科目", "the books have the account already"),
        hint: Wording(
          "文本账以前导入过的，备注已经保留；不改变合计", "if the journal was imported before, it is kept already; it changes no sum"))
    }
    let id = register.accountID(named: account.name)
    accounts[Int(place)] = id
    if !isDeclaring { warn(of: account, id) }
    return id
  }

  /// The name with colons between its parts; wide ones, which no peer takes for any, are said to be read so.
  private func plainName(of account: PeerAccount) -> String {
    let name = register.accountName(typed: account.name)
    if name != account.name {
      journal.warn(
        .peerChanged, Wording("账户 \(account.name) 在此是 \(name)", "the account \(account.name) is \(name) here"),
        hint: Wording("全角冒号与冒号一样分隔科目各级", "a wide colon parts the names of accounts as the colon does"),
        at: journal.position(file: account.file, line: account.line))
    }
    return name
  }

  private func declare(_ account: PeerAccount) {
    guard let kind = EventCatalog.kind(named: "account") else { return }
    var event = Event(kind, day: account.from == .always ? nil : account.from)
    place(&event, file: account.file, line: account.line)
    event["name"] = .text(account.name)
    if !account.code.isEmpty { setCode(account, &event) }
    if let book = account.book, book != .fiscal { setChoice("book", book.name, &event) }
    // A class that the journal does not state is told from the name or an account above, as long as nobody states it.
    if let accountClass = statedClass(of: account) { setChoice("class", accountClass.rawValue, &event) }
    let note = ([account.note].filter { !$0.isEmpty } + account.remarks.map(\.text)).joined(separator: "\n")
    if !note.isEmpty { event["note"] = .text(note) }
    if account.to != .never { event["to"] = .day(account.to) }
    hand(event)
  }

  /// The class that the journal states; our export keeps it by the book for what is only noted.
  private func statedClass(of account: PeerAccount) -> Account.Class? {
    account.book == .quota || account.book == .leverage ? .memo : account.isClassGuessed ? nil : account.accountClass
  }

  /// Whether nothing says the class of an account that the journal does not declare: to declare it would make a guess a fact.
  private func isGuessed(_ account: PeerAccount) -> Bool { statedClass(of: account) == nil && !ImpliedClass(of: account.name).isSaid }

  /// Says where the class of an account is a guess, once for each first part of a name.
  private func warn(of account: PeerAccount, _ id: AccountID) {
    if let doubt = register.newDoubt(about: id, among: knownTops) {
      journal.warn(
        .accountClassGuessed, doubt.sentence,
        hint: doubt.suggestion
          + Wording(
            "在文本账中声明（account \(doubt.top)  ; type: L），或在账簿中设置：account \(doubt.top) class:liability；bgt check 列出全部",
            "declare it in the journal (account \(doubt.top)  ; type: L), or in the books: account \(doubt.top) "
              + "class:liability; bgt check lists all"),
        at: journal.position(of: account))
    }
  }

  /// Says which remarks are not kept; they would change a declaration that stands.
  private func leaveOutRemarks(of account: PeerAccount, because reason: Wording, hint: Wording) {
    for remark in account.remarks {
      journal.warn(
        .peerPartLeftOut, Wording("备注略去：", "the remark is left out: ") + reason, hint: hint,
        at: journal.position(file: remark.file, line: remark.line))
    }
  }

  /// Says which remarks are about accounts that the journal neither opens nor uses.
  func leaveOutStrayRemarks() {
    for (place, account) in journal.accounts.enumerated() where !account.remarks.isEmpty {
      if accounts.indices.contains(place), !accounts[place].isNone { continue }
      leaveOutRemarks(
        of: account, because: Wording("文本账没有开设也没有使用该账户", "the journal neither opens nor uses the account"),
        hint: Wording("请开设账户；不改变合计", "open the account; it changes no sum"))
    }
  }

  private func setCode(_ account: PeerAccount, _ event: inout Event) {
    if let other = register.account(named: account.code), other.name != account.name {
      return journal.warn(
        .peerChanged,
        Wording(
          "代码 \(account.code) 在账簿中是\(other.name)的；\(account.name) 不带代码",
          "code \(account.code) is that of \(other.name) in the books; \(account.name) goes without"),
        at: journal.position(file: account.file, line: account.line))
    }
    event["code"] = .text(account.code)
  }

  func setChoice(_ field: String, _ name: String, _ event: inout Event) {
    guard let index = event.kind.index(of: field), case .choice(let choices) = event.kind.fields[index].type,
      let chosen = choices.firstIndex(where: { $0.name == name })
    else { return }
    event.values[index] = .choice(chosen)
  }

  /// Records an entry as a plain voucher.
  func record(_ entry: PeerEntry) {
    if isStopped { return }
    var event = Event(EventDeclaration.entry, day: entry.day)
    event.file = journal.sources[Int(entry.file)].name
    event.line = Int(entry.line)
    if !entry.narration.isEmpty { event.values[0] = .text(entry.narration) }
    if let status = entry.status { event.values[statusField] = .choice(status.rawValue) }
    if !entry.code.isEmpty { event.values[codeField] = .text(entry.code) }
    if !entry.note.isEmpty { event.values[noteField] = .text(entry.note) }
    event.lines.reserveCapacity(entry.lines.count)
    for line in entry.lines {
      var copy = EntryLine(
        account: accountID(line.account), commodity: commodityID(line.commodity), amount: line.units, line: line.line,
        note: line.note)
      copy.column = line.column
      event.lines.append(copy)
    }
    hand(event)
  }

  func place(_ event: inout Event, file: Int32, line: Int32) {
    event.file = journal.sources.indices.contains(Int(file)) ? journal.sources[Int(file)].name : ""
    event.line = Int(line)
  }

  /// Hands an event on; what the books refuse is collected.
  func hand(_ event: Event) {
    guard !journal.isFull, !isStopped else { return }
    do throws(Diagnostic) {
      try EventTextCheck.check(event)
      try receive(event)
      if isDone() { isStopped = true }
    } catch {
      if refused?.explains(error, of: event, in: register) != true { journal.fail(located(error)) }
      refused?.add(event, refusedBy: error.code)
    }
  }

  /// The diagnostic with the text of its line.
  private func located(_ error: Diagnostic) -> Diagnostic {
    guard let position = error.position, position.lineText.isEmpty,
      let source = journal.sources.first(where: { $0.name == position.file })
    else { return error }
    var copy = error
    copy.position?.lineText = TextLines.line(position.line, of: source.bytes)
    return copy
  }
}
