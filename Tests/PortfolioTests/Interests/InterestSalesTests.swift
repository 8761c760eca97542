import LedgerCore
import Testing

@testable import Portfolio

@Suite("Who sold what of a fund to whom")
struct InterestSalesTests {
  /// A has 80 paid of 90 promised; we have 20 paid of 40.
  private static let partners = """
    party A kind:other
    party G kind:government
    party K kind:other
    2022-02-01 commit 基金/一期 40.00 envelope:2022/拨改投
    2022-02-01 pay 基金/一期 20.00
    2022-02-01 subscribe 基金/一期 90.00 party:A evidence:e
    2022-02-01 call 基金/一期 80.00 party:A evidence:e

    """

  /// The deals of the fund, their stakes, and what was wrong.
  private func stakes(_ text: String) throws -> (stakes: FundStakes, books: Books) {
    let books = try Books(Self.partners + text)
    let facts = try books.ledger.register.deals(in: try #require(books.ledger.register.party(named: "基金甲")).id)
      .flatMap { try books.ledger.facts(ofDeal: $0.id) }
    return (try FundStakes(facts.standing), books)
  }

  /// What everybody has, as `us 20.00/40.00`, paid and signed, by name.
  private func lines(_ text: String) throws -> [String] {
    let (stakes, books) = try stakes(text)
    #expect(books.problems == [])
    func line(_ name: String, _ stake: FundStakes.Stake) -> String {
      name + " " + [stake.paid, stake.signed].map { DecimalText.format($0, scale: 2) }.joined(separator: "/")
    }
    let register = books.ledger.register
    let own = stakes.own.sorted { $0.key < $1.key }.map { line("us", $0.value) }
    let others = stakes.partners.sorted { $0.key < $1.key }.flatMap(\.value).sorted { $0.key < $1.key }
    return own + others.map { line($0.key.isNone ? "?" : register[$0.key].name, $0.value) }
  }

  @Test("what we sell leaves us with the promise that it fulfilled; who sells all of it leaves with all that it promised")
  func soldByUs() throws {
    #expect(try lines("2022-03-01 exit 基金/一期 12.00 part:50% buyer:K\n") == ["us 10.00/30.00", "A 80.00/90.00", "K 10.00/10.00"])
    #expect(try lines("2022-03-01 exit 基金/一期 25.00 buyer:K\n") == ["us 0.00/0.00", "A 80.00/90.00", "K 20.00/40.00"])
    #expect(try lines("2022-03-01 exit 基金/一期 25.00\n") == ["us 0.00/0.00", "? 20.00/40.00", "A 80.00/90.00"])
    // What is wound up goes to nobody.
    #expect(try lines("2022-03-01 exit 基金/一期 25.00 way:liquidation\n") == ["us 20.00/40.00", "A 80.00/90.00"])
  }

  @Test("what we buy is ours at what was paid in, with its promise; our own promise stays to be paid, whatever the price")
  func boughtByUs() throws {
    let buy = "2022-03-01 pay 基金/一期 12.00 seller:A paid-in:10.00\n"
    #expect(try lines(buy) == ["us 30.00/50.00", "A 70.00/80.00"])
    let (_, books) = try stakes(buy)
    let position = try books.deal("基金/一期")
    // Committed 40 and 12, paid 20 and 12: the 20 that are owed are owed still, and set aside.
    #expect(position.totals[.committed] == 5200 && position.paidIn == 3200)
    #expect(position.reservations.values.reduce(0, +) == 2000)
    // 20 and 80 came into the fund, and no price did.
    #expect(position.paidInByAll == 10_000)
  }

  @Test("who bought from us sells on or back what had been paid in, no more")
  func soldOn() throws {
    let sold = "2022-03-01 exit 基金/一期 15.00 part:50% buyer:K\n"
    #expect(
      try lines(sold + "2022-03-02 call 基金/一期 10.00 party:G seller:K evidence:e\n")
        == ["us 10.00/30.00", "A 80.00/90.00", "G 10.00/10.00", "K 0.00/0.00"])
    #expect(
      try lines(sold + "2022-03-02 pay 基金/一期 9.00 envelope:2022/拨改投 seller:K paid-in:6.00\n")
        == ["us 16.00/36.00", "A 80.00/90.00", "K 4.00/4.00"])
    var books = try Books(Self.partners + sold)
    #expect(books.record("2022-03-02 call 基金/一期 10.01 party:G seller:K evidence:e")?.code == .soldBeyondHeld)
    #expect(books.record("2022-02-28 call 基金/一期 1.00 party:G seller:K evidence:e")?.code == .soldBeyondHeld)
  }

  @Test("what is bought comes on top of what was paid without a commitment, also by another deal of the fund")
  func onTopOfPaid() throws {
    let second =
      "2022-02-02 deal 基金/二期 party:基金甲 programme:拨改投 method:注资引导投资\n"
      + "2022-02-05 pay 基金/二期 20.00 envelope:2022/拨改投\n2022-03-01 exit 基金/一期 25.00 buyer:K\n"
    #expect(
      try lines(second + "2022-04-01 pay 基金/二期 25.00 envelope:2022/拨改投 seller:K paid-in:20.00\n")
        == ["us 0.00/0.00", "us 40.00/60.00", "A 80.00/90.00", "K 0.00/0.00"])
  }

  @Test("a partner of a fund sells what it paid by whichever deal in it")
  func overDeals() throws {
    let second = "2022-02-02 deal 基金/二期 party:基金甲 programme:拨改投 method:注资引导投资\n"
    #expect(
      try lines(second + "2022-03-01 call 基金/二期 30.00 party:G seller:A evidence:e\n")
        == ["us 20.00/40.00", "A 50.00/60.00", "G 30.00/30.00"])
    #expect(
      try lines(second + "2022-03-01 pay 基金/二期 30.00 envelope:2022/拨改投 seller:A\n")
        == ["us 20.00/40.00", "us 30.00/30.00", "A 50.00/60.00"])
    var books = try Books(Self.partners + second)
    #expect(books.record("2022-03-01 call 基金/二期 80.01 party:G seller:A evidence:e")?.code == .soldBeyondHeld)
  }

  private static let chain =
    partners + """
      2022-03-01 call 基金/一期 30.00 party:G seller:A evidence:e key:first
      2022-04-01 call 基金/一期 30.00 party:K seller:G evidence:e key:second

      """

  @Test("nothing that a later sale builds on is taken back before it")
  func reversals() throws {
    for line in ["2022-05-01 reverse first reason:x", "2022-05-01 reverse #16 reason:x"] {
      var books = try Books(Self.chain)
      let refusal = books.record(line)
      #expect(refusal?.code == .soldBeyondHeld && refusal?.hint.contains("reverse them first") == true, "\(line)")
      #expect(books.record("2022-05-01 reverse second reason:x") == nil)
      #expect(books.record("2022-05-02 reverse first reason:x") == nil)
    }
  }

  @Test("money that goes back before it was sold is refused, after it was sold it is only warned of")
  func returns() throws {
    let back = "social 基金/一期 30.00 party:G level:fund stage:returned evidence:e"
    var books = try Books(Self.chain)
    #expect(books.record("2022-03-15 " + back)?.code == .soldBeyondHeld)
    #expect(books.record("2022-05-15 " + back) == nil)
  }

  @Test("an exit whose buyer sold on is not reversed before that")
  func exits() throws {
    var books = try Books(
      Self.partners + """
        2022-03-01 exit 基金/一期 15.00 part:50% buyer:K key:sold
        2022-03-02 call 基金/一期 10.00 party:G seller:K evidence:e key:on

        """)
    #expect(books.record("2022-04-01 reverse sold reason:x")?.code == .soldBeyondHeld)
    #expect(books.record("2022-04-01 reverse on reason:x") == nil)
    #expect(books.record("2022-04-01 reverse sold reason:x") == nil)
  }

  @Test("a price above what was paid in covers no investment of the fund")
  func price() throws {
    let books = try Books(
      Self.partners + """
        2022-03-01 pay 基金/一期 30.00 envelope:2022/拨改投 seller:A paid-in:10.00
        2022-03-02 deploy 基金/一期 100.00 party:甲 evidence:e
        2022-03-03 deploy 基金/一期 0.01 party:甲 evidence:e

        """)
    #expect(books.events.suffix(2).map { $0.warnings.map(\.code).contains(.deployedBeyond) } == [false, true])
  }

  @Test("the last instalment sets free what is left of the commitment too")
  func lastInstalment() throws {
    let books = try Books(
      "2022-02-01 commit 甲/A 100.00 envelope:2022/拨改投\n2022-03-01 pay 甲/A 60.00 last:yes\n")
    let position = try books.deal("甲/A")
    #expect(position.totals[.committed] == 6000 && position.paidIn == 6000)
    // Bought for what was set aside for it: the purchase is committed once.
    let bought = try Books(
      Self.partners + """
        2022-03-01 release 基金/一期 20.00 envelope:2022/拨改投
        2022-03-02 commit 基金/一期 12.00 envelope:2022/拨改投
        2022-03-03 pay 基金/一期 12.00 envelope:2022/拨改投 seller:A paid-in:10.00 last:yes

        """)
    #expect(bought.problems == [])
    #expect(try bought.deal("基金/一期").totals[.committed] == 3200)
  }

  @Test("an unpaid promise that was ours is sold on by who took it over, and nothing counts as signed anew")
  func promiseOfOurs() throws {
    let exit = "2022-03-01 exit 基金/一期 22.00 part:100% buyer:K key:sold\n"
    // K has our 20 paid of 40: 20 are unpaid. It sells 15 of them, and the fund is as large as before.
    #expect(try lines(exit) == ["us 0.00/0.00", "A 80.00/90.00", "K 20.00/40.00"])
    let on = exit + "2022-04-01 subscribe 基金/一期 15.00 party:G seller:K evidence:转让协议 key:on\n"
    #expect(try lines(on) == ["us 0.00/0.00", "A 80.00/90.00", "G 0.00/15.00", "K 20.00/25.00"])
    var books = try Books(Self.partners + on)
    #expect(books.record("2022-04-02 subscribe 基金/一期 5.01 party:G seller:K evidence:e")?.code == .soldBeyondHeld)
    #expect(books.record("2022-04-02 reverse sold reason:x")?.code == .soldBeyondHeld)
    #expect(books.record("2022-04-02 subscribe 基金/一期 15.00 party:A seller:G evidence:e key:further") == nil)
    #expect(books.record("2022-04-03 subscribe 基金/一期 0.01 party:A seller:G evidence:e")?.code == .soldBeyondHeld)
  }

  @Test("what the buyer paid of the promise is sold no more as unpaid; what is paid goes with its promise")
  func promisePaid() throws {
    let text = """
      2022-03-01 exit 基金/一期 22.00 part:100% buyer:K
      2022-03-15 call 基金/一期 12.00 party:K evidence:e

      """
    var books = try Books(Self.partners + text)
    #expect(books.record("2022-04-01 subscribe 基金/一期 8.01 party:G seller:K evidence:e")?.code == .soldBeyondHeld)
    #expect(books.record("2022-04-01 subscribe 基金/一期 8.00 party:G seller:K evidence:e") == nil)
    #expect(
      try lines(text + "2022-04-01 subscribe 基金/一期 8.00 party:G seller:K evidence:e\n")
        == ["us 0.00/0.00", "A 80.00/90.00", "G 0.00/8.00", "K 32.00/32.00"])
  }
}
