import LedgerCore
import Testing

@testable import JournalText

@Suite("A journal of beancount")
struct BeancountReadingTests {
  private static let head = """
    2022-01-01 open Assets:Bank
    2022-01-01 open Assets:Fund "FIFO"
    2022-01-01 open Assets:Strict
    2022-01-01 open Equity:Opening
    2022-01-01 open Income:Gains
    2022-01-01 open Expenses:Food CNY, EUR

    """

  private func read(_ text: String) throws -> PeerReading { try PeerReading(BeancountReadingTests.head + text, .beancount) }

  @Test("accounts open with their class, their first and last day and their metadata")
  func accounts() throws {
    let reading = try PeerReading(
      """
      option "name_assets" "Vermoegen"
      1792-01-01 commodity CNY
      2022-01-01 open Vermoegen:Kasse CNY "STRICT"
        ort: "Keller"
      2022-12-31 close Vermoegen:Kasse

      """, .beancount)
    #expect(reading.problems == [])
    #expect(reading.events == ["2022-01-01 account Vermoegen:Kasse class:asset to:2022-12-31 note:\"ort: Keller\"\n"])
  }

  @Test("amounts that need more decimals than the base has are one error; books with another base take them")
  func fineAmounts() throws {
    let text =
      "2022-02-01 * \"x\"\n  Assets:Bank  1.005 CNY\n  Equity:Opening\n2022-02-02 * \"x\"\n  Assets:Bank  0.025 CNY\n  Equity:Opening\n"
    let reading = try read(text)
    #expect(reading.flaws == ["P1004:8"])
    #expect(reading.problems.first?.sentence.en.hasPrefix("2 amounts of CNY with more than 2 decimals, up to 3;") == true)
    let sound = try read(text.replacing("5 CNY", with: "0 CNY"))
    #expect(sound.problems == [])
  }

