import LedgerCore
import Testing

@testable import JournalText

@Suite("A journal of Ledger")
struct LedgerReadingTests {
  @Test("what leaves a lot counts at the price of the lot when the sale is in the same commodity")
  func lots() throws {
    let reading = try PeerReading(
      """
      2022-01-01 buy
          Assets:Broker  10 ABC {5.00 EUR} [2022-01-01] (first) @ 5.00 EUR
          Assets:Bank
      2022-01-02 sell
          Assets:Broker  -5 ABC {5.00 EUR} [2022-01-01] (first) @ 6.00 EUR
          Assets:Bank  30.00 EUR
          Income:Gain

      """, .ledger)
    #expect(reading.problems == [])
    #expect(try reading.balance("Income:Gain") == "-5.00 EUR")
    #expect(try reading.balance("Assets:Bank") == "-20.00 EUR")
    #expect(try reading.balance("Assets:Broker") == "5 ABC")
  }

  @Test(
    "a comma parts thousands where digits come in threes, else decimals, from then on",
    arguments: [("1,000 EUR", "1000.00 EUR"), ("1,50 EUR", "1.50 EUR"), ("1.234,5 EUR", "1234.50 EUR"), ("1,234.5 EUR", "1234.50 EUR")])
  func numbers(_ amount: String, _ expected: String) throws {
    let reading = try PeerReading("2022-01-01 x\n    a  \(amount)\n    b\n", .ledger)
    #expect(reading.problems == [])
    #expect(try reading.balance("a") == expected)
  }

  @Test("bucket takes the other side of a single posting, aliases of accounts and tags of apply tag hold")
  func directives() throws {
    let reading = try PeerReading(
      """
      account Assets:Cash
          alias cash
          note in the box
      commodity EUR
          format 1,000.00 EUR
          alias euro
      bucket Assets:Bank
      apply tag project: x
      2022/01/01 (5) KFC  ; note
          Expenses:Food  3 euro
      end apply tag
      2022/01/02 x; no comment
          cash  -1.00 EUR
          Expenses:Food

      """, .ledger)
    #expect(reading.problems == [])
    #expect(try reading.balance("Assets:Bank") == "-3.00 EUR")
    #expect(try reading.balance("Assets:Cash") == "-1.00 EUR")
    #expect(reading.vouchers[0].contains("note: \"project: x\\nnote\""))
    #expect(reading.vouchers[1].hasPrefix("2022-01-02 * \"x; no comment\"\n"))
    #expect(reading.remarks == [])
    #expect(reading.events.contains("account Assets:Cash note:\"in the box\"\n"))
  }

  @Test("brackets balance with the rest; a stated balance counts what stands before it in the file")
  func balances() throws {
    let reading = try PeerReading(
      """
      2022/01/02 x
          [a]  5.00 EUR
          b  -5.00 EUR = -5.00 EUR
      2022/01/01 y
          b  = -7.00 EUR
          c

      """, .ledger)
    #expect(reading.problems == [])
    #expect(try reading.balance("c") == "2.00 EUR")
  }

  @Test(
    "what would change sums is refused by name and line",
    arguments: [
      "= /x/\n    (y)  1\n", "C 1.00 Kb = 1024 b\n", "capture a b\n", "apply fixed USD 2\n", "python\n    x = 1\n",
      "account a\n    payee KFC\n",
    ])
  func unsupported(_ text: String) throws {
    let reading = try PeerReading(text, .ledger)
    #expect(reading.problems.map(\.code) == [.peerNotSupported])
  }

  @Test("a market price may have a time")
  func prices() throws {
    let reading = try PeerReading("P 2022/01/31 16:30:00 EUR $1.10\n2022/01/05 x\n    a  1 EUR\n    b\n", .ledger)
    #expect(reading.problems == [] && reading.warnings == [])
    #expect(reading.events.filter { $0.contains(" quote ") } == ["2022-01-31 quote EUR 1.10 $\n"])
  }

  @Test("what changes none is left out with a warning")
  func leftOut() throws {
    let reading = try PeerReading("define x=1\nassert 1 == 1\n~ Monthly\n    a  1\n    b\nP 2022/01/01 EUR $1\nN $\n", .ledger)
    #expect(reading.problems == [])
    #expect(reading.remarks == ["W6093:1", "W6093:2", "W6093:3"])
  }

  @Test("where apply year ends, the year before it counts again")
  func years() throws {
    let reading = try PeerReading(
      """
      year 2021
      apply year 2020
      apply year 2019
      01/02 x
          a  1 EUR
          b
      end apply year
      01/02 x
          a  1 EUR
          b
      end apply year
      01/02 x
          a  1 EUR
          b

      """, .ledger)
    #expect(reading.problems == [])
    #expect(reading.vouchers.map { $0.prefix(10) } == ["2019-01-02", "2020-01-02", "2021-01-02"])
  }
}
