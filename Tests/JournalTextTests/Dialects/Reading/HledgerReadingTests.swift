import LedgerCore
import Portfolio
import Testing

@testable import JournalText

@Suite("A journal of hledger")
struct HledgerReadingTests {
  @Test("a transaction becomes a voucher with status, code, narration, remarks and notes of its lines")
  func transaction() throws {
    let reading = try PeerReading(
      """
      2022-01-05=2022-01-07 ! (77) shop | lunch  ; first
          ; project: x
          expenses:food  12.50 EUR  ; with tip
          * assets:cash
              ; second line

      """, .hledger)
    #expect(reading.problems == [])
    #expect(
      reading.events
        == [
          "commodity EUR 2\n", "account expenses:food\n", "account assets:cash\n",
          """
          2022-01-05 ! (77) shop | lunch
           note: "date2: 2022-01-07\\nfirst\\nproject: x"
           expenses:food  12.50 EUR ; with tip
           assets:cash  -12.50 EUR ; * second line

          """,
        ].filter { $0 != "commodity EUR 2\n" })
  }

  @Test("a cost is balanced through equity:conversion and kept as the note of its line")
  func costs() throws {
    let reading = try PeerReading(
      """
      2022-01-01 each
          a:shares  10 ABC @ 2.50 EUR
          a:bank  -25.00 EUR
      2022-01-02 all
          a:shares  3 ABC @@ 10.00 EUR
          a:bank
      2022-01-03 neither
          a:shares  2 ABC
          a:bank  -5.00 EUR

      """, .hledger)
    #expect(reading.problems == [])
    #expect(try reading.balance("a:shares") == "15 ABC")
    #expect(try reading.balance("a:bank") == "-40.00 EUR")
    #expect(try reading.balance("equity:conversion") == "-15 ABC, 40.00 EUR")
    #expect(reading.vouchers[0].contains(" a:shares  10 ABC ; @ 2.50 EUR\n"))
  }

  @Test("a commodity that only costs are stated in is one of its own, with as many decimals as they need")
  func costsAlone() throws {
    func balances(_ postings: String, _ syntax: PeerSyntax = .hledger) throws -> [String] {
      let reading = try PeerReading("2022-01-02 x\n\(postings)\n", syntax)
      #expect(reading.problems == [] && reading.warnings == [])
      return [try reading.balance("b"), try reading.balance("equity:conversion")]
    }
    for syntax in [PeerSyntax.hledger, .ledger] {
      #expect(try balances("  a   100 EUR @ $1.25\n  b", syntax) == ["-125.00 $", "-100.00 EUR, 125.00 $"])
      #expect(try balances("  a   100 EUR @@ $125.5\n  b", syntax) == ["-125.5 $", "-100.00 EUR, 125.5 $"])
    }
    #expect(try balances("  a   100 EUR @ $1.2345\n  b") == ["-123.4500 $", "-100.00 EUR, 123.4500 $"])
    #expect(try balances("  a  0.5 ABC @ $1.25\n  b") == ["-0.625 $", "-0.5 ABC, 0.625 $"])
    #expect(try balances("  a  10 ABC {$2} @ $3\n  b") == ["-30 $", "-10 ABC, 30 $"])
  }

  @Test(
    "an alias by pattern may have blanks around its sign",
    arguments: ["/^foo:(.*)/ = expenses:\\1", "/^foo:(.*)/=expenses:\\1", "/^foo:(.*)/  =  expenses:\\1", "/^FOO:(.*)/ = expenses:\\1"])
  func patternAlias(_ alias: String) throws {
    let reading = try PeerReading("alias \(alias)\n2022-01-02 x\n  foo:food  $20\n  bank\n", .hledger)
    #expect(reading.problems == [])
    #expect(try reading.balance("expenses:food") == "20 $")
  }

  @Test("an alias that begins as a pattern and is none is refused", arguments: ["/foo = bar", "/foo/ bar", "//=bar"])
  func badPatternAlias(_ alias: String) throws {
    #expect(try PeerReading("alias \(alias)\n2022-01-02 x\n  foo  $20\n  bank\n", .hledger).flaws == ["P1090:1"])
  }

  @Test("an account of type V takes the exchanges instead")
  func conversionAccount() throws {
    let reading = try PeerReading(
      """
      account equity:fx  ; type: V
      2022-01-01 x
          a:eur  10.00 EUR @ 7.00 CNY
          a:bank

      """, .hledger)
    #expect(try reading.balance("equity:fx") == "-10.00 EUR, 70.00 CNY")
  }

  @Test("virtual postings in parentheses are met by equity:virtual, those in brackets by each other")
  func virtual() throws {
    let reading = try PeerReading(
      """
      2022-01-01 x
          a  10.00 CNY
          b
          (budget:food)  -10.00 CNY
          [save:car]  5.00 CNY
          [save:all]

      """, .hledger)
    #expect(reading.problems == [])
    #expect(try reading.balance("equity:virtual") == "10.00 CNY")
    #expect(try reading.balance("save:all") == "-5.00 CNY")
  }

  @Test(
    "numbers are read by the marks that the journal declares, else by hledger's rule",
    arguments: [
      ("", "1,234.56 EUR", "1234.56 EUR"), ("", "1.234,56 EUR", "1234.56 EUR"), ("", "1 234.56 EUR", "1234.56 EUR"),
      ("", "1\u{202F}234,56 EUR", "1234.56 EUR"), ("", "1,000 EUR", "1.000 EUR"), ("", "1,000,000 EUR", "1000000.00 EUR"),
      ("commodity 1,000.00 EUR", "1,000 EUR", "1000.00 EUR"), ("commodity 1.000,00 EUR", "1.000 EUR", "1000.00 EUR"),
      ("decimal-mark ,", "1.000 EUR", "1000.00 EUR"), ("D 1.000,00 EUR", "2,5", "2.50 EUR"),
      // A mark behind blanks, or at an end, is that of decimals whatever was said, as in hledger.
      ("decimal-mark ,", "1 000.50 EUR", "1000.50 EUR"), ("decimal-mark ,", ".5 EUR", "0.50 EUR"),
      ("decimal-mark .", "1 234,00 EUR", "1234.00 EUR"), ("decimal-mark ,", "1 234 567.8 EUR", "1234567.80 EUR"),
      ("decimal-mark ,", "1\u{A0}000.5E1 EUR", "10005.00 EUR"), ("decimal-mark .", "3, EUR", "3.00 EUR"),
      ("", "1E3 EUR", "1000.00 EUR"), ("", "5e-1 EUR", "0.50 EUR"), ("", ".5 EUR", "0.50 EUR"), ("", "EUR -3", "-3.00 EUR"),
      ("", "-EUR3", "-3.00 EUR"), ("", "+3 EUR", "3.00 EUR"), ("", "3 \"old money\"", "3 old money"), ("", "¥ 5", "5.00 CNY"),
      ("", "7", "7.00 CNY"),
    ])
  func numbers(_ head: String, _ amount: String, _ expected: String) throws {
    let reading = try PeerReading("\(head)\n2022-01-01 x\n    a  \(amount)\n    b\n", .hledger)
    #expect(reading.problems == [])
    #expect(try reading.balance("a") == expected)
  }

  @Test("stated balances are checked by date, with subaccounts and alone, and may set amounts")
  func balances() throws {
    let reading = try PeerReading(
      """
      2022-01-03 later in time, first in the file
          a:bank  5.00 CNY = 15.00 CNY
          b
      2022-01-01 opening
          a:bank  10.00 CNY
          b
      2022-01-04 with all below
          a  0 CNY =* 15.00 CNY
          b  0 CNY == -15.00 CNY
      2022-01-05 assigned
          a:bank  = 20.00 CNY
          b

      """, .hledger)
    #expect(reading.problems == [])
    #expect(try reading.balance("b") == "-20.00 CNY")
    #expect(reading.vouchers.first?.hasPrefix("2022-01-01") == true)
  }

  @Test("a balance that does not hold is named with its place and what is there")
  func wrongBalance() throws {
    let reading = try PeerReading("2022-01-01 x\n    a  1.00 CNY = 2.00 CNY\n    b\n", .hledger)
    let problem = try #require(reading.problems.first)
    #expect(problem.code == .assertionFailed)
    #expect(problem.message == "a holds 1.00 CNY, not 2.00")
    #expect(problem.position?.column == 17)
    #expect(problem.position?.lineText == "    a  1.00 CNY = 2.00 CNY")
  }

  @Test("aliases, prefixes, years and included files set what follows them, and end where hledger ends them")
  func scopes() throws {
    let reading = try PeerReading(
      """
      alias cash=assets:cash
      alias /^exp(enses)?:/=costs:
      Y2021
      include *
      apply account city
      02/01 a
          one  1.00 CNY
          two
      end apply account
      2022-03-01 b
          cash:box  2.00 CNY
          Exp:tea
      end aliases
      2022-03-02 c
          cash  3.00 CNY
          b
      comment
      2022-13-99 nothing
      end comment

      """, .hledger, files: ["x.j": "Y 2020\n01/02 in\n    cash  9.00 CNY\n    c\n"])
    #expect(reading.problems == [])
    #expect(try reading.balance("assets:cash") == "9.00 CNY")
    #expect(try reading.balance("assets:cash:box") == "2.00 CNY")
    #expect(try reading.balance("costs:tea") == "-2.00 CNY")
    #expect(try reading.balance("cash") == "3.00 CNY")
    #expect(try reading.balance("city:two") == "-1.00 CNY")
    #expect(reading.vouchers.map { String($0.prefix(10)) } == ["2020-01-02", "2021-02-01", "2022-03-01", "2022-03-02"])
  }

  @Test("an amount left out takes all commodities")
  func severalCommodities() throws {
    let reading = try PeerReading(
      "2022-01-01 x\n    a  1.00 CNY\n    a  2.00 EUR\n    a  3 ABC @ 1.50 EUR\n    b\n", .hledger)
    #expect(reading.problems == [])
    #expect(try reading.balance("b") == "-1.00 CNY, -6.50 EUR")
  }

  @Test("accounts get the class of their type, else of their name in English or Chinese")
  func classes() throws {
    let reading = try PeerReading(
      """
      account loan  ; type: L, code: 2001
      2022-01-01 x
          loan  -1.00 CNY
          收入:利息  -1.00 CNY
          支出:办公  1.00 CNY
          银行  1.00 CNY

      """, .hledger)
    let classes = ["loan", "收入:利息", "支出:办公", "银行"].map { reading.ledger.register.account(named: $0)?.accountClass }
    #expect(classes == [.liability, .income, .expense, .asset])
    #expect(reading.ledger.register.account(named: "2001")?.name == "loan")
  }

  @Test("market prices become quotes, with as many units as they need to be exact")
  func prices() throws {
    let reading = try PeerReading(
      """
      P 2022-01-31 EUR 7.1234 CNY
      P 2022/2/28 EUR 7.10 CNY
      P 2022-01-31 "ABC 1" $200.5
      2022-01-05 x
          a  100.00 EUR @ 7 CNY
          a  3 "ABC 1" @ $200
          b  $-600
          b  -700.00 CNY

      """, .hledger)
    #expect(reading.problems == [] && reading.warnings == [])
    #expect(
      reading.events.filter { $0.contains(" quote ") } == [
        "2022-01-31 quote EUR 712.34 CNY per:100\n", "2022-02-28 quote EUR 7.10 CNY\n",
        "2022-01-31 quote \"ABC 1\" 2005 $ per:10\n",
      ])
  }

  @Test("what changes no sum is left out and said so, with its line")
  func leftOut() throws {
    let reading = try PeerReading(
      """
      P 2022-01-01 EUR 0.00 CNY
      ~ monthly
          rent  1.00 CNY
          bank
      = rent
          (x)  *1
      2022-01-01 x
          a  1.00 CNY  ; date:2022-02-01
          b
      2022-01-02 nothing moves
          a  0 CNY

      """, .hledger)
    #expect(reading.problems == [])
    #expect(reading.remarks == ["W6093:2", "W6093:5", "W6094:8", "W6092:1", "W6093:10"])
  }

  @Test(
    "each flaw has its code and its line",
    arguments: [
      ("2022-01-01 x\n    a  1.00 CNY\n    b  2.00 CNY\n", "E2001:1"),
      ("2022-01-01 x\n    a\n    b\n", "E2014:3"), ("2022-02-30 x\n", "P1002:1"), ("01/05 x\n", "P1002:1"),
      ("2022-01-01 x\n    a  1,2.3,4 CNY\n    b\n", "P1003:2"), ("2022-01-01 x\n    a  CNY\n    b\n", "P1003:2"),
      ("2022-01-01 x\n    a  1234567890123456789 CNY\n    b\n", "P1005:2"),
      ("2022-01-01 x\n    a  1.00 CNY nonsense\n    b\n", "P1090:2"), ("acount a\n", "P1090:1"),
      ("2022-01-01 x\n    a  1.00 CNY @ {2}\n    b\n", "P1003:2"), ("    a  1\n", "P1015:1"),
      ("2022-01-01 x\n    a  1.005 CNY\n    b\n", "P1004:2"), ("include gone.j\n", "P1017:1"),
      ("2022-01-01 x\n    a  1 000.000,5 CNY\n    b\n", "P1003:2"),
      ("decimal-mark .\n2022-01-01 x\n    a  1.000 500 CNY\n    b\n", "P1003:3"),
      ("2022-01-01 x\n    a  1 \"open\n    b\n", "P1012:2"), ("i 2022-01-01 09:00 work\n", "P1091:1"),
      ("2022-01-01 x\n    a  1 万元\n    b\n", "P1091:2"), ("alias nothing\n", "P1090:1"), ("end apply account x y\nend\n", "P1090:2"),
      ("2022-01-01 x\n    a  (1 + 2) CNY\n    b\n", "P1091:2"), ("Y 22222\n", "P1002:1"),
    ])
  func flaws(_ text: String, _ expected: String) throws {
    let reading = try PeerReading(text, .hledger)
    #expect(reading.flaws.first == expected, "\(reading.problems)")
    #expect(reading.problems.first?.position?.lineText.isEmpty == false)
  }

  @Test("zeros at the end of decimals need none: amounts of a currency with them are as exact as without")
  func zeros() throws {
    let reading = try PeerReading("2022-01-01 x\n    a  1.2000 CNY\n    b  -1.20 CNY\n", .hledger)
    #expect(reading.problems == [])
    #expect(try reading.balance("a") == "1.20 CNY")
  }

  @Test("amounts that need more decimals than the base has are one error with their number, without any that follow from it")
  func fineAmounts() throws {
    let text = "2022-01-0# x\n    a  1.2345 CNY\n    b  0.015 CNY\n    c\n"
    let journal = (1...3).map { text.replacing("#", with: "\($0)") }.joined()
    for syntax in [PeerSyntax.hledger, .ledger] {
      let reading = try PeerReading(journal + "2022-01-04 y\n    a  5.00 CNY\n    b\n", syntax)
      #expect(reading.flaws == ["P1004:2"])
      let problem = try #require(reading.problems.first)
      #expect(problem.sentence.zh == "有 6 个 CNY 金额的小数超过 2 位（最多 4 位），账簿的 CNY 只有 2 位")
      #expect(problem.advice.zh.contains("bgt init --book NEW.bgt --rules plain --commodity USD"))
    }
    let bare = try PeerReading("2022-01-01 x\n    a  1.2345\n    b\n", .hledger)
    #expect(bare.flaws == ["P1004:2"] && bare.problems.first?.advice.zh.contains("D 1.0000 UNIT") == true)
    let named = try PeerReading("D 1.0000 UNIT\n2022-01-01 x\n    a  1.2345\n    b\n", .hledger)
    #expect(named.problems == [])
    #expect(try named.balance("a") == "1.2345 UNIT")
  }

  @Test("a flaw keeps the other transactions, and balances that miss it are no errors of their own")
  func followUps() throws {
    let reading = try PeerReading(
      """
      2022-01-01 broken
          a  1.00 CNY
          b  1.00 CNY
      2022-01-02 sound
          a  1.00 CNY = 2.00 CNY
          b
      2022-01-03 sound
          a  1.00 CNY
          b

      """, .hledger)
    #expect(reading.flaws == ["E2001:1"])
    #expect(reading.vouchers.count == 1)
  }

  @Test("a cost that does not come out even is rounded, and said so")
  func rounded() throws {
    let reading = try PeerReading("2022-01-01 x\n    a  3 ABC @ 0.3333 CNY\n    b\n", .hledger)
    #expect(try reading.balance("b") == "-1.00 CNY")
    #expect(try reading.balance("equity:conversion") == "-3 ABC, 1.00 CNY")
    #expect(reading.remarks == ["W6095:3"])
  }

  @Test("a wide colon, which hledger takes for a letter, parts an account here, which is said")
  func wideColons() throws {
    let reading = try PeerReading("2022-01-05 x\n  资产：现金  5.00 CNY\n  权益:期初\n", .hledger)
    #expect(reading.problems == [] && reading.remarks == ["W6095:2"])
    #expect(try reading.balance("资产:现金") == "5.00 CNY")
  }
}
