import LedgerCore
import Portfolio
import ReportDocument

/// What the register of holdings (DOMAIN §7 B) says beside cost and worth: agreement and registration of what is held,
/// exit rule and what came back of all that was ever held.
struct DealTermsSection {
  let view: PortfolioView

  /// What the columns mean.
  static let definition = Phrase(
    "签约日取首次认缴，登记日和登记股东取最近一次登记，投后估值和风险分类取最近一次登载；累计认缴不少于累计出资。"
      + "收回本金＝退出款中不超过转出成本的部分，收回收益＝超过部分，均自建账起累计",
    "signed on = the first commitment; registered on and shareholder = the latest entry; post-money and risk class = the latest "
      + "stated; committed is never below what was paid. Principal back = proceeds of exits up to the cost taken out, gain back = "
      + "what is above it, both since the books began")

  /// The tables that have a row.
  func tables() throws(Diagnostic) -> [Table] {
    let records = try DealRecord.all(view)
    var rules = ExitRules()
    let returns = try returns(records, &rules)
    return try [agreements(records), returns, rules.table].compactMap { $0 }
  }

  /// 约定与登记: one row a holding, by the number that it has in the register of positions; nil without one.
  private func agreements(_ records: [DealRecord]) throws(Diagnostic) -> Table? {
    var table = Table(
      "agreements", title: Phrase("约定与登记", "Agreement and registration"),
      columns: [
        Column("deal", Phrase("项目", "Deal"), link: .refers("deal")), Column("number", Phrase("序号", "No."), .integer),
        Column("stage", Phrase("发展阶段", "Stage")),
        Column("signed", Phrase("签约日", "Signed on"), .day), Column("registered", Phrase("登记日", "Registered on"), .day),
        Column("shareholder", Phrase("登记股东", "Registered shareholder")),
        Column("committed", Phrase("认缴", "Committed"), .money), Column("paid", Phrase("实缴", "Paid"), .money),
        Column("postMoney", Phrase("投后估值", "Post-money"), .money), Column("risk", Phrase("风险分类", "Risk class")),
      ])
    let shareholders = try events(records.map(\.shareholderEvent))
    let risks = try events(records.map(\.riskEvent))
    var totals = (committed: Int64(0), paid: Int64(0))
    for deal in view.register.deals {
      let closing = try view.closing(of: deal.id)
      if closing.cost == 0 && closing.carryingAmount == 0 && PositionsSection.receivable(closing) == 0 { continue }
      let record = records[Int(deal.id.rawValue)]
      let paid = closing.paidEver
      let committed = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
        try Commitment.basis(agreed: closing[.committed], paid: closing.paidIn, paidBefore: closing[.openingPaid])
      }
      try totals.committed.add(committed)
      try totals.paid.add(paid)
      table.add(
        .text(deal.name), .count(table.rows.count + 1), .text(view.party(of: deal)?.stage ?? ""), .day(record.signed),
        .day(record.registered), .text(shareholders[record.shareholderEvent]?.text("shareholder") ?? ""),
        view.money(committed), view.money(paid), .money(ifAny: record.postMoney, view.base),
        DealTermsSection.risk(risks[record.riskEvent]?.choice("risk")))
    }
    if table.rows.isEmpty { return nil }
    table.add(
      .phrase(.total), .empty, .empty, .empty, .empty, .empty, view.money(totals.committed), view.money(totals.paid), .empty, .empty,
      role: .total)
    return table
  }

  /// 退出条款与回收: one row a deal with terms, money that came back or a remark; nil without one.
  ///
  /// Many deals have the same rule, so that each stands once, in a table of its own, and is named by its number.
  private func returns(_ records: [DealRecord], _ rules: inout ExitRules) throws(Diagnostic) -> Table? {
    var table = Table(
      "exitTerms", title: Phrase("退出条款与回收", "Exit rule, and what came back"),
      columns: [
        Column("deal", Phrase("项目", "Deal"), link: .refers("deal")), Column("exitRule", Phrase("条款", "Rule"), .integer),
        Column("dividends", Phrase("已收分红", "Dividends"), .money),
        Column("principalBack", Phrase("收回本金", "Principal back"), .money),
        Column("gainBack", Phrase("收回收益", "Gain back"), .money), Column("remark", Phrase("备注", "Remark")),
      ])
    let remarks = try remarks()
    var totals = (dividends: Int64(0), principal: Int64(0), gain: Int64(0))
    for deal in view.register.deals {
      let record = records[Int(deal.id.rawValue)]
      let terms = view.register.exitTerms(of: deal.id, on: view.cutOff)
      let remark = remarks[deal.name] ?? ""
      if terms == nil && !record.hasReturns && remark.isEmpty { continue }
      try totals.dividends.add(record.dividends)
      try totals.principal.add(record.principalBack)
      try totals.gain.add(record.gainBack)
      table.add(
        .text(deal.name), terms.map { .count(rules.number(of: $0.rule)) } ?? .empty, view.money(record.dividends),
        view.money(record.principalBack), view.money(record.gainBack), .text(remark))
    }
    if table.rows.isEmpty { return nil }
    table.add(
      .phrase(.total), .empty, view.money(totals.dividends), view.money(totals.principal), view.money(totals.gain), .empty,
      role: .total)
    return table
  }

  /// The events at some places in the chain, 0 standing for none.
  private func events(_ sequences: [Int64]) throws(Diagnostic) -> [Int64: Event] {
    let wanted = sequences.filter { $0 > 0 }
    var found: [Int64: Event] = [:]
    for (sequence, event) in zip(wanted, try view.source.events(at: wanted)) { found[sequence] = event }
    return found
  }

  /// What the latest declaration with a remark says of each deal, by its name.
  private func remarks() throws(Diagnostic) -> [String: String] {
    let sequences = try view.source.sequences(ofKind: "deal", at: view.moment).sorted()
    var remarks: [String: String] = [:]
    for event in try view.source.events(at: sequences) {
      guard let event, (event.day ?? .always) <= view.cutOff, let name = event.text("name"), let note = event.text("note") else { continue }
      remarks[name] = note
    }
    return remarks
  }

  /// The risk class as people read it.
  private static func risk(_ word: String?) -> Cell {
    guard let word, let risk = RiskClass(rawValue: word) else { return .empty }
    return .code(word, Phrase(risk.chinese, word))
  }
}
