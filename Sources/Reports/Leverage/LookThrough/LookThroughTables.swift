import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// Funds and companies with our share in them, our money that arrived, and that of others.
struct LookThroughTables {
  let register: Register
  let policy: LeveragePolicy
  let view: LeverageView
  let money: LookThroughMoney
  /// Others' money beside our funds by company, as far as events name it.
  private let besideOfCompany: [PartyID: ClassAmounts]

  /// The measures whose facts the tables need.
  static let measures = LeverageView.measures.union(StatedShares.measures)

  /// Traces the money of facts of one moment.
  ///
  /// - Throws: the first thing that is wrong with what is traced, or `sumOverflow`.
  init(_ facts: [Fact], _ register: Register, _ policy: LeveragePolicy) throws(Diagnostic) {
    self.register = register
    self.policy = policy
    view = try LeverageView(facts, register: register, by: .none, laterMonths: policy.laterMonths)
    let view = view
    var beside: [PartyID: ClassAmounts] = [:]
    money = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      for money in view.besideCompanies(facts, register) {
        try beside[money.company, default: ClassAmounts()].add(money.amount, of: money.contributor)
      }
      return try LookThroughMoney(view, register, policy, stakes: try StatedShares(facts, register), beside: beside)
    }
    besideOfCompany = beside
    if let finding = money.trace.findings.first { throw finding }
  }

  /// What is to be said of funds that invested more than was paid into them.
  var notes: [Phrase] { money.notes(register) }

  /// The table of funds, then that of companies.
  func blocks() throws(Diagnostic) -> [Block] {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in [.table(try funds()), .table(try companies())] }
  }

  private func columns(_ others: Column...) -> [Column] {
    [
      Column("entity", Phrase("单位", "Entity")), Column("tier", Phrase("层级", "Tier"), .integer),
      Column("share", Phrase("我方穿透比例", "Our share"), .percent(decimals: 4)),
      Column("own", Phrase("到达的财政资金", "Own money arrived"), .money),
    ] + others
  }

  /// The numbers of the entities that our money reached, nearest first.
  private func reached(vehicles isVehicle: Bool) -> [Int] {
    let positions = money.trace.positions
    return positions.indices
      .filter { positions[$0].isReached && money.graph.entities[$0].isVehicle == isVehicle }
      .sorted { (positions[$0].tier, $0) < (positions[$1].tier, $1) }
  }

  /// Our money in funds; what one fund puts into another stands in a column of its own and is in no total.
  private func funds() throws(MoneyOverflow) -> Table {
    let base = register.base
    var table = Table(
      "funds",
      columns: columns(
        Column("straight", Phrase("其中直接投入", "Of it straight"), .money),
        Column("others", Phrase("他方自外部投入", "Others from outside"), .money),
        Column("between", Phrase("上级基金投入（抵销）", "From our funds (eliminated)"), .money)))
    table.title = Phrase("基金", "Funds")
    for entity in reached(vehicles: true) {
      let position = money.trace.positions[entity]
      table.add(
        .text(money.graph.entities[entity].name), .count(position.tier), .share(position.share),
        .money(position.money[.own], base), .money(position.fromOutside[.own], base),
        .money(try ClassAmounts(position.fromOutside).counted(policy), base),
        .money(try position.throughFunds.total(), base))
    }
    let all = try money.trace.consolidated(money.graph)
    table.rows.append(
      Row(
        [
          .phrase(.total), .empty, .empty, .empty, .money(all[.own], base),
          .money(try ClassAmounts(all).counted(policy), base), .empty,
        ], role: .total))
    return table
  }

  /// Our money in companies, that of others through our funds, and that beside them; the total is L5.
  private func companies() throws(MoneyOverflow) -> Table {
    let base = register.base
    var table = Table(
      "companies",
      columns: columns(
        Column("through", Phrase("他方经基金到达", "Others through funds"), .money),
        Column("beside", Phrase("他方在旁投入", "Others beside"), .money),
        Column("value", Phrase("倍数", "Value"), .ratio(decimals: 2))))
    table.title = Phrase("企业", "Companies")
    var sums = (own: Int64(0), through: Int64(0), beside: Int64(0))
    func add(_ label: Cell, _ tier: Cell, _ share: Cell, _ own: Int64, _ through: Int64, _ beside: Int64) throws(MoneyOverflow) {
      table.add(
        label, tier, share, .money(own, base), .money(through, base), .money(beside, base),
        .ratio(Ratio(try through.plus(beside), over: own)))
      sums = (try sums.own.plus(own), try sums.through.plus(through), try sums.beside.plus(beside))
    }
    var named = besideOfCompany
    for entity in reached(vehicles: false) {
      let position = money.trace.positions[entity]
      var beside = ClassAmounts(position.fromOutside)
      let company = money.parties[entity]
      if let amounts = named.removeValue(forKey: company), !money.besideInGraph.contains(company) { try beside.add(amounts) }
      try add(
        .text(money.graph.entities[entity].name), .count(position.tier), .share(position.share), position.money[.own],
        try ClassAmounts(position.throughFunds).counted(policy), try beside.counted(policy))
    }
    for (party, amounts) in named.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try add(.text(register[party].name), .empty, .empty, 0, 0, try amounts.counted(policy))
    }
    let rest = try view.total.projects.counted(policy).minus(sums.beside)
    if rest != 0 {
      try add(.code("unnamed", Phrase("（未注明企业）", "(company not named)")), .empty, .empty, 0, 0, rest)
    }
    let value = Ratio(try sums.through.plus(sums.beside), over: sums.own)
    table.rows.append(
      Row(
        [
          .phrase(.total), .empty, .empty, .money(sums.own, base), .money(sums.through, base),
          .money(sums.beside, base), .ratio(value),
        ], role: .total))
    return table
  }
}
