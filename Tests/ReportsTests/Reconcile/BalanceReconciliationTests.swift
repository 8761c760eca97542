import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

@Suite("余额调节表")
struct BalanceReconciliationTests {
  private func result(_ text: String, asOf: String? = nil) throws -> ReconcileResult {
    try BalanceReconciliationReport(moment: Moment(asOf: asOf.map(day) ?? .never)).result(
      from: try books(StatedBooks.preamble + text))
  }

  private let payment = "2022-06-15 pay 力得/A 5,000,000.00 envelope:2022/拨改投 key:P1\n"

  @Test("what both sides have and a match holds is not open, and both balances agree")
  func matched() throws {
    let statement = StatedBooks.statement(to: "2022-06-30", "2022-06-16 -5000000 力得汽车科技股份有限公司")
    let result = try result(payment + statement + "2022-06-16 match 国库存款 lines:L2022-06-16-0 events:P1\n")
    #expect(result.isReconciled)
    #expect(try StatedBooks.open(result.document) == [])
    for code in ["bookBalance", "statedBalance", "adjustedBook", "adjustedStatement"] {
      #expect(try StatedBooks.balance(result.document, code) == 95_000_000, "\(code)")
    }
  }

  @Test("each side takes in what only the other has, and both come to the same")
  func adjusted() throws {
    let result = try result(
      payment + "2022-06-28 exit 力得/A 1,000,000.00 part:10%\n"
        + StatedBooks.statement(to: "2022-06-30", "2022-06-10 -300 某银行 - 手续费\n2022-06-29 70 某银行 - 利息"))
    let document = result.document
    #expect(try StatedBooks.balance(document, "bookBalance") == 96_000_000)
    #expect(try StatedBooks.balance(document, "statedBalance") == 99_999_770)
    #expect(try StatedBooks.balance(document, "statedIn") == 70)
    #expect(try StatedBooks.balance(document, "statedOut") == 300)
    #expect(try StatedBooks.balance(document, "bookedIn") == 1_000_000)
    #expect(try StatedBooks.balance(document, "bookedOut") == 5_000_000)
    #expect(try StatedBooks.balance(document, "adjustedBook") == 95_999_770)
    #expect(try StatedBooks.balance(document, "adjustedStatement") == 95_999_770)
    #expect(
      try StatedBooks.open(document) == [
        "statement -300 oneSided open", "books -5000000 oneSided open", "books 1000000 inTransit explained",
        "statement 70 inTransit explained",
      ])
    #expect(!result.isReconciled && result.openCount == 2)
  }

  @Test("as of a year end, what a later match settles is a matter of the year boundary; of a month end, in transit")
  func later() throws {
    let text =
      "2022-12-30 pay 力得/A 5,000,000.00 envelope:2022/拨改投 key:P1\n"
      + StatedBooks.statement(to: "2023-01-31", "2023-01-04 -5000000 力得")
      + "2023-01-04 match 国库存款 lines:L2023-01-04-0 events:P1\n"
    #expect(try result(text).isReconciled)
    let document = try result(text, asOf: "2022-12-31").document
    #expect(try StatedBooks.open(document) == ["books -5000000 yearBoundary explained"])
    #expect(try StatedBooks.balance(document, "adjustedBook") == 95_000_000)
    #expect(try StatedBooks.balance(document, "statedBalance") == 100_000_000)
  }

  @Test("an amount that differs is a wrong amount on both sides; 54 for 45 may be transposed digits")
  func wrongAmount() throws {
    let document = try result(payment + StatedBooks.statement(to: "2022-06-30", "2022-06-16 -5400000 力得")).document
    #expect(
      try StatedBooks.open(document) == ["books -5000000 wrongAmount open", "statement -5400000 wrongAmount open"])
    let text = try #require(document.table("open").rows.first?.cells.last?.words)
    #expect(text.contains("5,400,000.00") && !text.contains("整除"))
    let transposed = try result(payment + StatedBooks.statement(to: "2022-06-30", "2022-06-16 -5000900 力得")).document
    #expect(try transposed.table("open").rows.first?.cells.last?.words?.contains("整除") == true)
    let sign = try result(payment + StatedBooks.statement(to: "2022-06-30", "2022-06-16 5000000 某银行")).document
    #expect(try sign.table("open").rows.first?.cells.last?.words?.contains("方向相反") == true)
  }

  @Test("an amount booked wrong is corrected by its difference alone: the adjusted balance is that of the books after the correction")
  func correction() throws {
    let statement = StatedBooks.statement(to: "2022-06-30", "2022-06-16 -5400000 力得\n2022-06-20 -300 某银行 - 手续费")
    let fee = "2022-06-20 * 手续费\n    其他费用  300.00 CNY\n    国库存款\n"
    let document = try result(payment + statement + fee).document
    #expect(try StatedBooks.balance(document, "correction") == -400_000)
    #expect(try StatedBooks.balance(document, "statedOut") == 0 && StatedBooks.balance(document, "bookedOut") == 0)
    for code in ["adjustedBook", "adjustedStatement"] { #expect(try StatedBooks.balance(document, code) == 94_599_700, "\(code)") }
    #expect(try document.table("open").rows.last?.cells.last?.words?.contains("把握") == true)
    let corrected = try result(
      payment + statement + fee + "2022-06-15 reverse P1 reason:金额记错\n2022-06-15 pay 力得/A 5,400,000.00 envelope:2022/拨改投\n"
    ).document
    #expect(try StatedBooks.balance(corrected, "bookBalance") == 94_599_700)
    #expect(try StatedBooks.balance(corrected, "adjustedBook") == 94_599_700)
  }

  @Test("a wrong sign is corrected by what it differs by, and what waits for confirmation changes no balance")
  func signAndProposal() throws {
    let sign = try result(payment + StatedBooks.statement(to: "2022-06-30", "2022-06-16 5000000 某银行")).document
    #expect(try StatedBooks.balance(sign, "correction") == 10_000_000)
    #expect(try StatedBooks.balance(sign, "adjustedBook") == 105_000_000)
    let proposed = try result(payment + StatedBooks.statement(to: "2022-06-30", "2022-06-16 -5000000 力得")).document
    #expect(try StatedBooks.open(proposed).count == 2)
    #expect(try StatedBooks.balance(proposed, "adjustedBook") == 95_000_000)
    #expect(try proposed.table("balances").notes.contains { $0.zh.contains("2 项两边都有（各合计 -5,000,000.00）") })
  }

  @Test("the buyer that an exit names is whom the bank names, beside the company itself", arguments: ["丙实业有限公司", "力得汽车科技股份有限公司"])
  func buyer(_ name: String) throws {
    let ledger = try books(
      StatedBooks.preamble + "party 丙 \"丙实业有限公司\" kind:company\n" + payment
        + "2022-06-20 exit 力得/A 5,200,000.00 way:transfer buyer:丙\n"
        + StatedBooks.statement(to: "2022-06-30", "2022-06-16 -5000000 力得\n2022-06-20 5200000 \(name)"))
    let matches = try ProposalsReport().confirmations(from: ledger, scoreMin: 90)
    #expect(matches.count == 2 && matches.last?.integer("score") == 95)
    let document = try ProposalsReport().document(from: ledger)
    #expect(try !document.table("proposals").rows.contains { $0.cells[0].words?.contains("户名不同") == true })
  }

  @Test("an account that holds another currency is reconciled in that currency")
  func otherCurrency() throws {
    let text = """
      commodity USD 2 美元
      account 国库存款:美元户 class:asset
      2022-06-01 * 汇入
          国库存款:美元户   1,000.00 USD
          累计盈余         -1,000.00 USD
      2022-06-30 statement 国库存款:美元户 from:2022-06-01 opening:"0.00 USD" closing:"1,000.00 USD" received:"1,000.00 USD" paid:"0.00 USD" lines:1
      2022-06-02 statement-line 国库存款:美元户 1,000.00 USD key:L

      """
    let ledger = try books(StatedBooks.preamble + text)
    func commodity(_ name: String) throws -> CommodityID {
      try StatementAccounts.commodity(of: try StatementAccounts.account(name, in: ledger), in: ledger)
    }
    let (own, treasury) = (try commodity("国库存款:美元户"), try commodity("国库存款"))
    #expect(ledger.register[own].code == "USD")
    #expect(treasury == ledger.register.baseID, "it holds two, and renminbi is one")
    let document = try BalanceReconciliationReport(account: "国库存款:美元户").document(from: ledger)
    #expect(try StatedBooks.balance(document, "bookBalance") == 1000)
    #expect(try StatedBooks.balance(document, "adjustedBook") == 1000 && StatedBooks.balance(document, "adjustedStatement") == 1000)
  }

  @Test("money booked on another account is a wrong account")
  func wrongAccount() throws {
    let document = try result(
      "2022-06-15 pay 力得/A 5,000,000.00 envelope:2022/拨改投 cash:其他财政存款\n"
        + StatedBooks.statement(to: "2022-06-30", "2022-06-16 -5000000 力得汽车科技股份有限公司")
    ).document
    #expect(try StatedBooks.open(document) == ["statement -5000000 wrongAccount open"])
    #expect(try document.table("open").rows.first?.cells.last?.words?.contains("其他财政存款") == true)
  }

  @Test("what went out and came back on the statement alone was returned, as was what the bank says so of")
  func returned() throws {
    let document = try result(
      StatedBooks.statement(
        to: "2022-06-30", "2022-06-02 -5000000 力得\n2022-06-08 5000000 力得\n2022-06-09 77 某公司 - 退汇")
    ).document
    #expect(
      try StatedBooks.open(document) == [
        "statement -5000000 returned open", "statement 5000000 returned open", "statement 77 returned open",
      ])
  }

  @Test("a payment made anew after a return is no return of the return")
  func paidAnew() throws {
    let document = try result(
      StatedBooks.statement(to: "2022-06-30", "2022-06-20 5000000 力得 - 退票\n2022-06-21 -5000000 力得 - 重付")
    ).document
    #expect(
      try StatedBooks.open(document) == ["statement 5000000 returned open", "statement -5000000 inTransit explained"])
  }

  @Test("a payment that was reversed and never reached the bank is not open")
  func reversed() throws {
    let document = try result(
      payment + "2022-06-17 reverse P1 reason:录错\n" + StatedBooks.statement(to: "2022-06-30", "2022-06-29 70 某银行")
    ).document
    #expect(try StatedBooks.open(document) == ["statement 70 inTransit explained"])
    #expect(document.notes.contains { $0.zh.contains("已红字冲销的 1 项") })
    #expect(try StatedBooks.balance(document, "adjustedBook") == 100_000_070)
  }

  @Test("what lies before the first statement is one difference, which matches of its items take away")
  func before() throws {
    let text =
      "2022-06-15 pay 力得/A 5,000,000.00 envelope:2022/拨改投 key:P1\n"
      + StatedBooks.statement(from: "2022-07-01", to: "2022-07-31", "2022-07-02 -5000000 力得")
    let open = try result(text)
    #expect(try StatedBooks.balance(open.document, "before") == 5_000_000)
    #expect(try StatedBooks.balance(open.document, "adjustedBook") == StatedBooks.balance(open.document, "adjustedStatement"))
    #expect(!open.isReconciled)
    let matched = try result(text + "2022-07-02 match 国库存款 lines:L2022-07-02-0 events:P1\n")
    #expect(matched.isReconciled)
    #expect(try StatedBooks.balance(matched.document, "before") == 0)
  }

  /// Books of a treasury that are opened with 100 million on a day.
  private func opened(on date: String, _ text: String) throws -> ReconcileResult {
    let opening = "\(date) * 期初\n    国库存款   100,000,000.00 CNY\n    累计盈余  -100,000,000.00 CNY\n"
    return try BalanceReconciliationReport().result(from: try books(StatedBooks.companies + opening + text))
  }

  private func matchedPayment(opening: Int64 = 100_000_000) -> String {
    payment + StatedBooks.statement(to: "2022-06-30", opening: opening, "2022-06-16 -5000000 力得")
      + "2022-06-16 match 国库存款 lines:L2022-06-16-0 events:P1\n"
  }

  @Test(
    "the voucher that opens the books counts once, on the day before the statement or on its first",
    arguments: ["2022-05-31", "2022-06-01"])
  func openedOnFirstDay(_ date: String) throws {
    let result = try opened(on: date, matchedPayment())
    #expect(result.isReconciled)
    #expect(try StatedBooks.open(result.document) == [])
    #expect(try StatedBooks.balance(result.document, "before") == 0)
    for code in ["bookBalance", "statedBalance", "adjustedBook", "adjustedStatement"] {
      #expect(try StatedBooks.balance(result.document, code) == 95_000_000, "\(code)")
    }
  }

  @Test("what the opening of the first day differs by from the statement's is one difference before it")
  func openedOtherwise() throws {
    let result = try opened(on: "2022-06-01", matchedPayment(opening: 100_000_300))
    #expect(!result.isReconciled && result.openCount == 1)
    #expect(try StatedBooks.balance(result.document, "before") == 300)
    #expect(try StatedBooks.balance(result.document, "adjustedBook") == 95_000_300)
  }

  @Test("a list without balances begins with the opening of its first day")
  func openedWithoutBalances() throws {
    let list =
      "2022-06-30 statement 国库存款 from:2022-06-01 received:0.00 paid:5000000.00 lines:1\n"
      + "2022-06-16 statement-line 国库存款 -5000000.00 CNY key:L\n2022-06-16 match 国库存款 lines:L events:P1\n"
    let result = try opened(on: "2022-06-01", payment + list)
    #expect(result.isReconciled)
    #expect(try StatedBooks.balance(result.document, "adjustedStatement") == 95_000_000)
  }

  @Test("a receipt of the first day that the bank does not have is open, beside an opening and without one")
  func receiptOnFirstDay() throws {
    let receipt = "2022-06-01 * 拨入\n    国库存款  7,000.00 CNY\n    一般公共预算收入\n"
    for date in ["2022-05-31", "2022-06-01"] {
      let result = try opened(on: date, receipt + matchedPayment())
      #expect(!result.isReconciled)
      #expect(try StatedBooks.open(result.document) == ["books 7000 oneSided open"])
      #expect(try StatedBooks.balance(result.document, "adjustedBook") == 95_007_000)
    }
    // A statement that begins with nothing has no balance that a voucher of its first day could state.
    let empty = try opened(on: "2022-06-01", matchedPayment(opening: 0))
    #expect(try StatedBooks.open(empty.document) == ["books 100000000 oneSided open"])
    // Once the account was used, money against net assets is no opening.
    let later = "2022-06-01 * 更正\n    国库存款  7,000.00 CNY\n    累计盈余\n"
    #expect(try StatedBooks.open(try opened(on: "2022-05-31", later + matchedPayment()).document) == ["books 7000 oneSided open"])
  }

  @Test("a statement that does not go on from the one before it is named, and nothing is reconciled")
  func gap() throws {
    let result = try result(
      StatedBooks.statement(to: "2022-06-30", "2022-06-29 70 某银行")
        + StatedBooks.statement(from: "2022-07-01", to: "2022-07-31", opening: 100_000_090, "2022-07-30 5 某银行"))
    #expect(!result.isReconciled)
    #expect(try result.document.table("statements").notes.count == 2)
    // The balance is the one that the bank states; what the lines come to more stands in a line of its own.
    #expect(try StatedBooks.balance(result.document, "statedBalance") == 100_000_095)
    #expect(try StatedBooks.balance(result.document, "missing") == -20)
    let inside = try self.result(
      StatedBooks.statement(to: "2022-06-30", "2022-06-29 70 某银行")
        + StatedBooks.statement(from: "2022-07-01", to: "2022-07-31", opening: 100_000_090, "2022-07-30 5 某银行"), asOf: "2022-07-15")
    #expect(try StatedBooks.balance(inside.document, "computedBalance") == 100_000_070)
    #expect(try StatedBooks.balance(inside.document, "statedBalance") == 0, "no statement states it")
  }

  @Test("without a statement there is nothing to reconcile, and the way out is named")
  func none() throws {
    let error = #expect(throws: Diagnostic.self) { try result(payment) }
    #expect(error?.code == .noStatement)
    #expect(error?.hint.contains("bgt reconcile statement") == true)
  }
}
