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
