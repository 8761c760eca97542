import LedgerCore
import Portfolio
import ReportDocument

/// What two registers say differently of the same things: the kind of a party, the method of a deal.
struct RegisterDifference {
  /// What one register says of one thing: its kind and name, then its fields.
  private struct Said {
    let kind: EntityKind
    let name: String
    let fields: [(name: Phrase, value: String)]
  }

  private let before: [Said]
  private let after: [Said]

  init(_ before: Register, _ after: Register) {
    (self.before, self.after) = (RegisterDifference.all(of: before), RegisterDifference.all(of: after))
  }

  /// One row for each field that changed; what is only new is no restatement and left out.
  var table: Table {
    var table = Table(
      "register",
      columns: [
        Column("name", Phrase("名称", "Name")), Column("entity", Phrase("档案", "Register")),
        Column("field", Phrase("字段", "Field")), Column("before", Phrase("先前", "First")),
        Column("after", Phrase("后来", "Later")),
      ])
    var known: [String: Said] = [:]
    for said in before { known["\(said.kind.rawValue) \(said.name)"] = said }
    for said in after {
      guard let old = known["\(said.kind.rawValue) \(said.name)"] else { continue }
      for (first, later) in zip(old.fields, said.fields) where first.value != later.value {
        table.add(
          .text(said.name), .code(said.kind.rawValue, Phrase(said.kind.chinese, said.kind.rawValue)), .phrase(first.name),
          .text(first.value), .text(later.value))
      }
    }
    return table
  }

  private static func all(of register: Register) -> [Said] {
    register.accounts.map(said) + register.programmes.map(said) + register.envelopes.map(said)
      + register.parties.map { said($0, register) } + register.deals.map { said($0, register) }
  }

  private static func said(_ account: Account) -> Said {
    Said(
      kind: .account, name: account.name,
      fields: [
        (Phrase("代码", "Code"), account.code), (Phrase("账簿", "Book"), account.book.name),
        (Phrase("类别", "Class"), account.accountClass.rawValue), (Phrase("启用", "From"), text(account.from)),
        (Phrase("停用", "To"), text(account.to)),
      ])
  }

  private static func said(_ programme: Programme) -> Said {
    Said(
      kind: .programme, name: programme.name,
      fields: [
        (Phrase("全称", "Full name"), programme.fullName), (Phrase("起始", "From"), text(programme.from)),
        (Phrase("终止", "To"), text(programme.to)), (Phrase("目标", "Target"), programme.target?.description ?? ""),
      ])
  }

  private static func said(_ envelope: Envelope) -> Said {
    Said(
      kind: .envelope, name: envelope.name,
      fields: [
        (Phrase("资金性质", "Fund nature"), "\(envelope.nature)"), (Phrase("功能分类", "Function"), envelope.function),
        (Phrase("经济分类", "Economic class"), envelope.economic),
      ])
  }

  private static func said(_ party: Party, _ register: Register) -> Said {
    Said(
      kind: .party, name: party.name,
      fields: [
        (Phrase("全称", "Full name"), party.fullName), (Phrase("类型", "Kind"), party.kind.rawValue),
        (Phrase("区划", "Region"), party.region), (Phrase("行业", "Industry"), party.industry),
        (Phrase("信用代码", "Credit code"), party.creditCode), (Phrase("发展阶段", "Stage"), party.stage),
        (Phrase("管理人", "Manager"), party.fundManager.isNone ? "" : register[party.fundManager].name),
        (Phrase("托管人", "Custodian"), party.custodian.isNone ? "" : register[party.custodian].name),
      ])
  }

  private static func said(_ deal: Deal, _ register: Register) -> Said {
    Said(
      kind: .deal, name: deal.name,
      fields: [
        (Phrase("投资方式", "Method"), deal.method.rawValue), (Phrase("投资工具", "Instrument"), deal.instrument.rawValue),
        (Phrase("期限（月）", "Term (months)"), deal.termMonths == 0 ? "" : "\(deal.termMonths)"),
        (Phrase("核算方法", "Accounting"), deal.usesEquityMethod ? "equity" : "cost"),
        (Phrase("持股机构", "Holder"), deal.holder.isNone ? "" : register[deal.holder].name),
        (Phrase("计划规模", "Planned size"), deal.target == 0 ? "" : DecimalText.format(deal.target, scale: register.base.scale)),
      ])
  }

  private static func text(_ day: Day) -> String { day == .always || day == .never ? "" : day.description }
}
