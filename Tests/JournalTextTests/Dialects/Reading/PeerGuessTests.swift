import Testing

@testable import JournalText

@Suite("Whose journal a text is")
struct PeerGuessTests {
  @Test(
    "is told from what only one program writes",
    arguments: [
      ("2022-01-01 x\n    a  $1\n    b\n", PeerSyntax.hledger), ("2022-01-01 x\n    a  1 ABC @ 2 EUR\n    b\n", .hledger),
      ("2022-01-01 x\n    (a)  1 EUR\n", .hledger), ("2022-01-01 x\n    a  1 EUR = 2 EUR\n    b\n", .hledger),
      ("commodity 1,000.00 EUR\n", .hledger), ("Y2022\n01/05 x\n    a  1\n    b\n", .hledger),
      ("account a  ; type: C\n", .hledger), ("P 2022-01-01 EUR 7 CNY\n", .hledger), ("decimal-mark ,\n", .hledger),
      ("bucket a\n", .ledger), ("2022/01/01 x\n    a  1 ABC {2 EUR}\n    b\n", .ledger), ("!include x\n", .ledger),
      ("option \"title\" \"x\"\n", .beancount), ("2022-01-01 open Assets:Bank CNY\n", .beancount),
      ("2022-01-01 * \"Payee\" \"Narration\"\n  Assets:A  1 CNY\n  Assets:B\n", .beancount), ("pushtag #x\n", .beancount),
    ])
  func told(_ text: String, _ syntax: PeerSyntax) {
    #expect(PeerSyntax(guessing: Array(text.utf8)) == syntax)
  }

  @Test("a lot in a file that hledger's users name is hledger's, unless something that Ledger alone has stands in it")
  func lots() {
    let lot =
      "2024-01-01 open\n    assets:usd  5000 USD\n    equity\n2024-01-03 sell\n    assets:stock  -4 AAPL {150 USD} @ 190 USD\n    assets:usd\n"
    func told(_ text: String, _ path: String) -> PeerSyntax? { PeerSyntax(guessing: Array(text.utf8), path: path) }
    #expect(told(lot, "lot.journal") == .hledger && told(lot, "x.j") == .hledger)
    #expect(told(lot, "lot.dat") == .ledger && told(lot, "-") == .ledger)
    #expect(told(lot + "bucket a\n", "lot.journal") == .ledger)
    #expect(told(lot + "2024-01-04 x\n    a  1 AAPL {=150 USD}\n    b\n", "lot.journal") == .ledger)
    #expect(told(lot + "2024-01-04 x\n    a  1 USD =* 3 USD\n    b\n", "lot.dat") == .hledger)
    #expect(told("2024-01-04 x\n    a  1 USD =* 3 USD\n    b  1 X {2 USD}\n", "lot.dat") == .hledger)
    #expect(told("account a  ; type: L\n" + lot, "lot.dat") == .hledger)
  }

  @Test(
    "a narration that begins as a directive of beancount does makes no file beancount",
    arguments: ["open", "note", "pad the gap", "event", "txn", "price"])
  func narrations(_ words: String) {
    #expect(PeerSyntax(guessing: Array("2024-01-01 \(words)\n    assets:usd  $5\n    equity\n".utf8)) == .hledger)
  }

  @Test(
    "is ours when nothing in it would be strange to us",
    arguments: [
      "2022-01-01 * x\n    a  1.00 CNY\n    b  -1.00 CNY\n", "; only a comment\n", "", "commodity CNY 2 人民币\n",
      "book \"x\" rules:plain\n2022-01-01 * x\n    a  $1\n", "account 其他财政存款:托管户 code:100201\n",
      "2022-06-30 close 2022-06\n", "2022-01-01 * \"一; 二\"\n    a  1.00 CNY\n    b\n", "include other.journal\n",
      "2022-01-20 budget 2022/拨改投 100.00 CNY ; doc: x\n", "2022-12-31 assert 国库存款 1.00 CNY\n",
    ])
  func ours(_ text: String) {
    #expect(PeerSyntax(guessing: Array(text.utf8)) == nil)
  }
}