  @Test("a transaction keeps payee, narration, tags, links, metadata and flags")
  func transaction() throws {
    let reading = try read(
      """
      pushtag #trip
      2022-02-01 ! "Cafe" "Lunch; \\"big\\"" #food ^inv-1
        guest: "someone"
        Expenses:Food  (1 + 2) * 4.00 CNY ; comment
          receipt: "r1"
        ! Assets:Bank
      poptag #trip

      """)
    #expect(reading.problems == [])
    #expect(
      reading.vouchers == [
        """
        2022-02-01 ! "Cafe | Lunch; \\"big\\""
         note: "#food\\n^inv-1\\n#trip\\nguest: someone"
         Expenses:Food  12.00 CNY ; receipt: r1
         Assets:Bank  -12.00 CNY ; !

        """
      ])
  }

  @Test("a currency that only costs and prices are stated in is one of its own")
  func costsAlone() throws {
    for cost in ["{100.00 XYZ}", "@ 100.00 XYZ", "@@ 1000.00 XYZ", "{{1000.00 XYZ}}"] {
      let reading = try PeerReading(
        "2022-01-01 open Assets:S\n2022-01-01 open Assets:B\n2022-01-02 * \"x\"\n  Assets:S   10 AAPL \(cost)\n  Assets:B\n", .beancount)
      #expect(reading.problems == [] && reading.warnings == [])
      #expect(try reading.balance("Assets:B") == "-1000.00 XYZ", "\(cost)")
      #expect(try reading.balance("Equity:Conversions") == "-10 AAPL, 1000.00 XYZ", "\(cost)")
    }
  }

  @Test("what leaves an account at cost counts at the cost of its lots: first in first out, by date, by label, all of them")
  func lots() throws {
    let reading = try read(
      """
      2022-02-01 * "buy"
        Assets:Fund  10 HOOL {500.00 CNY}
        Assets:Fund  5 HOOL {520.00 CNY, 2022-01-15, "old"}
        Assets:Strict  3 VBM {{1000.00 CNY}}
        Assets:Bank  -8600.00 CNY
      2022-02-02 * "sell, the old ones first"
        Assets:Fund  -7 HOOL {} @ 550.00 CNY
        Assets:Bank  3850.00 CNY
        Income:Gains
      2022-02-03 * "all of it"
        Assets:Strict  -3 VBM {}
        Assets:Bank  1000.00 CNY

      """)
    #expect(reading.problems == [])
    #expect(try reading.balance("Income:Gains") == "-250.00 CNY")
    #expect(try reading.balance("Assets:Fund") == "8 HOOL")
    #expect(try reading.balance("Equity:Conversions") == "-8 HOOL, 4000.00 CNY")
  }

  @Test("prices balance what has no cost; a left-out amount is rounded as the others are written")
  func prices() throws {
    let reading = try read(
      """
      2022-02-01 * "x"
        Assets:Bank  100 EUR @ 1.234567 CNY
        Expenses:Food  1.00 CNY
        Equity:Opening
      2022-02-02 * "y"
        Assets:Bank  -3 EUR @@ 10.00 CNY
        Equity:Opening  10.00 CNY

      """)
    #expect(reading.problems == [])
    #expect(try reading.balance("Equity:Opening") == "-114.46 CNY")
  }

  @Test("a pad brings what the next balance lacks, with accounts below; balances are those of the morning")
  func pads() throws {
    let reading = try read(
      """
      2022-01-02 pad Assets:Bank Equity:Opening
      2022-02-01 * "x"
        Expenses:Food  3.00 CNY
        Assets:Bank
      2022-02-01 balance Assets:Bank  100.00 CNY
      2022-02-02 balance Assets:Bank  96.99 ~ 0.02 CNY

      """)
    #expect(reading.problems == [])
    #expect(try reading.balance("Equity:Opening") == "-100.00 CNY")
    #expect(reading.vouchers.map { String($0.prefix(16)) } == ["2022-01-02 * pad", "2022-02-01 * x\n "])
  }

  @Test("market prices become quotes")
  func marketPrices() throws {
    let reading = try PeerReading("2022-01-31 price EUR 7.12 CNY\n", .beancount)
    #expect(reading.problems == [] && reading.events.last == "2022-01-31 quote EUR 7.12 CNY\n")
  }

  @Test("notes and documents stand as dated remarks with their account, whatever comes first")
  func remarks() throws {
    let reading = try PeerReading(
      """
      2022-03-01 note Assets:Bank "called; \\"soon\\"" #phone ^c-1
      2022-01-01 open Assets:Bank
        branch: "north"
      2022-04-01 document Assets:Bank "statements/2022-03.pdf"
        pages: 3
      2022-04-02 note Assets:Gone "x"

      """, .beancount)
    #expect(reading.problems == [])
    #expect(
      reading.events == [
        "2022-01-01 account Assets:Bank class:asset note:\"branch: north\\n2022-03-01 note: called; \\\"soon\\\" #phone ^c-1\\n"
          + "2022-04-01 document: statements/2022-03.pdf pages: 3\"\n"
      ])
    // An account that is neither opened nor used is not declared for its remark.
    #expect(reading.remarks == ["W6093:6"])
  }

  @Test("what stands behind the text of a note and is no tag or link is refused", arguments: ["\"x\"\"", "\"x\" y", "\"x\" (", "x"])
  func badRemark(_ rest: String) throws {
    #expect(try read("2022-03-01 note Assets:Bank \(rest)\n").problems.isEmpty == false)
  }

  @Test("what has no place is left out and said so, with its line")
  func leftOut() throws {
    let reading = try PeerReading(
      """
      * heading
      plugin "beancount.plugins.unique_prices"
      option "documents" "docs"
      2022-01-01 price EUR 7 CNY
      2022-01-01 close Assets:Gone
        reason: "moved"

      """, .beancount)
    #expect(reading.problems == [])
    #expect(reading.remarks == ["W6093:2", "W6093:3", "W6093:5"])
  }

  @Test("events, queries and custom lines stand as remarks on their day, with what is said below them")
  func datedRemarks() throws {
    let reading = try PeerReading(
      """
      2022-01-01 open Expenses:Food
      2022-07-01 event "location" "Paris; \\"rue\\""
        since: 2022-06-30
      2022-07-02 custom "budget" Expenses:Food "monthly" TRUE 90.30 CNY -5 (1 + 2) 2022-7-1 FALSE  ; remark
      2022-07-03 query "cash" "
        SELECT 1"
      2022-07-04 custom "mark"

      """, .beancount)
    #expect(reading.problems == [] && reading.warnings == [])
    #expect(
      reading.events.dropFirst() == [
        "2022-07-01 remark location \"Paris; \\\"rue\\\"\" note:\"since: 2022-06-30\"\n",
        "2022-07-02 remark budget \"Expenses:Food \\\"monthly\\\" TRUE 90.30 CNY -5 3 2022-07-01 FALSE\" form:custom\n",
        "2022-07-03 remark cash \"\\n  SELECT 1\" form:query\n", "2022-07-04 remark mark form:custom\n",
      ])
  }

  @Test(
    "a custom line with what is no value is refused where it stands",
    arguments: [
      ("custom \"x\" 2022-13-45", "P1002"), ("custom \"x\" monthly", "P1090"), ("custom budget", "P1090"), ("event \"x\"", "P1090"),
      ("query \"x\" \"y\" \"z\"", "P1090"), ("custom \"x\" 1 CNY,", "P1090"),
    ])
  func badValues(_ line: String, _ code: String) throws {
    #expect(try PeerReading("2022-07-01 \(line)\n", .beancount).flaws == ["\(code):1"])
  }

  @Test(
    "each flaw has its code and its line",
    arguments: [
      ("2022-02-01 * \"x\"\n  Assets:Bank  1.00 CNY\n  Equity:Opening  1.00 CNY\n", "E2001:7"),
      ("2022-02-01 * \"x\"\n  Assets:Bank\n  Equity:Opening\n", "E2014:9"),
      ("2022-02-01 * \"x\"\n  Assets:Gone  1.00 CNY\n  Equity:Opening\n", "E2007:8"),
      ("2021-02-01 * \"x\"\n  Assets:Bank  1.00 CNY\n  Equity:Opening\n", "E2007:8"),
      ("2022-02-01 * \"x\"\n  Expenses:Food  1 USD\n  Equity:Opening\n", "E2016:8"),
      ("2022-02-01 * \"x\"\n  Assets:Fund  -1 HOOL {1 CNY}\n  Assets:Fund  2 HOOL {2 CNY}\n  Assets:Bank\n", "E2100:9"),
      ("2022-02-01 * \"x\"\n  Assets:Fund  1 HOOL {}\n  Assets:Bank\n", "P1091:8"),
      ("2022-02-01 * \"x\"\n  Assets:Bank  CNY\n  Equity:Opening\n", "P1091:8"),
      ("2022-02-01 * \"x\"\n  assets:Bank  1 CNY\n  Equity:Opening\n", "P1090:8"),
      ("1792-01-01 balance Assets:Bank  0 CNY\n", "P1002:7"),
      ("2022-02-01 balance Assets:Bank  1.00 CNY\n", "E2017:7"), ("2022-02-01 opne Assets:X\n", "P1090:7"),
      ("2022-01-01 open Assets:Bank\n", "E2010:7"), ("plugin \"mine\"\n", "P1091:7"), ("include \"gone\"\n", "P1017:7"),
      ("2022-01-01 open Assets:X \"AVERAGE\"\n", "P1091:7"), ("2022-02-01 * \"open\n", "P1012:7"),
    ])
  func flaws(_ text: String, _ expected: String) throws {
    let reading = try read(text)
    #expect(reading.flaws.first == expected, "\(reading.problems)")
    #expect(reading.problems.first?.position?.lineText.isEmpty == false)
  }

  @Test("several lots fit a strict account")
  func ambiguous() throws {
    let reading = try read(
      """
      2022-02-01 * "x"
        Assets:Strict  1 HOOL {1 CNY}
        Assets:Strict  1 HOOL {2 CNY}
        Assets:Bank
      2022-02-02 * "y"
        Assets:Strict  -1 HOOL {}
        Assets:Bank

      """)
    #expect(reading.flaws == ["E2101:12"])
  }
}
