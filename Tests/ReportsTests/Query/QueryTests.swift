import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Seeds
import Testing

@Suite("Queries")
struct QueryTests {
  /// Each voucher is named by its narration; the lines on 现金 are what the tests look at.
  static let journal = """
    commodity USD 2 美元
    programme 拨改投 from:2019-01-01
    party 力得 "力得汽车" kind:company region:371502 industry:C36
    party 某银行 kind:bank
    account 现金 code:1901 class:asset
    account 现金:美元户 code:190101 class:asset
    account 费用:差旅 code:5001 class:expense
    account 费用:办公 code:5002 class:expense
    2022-01-20 budget 2022/拨改投 1亿元 doc:聊财指〔2022〕15号
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:直接投资 term:5y
    2022-06-15 pay 力得/A 500万元 envelope:2022/拨改投 doc:投决7号 note:"首轮 领投" key:K1
    2022-01-05 * a
        费用:差旅  100.00 CNY
        现金
    2022-02-05 * b
        party: 某银行
        费用:办公  200.00 CNY
        现金
    2022-03-05 * c 出差
        费用:差旅  300.00 CNY
        现金
    2023-03-05 * d
        费用:办公  -50.00 CNY
        现金
    2023-03-06 * e
        费用:办公  70.00 USD
        现金:美元户

    """

  /// What fits a query, by the first letter of each voucher's narration; of the vouchers above.
  private func fitting(_ query: String..., book: AccountBook? = .fiscal) throws -> String {
    var report = RegisterReport(book: book)
    report.query = try Query(query, today: day("2023-03-06"))
    report.layout.startsFromZero = true
    let table = try report.document(from: books(QueryTests.journal)).table("register")
    var found = ""
    for cell in try table.column("narration") {
      let letter = cell.words?.first.map(String.init) ?? ""
      if !found.hasSuffix(letter) { found += letter }
    }
    return found
  }

