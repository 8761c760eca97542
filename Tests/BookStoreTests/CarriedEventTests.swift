import LedgerCore
import Portfolio
import Testing

@testable import BookStore

/// Earlier programs let `same-as` name another stage of a money, and counted the later event nowhere.
@Suite("Events of an older book that would be refused today")
struct CarriedEventTests {
  let fixture: BookFixture
  private var path: String { fixture.path() }

  init() throws { fixture = try BookFixture() }

  /// A book of format 5 in which a payment repeats a promise; gives the place of the payment.
  private func old() throws -> Int64 {
    do {
      let book = try fixture.create(rules: "fiscal-2022")
      try book.importing(
        VerificationTests.investment + """
          2022-02-04 social 力得/A 70.00 CNY stage:announced evidence:意向书 key:意向
          2022-02-05 social 力得/A 70.00 CNY stage:announced evidence:登记表 same-as:意向

          """)
    }
    let place = try #require(try RawFile(path).int("SELECT seq FROM event WHERE text LIKE '%same-as%'"))
    try rewrite("replace(text, 'announced', 'paid') WHERE seq = \(place)")
    return place
  }

  /// Makes a book of format 5 with other texts, whose chain holds.
  private func rewrite(_ text: String) throws {
    let raw = try RawFile(path)
    try raw.tamper("UPDATE event SET text = \(text)")
    try chain(raw)
    try raw.tamper("PRAGMA user_version = 5")
  }

  /// Writes the digests that the texts have.
  private func chain(_ raw: RawFile) throws {
    var digest = ChainDigest.genesis
    for sequence in 1...(try #require(try raw.int("SELECT max(seq) FROM event"))) {
      let text = try #require(try raw.text("SELECT text FROM event WHERE seq = \(sequence)"))
      digest = digest.followed(by: ChainDigest(of: Array(text.utf8)))
      try raw.tamper("UPDATE event SET digest = x'\(digest.hexadecimal)' WHERE seq = \(sequence)")
    }
  }

  @Test("the upgrade carries them along, counts them nowhere, and names each with what to do; the book is sound and usable")
  func carried() throws {
    let place = try old()
    let upgrade = try #require(try Book.upgrade(at: path))
    #expect(upgrade.from == 5 && upgrade.carried.count == 1)
    let told = try #require(upgrade.carried.first)
    #expect(told.code == .notTheSameMoney && told.severity == .warning)
    #expect(told.message.hasPrefix("event \(place) (social): ") && told.message.contains("another stage of the money"), "\(told)")
    #expect(told.hint.contains("bgt reverse \(place)") && told.hint.contains("leave same-as out"), "\(told.hint)")
    #expect(try Book.verify(at: path) == [])
    let book = try fixture.open()
    let facts = try book.facts(at: .latest, of: [.announced, .contributed, .repeated])
    #expect(facts.filter { $0.sequence == place }.map(\.measure) == [.repeated])
    try book.importing("2022-03-01 reverse #\(place) reason:另一阶段\n2022-03-01 social 力得/A 70.00 CNY evidence:登记表\n")
    #expect(try Book.verify(at: path) == [])
  }

  @Test("what is recorded now is refused as ever, and an upgrade of what nobody would refuse names nothing")
  func others() throws {
    do {
      let book = try fixture.create(rules: "fiscal-2022")
      try book.importing(VerificationTests.investment + "2022-02-04 social 力得/A 70.00 CNY stage:announced evidence:意向书 key:意向\n")
      expect(.notTheSameMoney) { try book.importing("2022-02-05 social 力得/A 70.00 CNY evidence:登记表 same-as:意向\n") }
    }
    try RawFile(path).tamper("PRAGMA user_version = 5")
    #expect(try #require(try Book.upgrade(at: path)).carried == [])
  }

  @Test("statements of an account that holds no money stand as they were recorded: the book is brought up and is sound")
  func statements() throws {
    let other = "其他费用"
    do {
      let book = try fixture.create(rules: "fiscal-2022")
      try book.importing(
        VerificationTests.investment + """
          2022-06-30 statement 国库存款 from:2022-06-01 opening:5.00 closing:0.00 received:0.00 paid:5.00 lines:1
          2022-06-17 statement-line 国库存款 -5.00 CNY counterparty:力得 number:ZF1

          """)
      expect(.holdsNoMoney) { try book.importing("2022-06-18 statement-line \(other) -5.00 CNY counterparty:力得 number:ZF2\n") }
    }
    try rewrite("replace(text, '国库存款', '\(other)') WHERE kind IN ('statement', 'statement-line')")
    #expect(try #require(try Book.upgrade(at: path)).carried == [])
    #expect(try Book.verify(at: path) == [])
    let texts = try #require(try RawFile(path).int("SELECT count(*) FROM event WHERE text LIKE '%\(other)%'"))
    #expect(texts == 2)
  }

  @Test("what a cap would refuse today stands as it was recorded, and is no exception: the check finds it")
  func caps() throws {
    do {
      let book = try fixture.create(rules: "fiscal-2022")
      try book.importing(
        VerificationTests.investment + """
          2022-01-01 requirement largest-holder recording:report finding:breach
          2022-06-01 pay 力得/A 1.00 CNY envelope:2022/拨改投 share:29% largest:40%
          2022-06-02 pay 力得/A 1.00 CNY envelope:2022/拨改投 share:29% largest:28%

          """)
    }
    try rewrite("replace(text, 'recording:report', 'recording:refuse') WHERE kind = 'requirement'")
    #expect(try Book.upgrade(at: path) != nil)
    #expect(try Book.verify(at: path) == [])
    let book = try fixture.open()
    #expect(try book.facts(at: .latest, of: [.largestHolderWarned, .largestHolderAuthorised]).isEmpty)
    expect(.becomesLargestHolder) {
      try book.importing("2022-06-03 pay 力得/A 1.00 CNY envelope:2022/拨改投 share:29% largest:27%\n")
    }
  }
}
