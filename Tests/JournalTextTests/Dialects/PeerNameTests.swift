import Testing

@testable import JournalText

@Suite("Names in a peer's spelling")
struct PeerNameTests {
  @Test(
    "an account keeps its name, but for what a peer would read as something else",
    arguments: [
      ("财务会计:国库存款", "财务会计:国库存款"), ("(账)外", "（账)外"), ("[账", "［账"), ("*甲", "＊甲"), ("!甲", "！甲"),
      ("a  b\tc", "a b c"), ("甲;乙", "甲；乙"), ("甲::乙", "甲:_:乙"), ("1001", "1001"), ("_x", "_x"), ("", "_"), ("甲\u{3000}乙", "甲 乙"),
    ])
  func accounts(_ name: String, _ expected: String) {
    #expect(PeerName.account(name) == expected)
  }

  @Test("two accounts that would be one stay two")
  func unique() {
    #expect(PeerName.unique(["甲", "乙", "甲", "甲-2", "甲"]) == ["甲", "乙", "甲-2", "甲-2-2", "甲-3"])
  }

  @Test("a commodity of other signs than letters stands in quotes")
  func commodities() {
    #expect(PeerName.commodities(["CNY", "US-T", "a\"b", "a＂b"]) == ["CNY", "\"US-T\"", "\"a＂b\"", "\"a＂b-2\""])
  }
}