  @Test(
    "each field finds what it names",
    arguments: [
      ("account:差旅", "ac"), ("科目:差旅", "ac"), ("acct:5002", "bde"), ("账套:quota", ""), ("账簿:quota", ""), ("差旅", "ac"), ("^费用", "abcde"),
      ("差旅$", "ac"),
      ("费用:*公", "bde"), ("/差.$/", "ac"), ("50?1", "ac"), ("date:2022-02", "b"), ("日期:2023", "de"), ("date:today", "e"),
      ("date:>=2023-03-06", "e"),
      ("日期<2022-02", "a"), ("date:from 2022-02 to 2022-03", "bc"), ("amount:>150", "bc出"), ("金额：＞１５０", "bc出"), ("金额:>100万", "出"),
      ("amount:=200", "b"),
      ("amount:<-250", "c出"),
      ("amount:+200", "b"), ("amt:<=100", "ade"), ("金额>=500万元", "出"), ("party:某银行", "b"), ("对方:力得汽车", "出"), ("deal:力得", "出"),
      ("项目:力得/A", "出"), ("专项:拨改投", "出"), ("envelope:2022/", "出"), ("region:东昌府", "出"), ("区划:371502", "出"), ("industry:C36", "出"),
      ("text:出差", "c"), ("摘要:A", "a出"), ("cur:USD", "e"), ("币种:美元", "e"), ("kind:entry", "abcde"), ("事项:出资", "出"), ("document:投决", "出"),
      ("唯一键:K1", "出"), ("note:领投", "出"), ("tag:note", "出"), ("tag:备注=首轮", "出"), ("tag:note=末轮", ""),
    ])
  func fields(_ query: String, _ expected: String) throws { #expect(try fitting(query) == expected) }

  @Test(
    "and, or, not and parentheses; not binds most closely, or least",
    arguments: [
      ("差旅 or 办公", "abcde"), ("差旅 and date:2022-03", "c"), ("not 现金 not 股权 not 国库 not 差旅", "bde"),
      ("费用 and (date:2023 or text:b)", "bde"), ("费用 (not date:2022)", "de"), ("text:a or text:b and date:2023", "a出"),
      ("(text:b or text:d) and date:2023", "d"), ("not (date:2022 or cur:USD)", "d"), ("not not text:b", "b"), ("!text:b date:2022-02", ""),
      ("text:b 或 text:c", "bc"), ("费用 且 非 差旅", "bde"), ("费用 not:办公", "ac"), ("(差旅)", "ac"), ("（差旅）", "ac"),
    ])
  func operators(_ query: String, _ expected: String) throws { #expect(try fitting(query) == expected) }

  @Test("words side by side are alternatives for one field and must hold together for two, as in hledger")
  func sideBySide() throws {
    #expect(try fitting("差旅", "办公") == "abcde")
    #expect(try fitting("差旅", "办公", "date:2022") == "abc")
    #expect(try fitting("text:a", "text:b", "费用") == "ab")
    #expect(try fitting("amount:>150", "amount:<250", "费用") == "b")
    let both = #expect(throws: Diagnostic.self) { try fitting("date:2022", "date:2023") }
    #expect(both?.code == .badUsage)
    #expect(try fitting("费用", "not", "差旅", "not", "text:b") == "de")
  }

  @Test("a wide colon in the name of an account is a colon")
  func wideColons() throws {
    #expect(try fitting("account:费用：差旅") == fitting("account:费用:差旅"))
    #expect(try fitting("费用：办公") == fitting("费用:办公"))
  }

  @Test("an argument of words alone is one name; quotes hold blanks and signs together in an expression")
  func names() throws {
    let journal = """
      2022-01-05 * a
          my bank (old)  1.00 CNY
          other
      2022-01-06 * b
          bank and my  2.00 CNY
          other

      """
    func accounts(_ words: String...) throws -> [String?] {
      var report = BalanceReport()
      report.query = try Query(words, today: day("2023-01-01"))
      return try report.document(from: books(journal)).table("balance").column("account").map(\.words)
    }
    #expect(try accounts("my bank") == ["my bank (old)"])
    #expect(try accounts("'my bank' or 'bank and my'") == ["bank and my", "my bank (old)"])
    #expect(try accounts("account:\"my bank (old)\"") == ["my bank (old)"])
    #expect(try accounts("account:my bank") == ["my bank (old)"])
    #expect(try accounts("'and'") == ["bank and my"])
  }

  @Test(
    "what is wrong has a stable code and its place",
    arguments: [
      ("(差旅 or 办公", DiagnosticCode.queryUnclosed, 1), ("差旅)", .queryUnclosed, 3), ("text:\"a", .queryUnclosed, 6),
      ("差旅 and", .queryIncomplete, 7), ("or 差旅", .queryIncomplete, 1), ("()", .queryIncomplete, 2), ("not", .queryIncomplete, 4),
      ("差旅 amount:viel", .badQueryValue, 11), ("book:x", .badQueryValue, 6), ("type:x", .badQueryValue, 6), ("kind:pey", .badQueryValue, 6),
      ("event:x", .badQueryValue, 7), ("tag:colour=red", .badQueryValue, 5), ("text:", .badQueryValue, 6), ("date:soon", .badPeriod, 6),
      ("date:06-15", .ambiguousDate, 6), ("/[/", .badPattern, 1), ("text:/(/", .badPattern, 6),
    ])
  func refused(_ query: String, _ code: DiagnosticCode, _ column: Int) {
    let found = #expect(throws: Diagnostic.self) { try Query([query], today: day("2023-01-01")) }
    #expect(found?.code == code && found?.position?.column == column, "\(String(describing: found))")
    #expect(found?.hint.isEmpty == false)
  }

  @Test("nesting has a bound, long chains of words have none")
  func depth() throws {
    let deep = String(repeating: "(", count: 5000) + "a" + String(repeating: ")", count: 5000)
    let found = #expect(throws: Diagnostic.self) { try Query([deep], today: day("2023-01-01")) }
    #expect(found?.code == .queryTooDeep)
    let long = Array(repeating: "差旅", count: 20_000)
    _ = try Query(long, today: day("2023-01-01"))
  }

  @Test("any text is read or refused, and never ends the program", arguments: UInt64(1)...300)
  func anyText(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "(", ")", "not ", "or ", "and ", "\"", "'", "/", ":", "：", "*", "date:", "amount:", ">", "=", "-", "科目:", "a", " ", "投", "2022",
      "tag:", "\\", "[", "\u{301}", "!", "..", "万",
    ]
    let text = (0..<random.next() % 14).map { _ in parts[Int(random.next() % UInt64(parts.count))] }.joined()
    do throws(Diagnostic) { _ = try Query([text], today: day("2023-01-01")) } catch {
      #expect(
        [.queryUnclosed, .queryIncomplete, .badQueryValue, .badPattern, .badPeriod, .ambiguousDate].contains(error.code),
        "seed \(seed): \(text)")
      #expect(error.position != nil, "seed \(seed): \(text)")
    }
  }

  @Test(
    "a name that nothing fits is refused with the nearest",
    arguments: [
      ("deal:力德/A", DiagnosticCode.unknownDeal, "力得/A"), ("party:某银号", .unknownParty, "某银行"), ("科目:费用:差族", .unknownAccount, "费用:差旅"),
      ("acount:差旅", .unknownAccount, "account:差旅"), ("国厍", .unknownAccount, "国库存款"), ("envelope:2023/拨改投", .unknownEnvelope, "2022/拨改投"),
      ("cur:EUX", .unknownCommodity, ""), ("event:999", .unknownEvent, "the last one is #"),
    ])
  func unknown(_ query: String, _ code: DiagnosticCode, _ near: String) {
    let found = #expect(throws: Diagnostic.self) { try fitting(query) }
    #expect(found?.code == code && found?.hint.contains(near) == true, "\(String(describing: found))")
  }

  @Test("a name is refused in the letters in which it was typed, with what there is")
  func asTyped() throws {
    let found = #expect(throws: Diagnostic.self) { try fitting("cur:XQZ,CNY") }
    #expect(found?.message == "no commodity is named XQZ,CNY", "\(String(describing: found))")
    #expect(found?.hint.contains("CNY") == true)
  }

  @Test("one account of several may be missing, and what is excluded may be")
  func missing() throws {
    #expect(try fitting("差旅", "无此") == "ac")
    #expect(try fitting("费用", "not", "无此") == "abcde")
  }

  @Test("a query that names a book is asked of all books")
  func namesBook() throws {
    #expect(try Query(["book:quota or 差旅"], today: day("2023-01-01")).namesBook)
    #expect(try !Query(["差旅"], today: day("2023-01-01")).namesBook)
    #expect(try fitting("账套:quota", "金额:>100万", book: nil) == "预出")
  }
}
