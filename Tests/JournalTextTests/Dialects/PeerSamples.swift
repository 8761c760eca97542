import LedgerCore
import Portfolio

@testable import JournalText

/// Small books with every class of account and names that a peer would misread.
enum PeerSamples {
  static let day = Day(year: 2022, month: 6, day: 15) ?? .always

  static let books = PeerBooks(
    title: "某市 \"试验\"", comments: ["bgt: 12 events"], first: Day(year: 2022, month: 1, day: 20) ?? .always,
    commodities: [.renminbi, Commodity(code: "JPY", scale: 0), Commodity(code: "基金份额", scale: 4)],
    accounts: [
      account("国库存款", code: "1001", holdsCash: true),
      account("应付款", .liability, code: "2015"),
      account("累计盈余", .netAssets),
      account("利息(a/b);收入", .income),
      account("其他费用", .expense),
      account("来源:社会", .memo, in: .leverage),
    ])

  /// Remarks of each form.
  static let remarks = [
    ("2022-07-01", ["about": "审计", "text": "进点；\"两周\"\n第二行", "doc": "审字1号"]),
    (
      "2022-07-02",
      [
        "about": "预算", "text": "account:\"国库存款\" 90.30 基金份额 TRUE Assets:Gone 没有:此科目 \"\"", "form": "custom",
        "note": "since: 2022-06-30\nwho: a: b",
      ]
    ), ("2022-07-03", ["about": "cash", "form": "query", "note": "一句话"]), ("2022-07-04", ["about": "mark", "form": "custom"]),
  ].compactMap { day, fields in remark(day, fields) }

  private static func remark(_ day: String, _ fields: [String: String]) -> PeerBooks.Remark? {
    guard let kind = EventCatalog.kind(named: "remark"), let register = try? Register(rules: RuleSet.builtIn("plain")) else { return nil }
    var event = Event(kind, day: Day(day))
    for (name, text) in fields {
      guard let index = kind.index(of: name), let value = try? FieldParser(register: register).value(of: text, at: index, of: kind) else {
        return nil
      }
      event.values[index] = value
    }
    return PeerBooks.Remark(event)
  }

  static func account(
    _ name: String, _ accountClass: Account.Class = .asset, code: String = "", in book: AccountBook = .fiscal,
    holdsCash: Bool = false
  ) -> PeerBooks.Account {
    PeerBooks.Account(
      path: "\(book.chinese):\(name)", name: name, code: code, book: book, accountClass: accountClass, holdsCash: holdsCash)
  }

  static let voucher = PeerVoucher(
    day: day, code: "记-3", narration: "付息；\"丙\"; 一  二\n三",
    tags: [.init(.event, "7"), .init(.book, "fiscal"), .init(.rule, "E1")],
    lines: [
      .init(account: 4, amount: 12_050, commodity: 0, tags: [.init(.deal, "力得/A"), .init(.party, "甲,乙[2022]")]),
      .init(account: 0, amount: -12_050, commodity: 0),
      .init(account: 0, amount: 300, commodity: 1),
      .init(account: 1, amount: -300, commodity: 1),
      .init(account: 0, amount: 5_000, commodity: 2),
      .init(account: 3, amount: -5_000, commodity: 2),
    ])

  static func head(_ dialect: some JournalDialect) -> String {
    var out = TextBuffer()
    dialect.writeHead(into: &out)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  static func text(_ dialect: some JournalDialect, _ voucher: PeerVoucher = voucher) -> String {
    var out = TextBuffer()
    dialect.write(voucher, into: &out)
    return String(decoding: out.bytes, as: UTF8.self)
  }
}
