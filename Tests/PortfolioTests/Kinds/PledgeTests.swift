import LedgerCore
import Testing

@testable import Portfolio

/// Instalments that later years' budgets have to pay.
@Suite("Pledges on later years")
struct PledgeTests {
  /// An agreement of 9 yuan: 2 now, 3 and 4 in the two years that follow.
  private static let agreed = """
    2022-06-01 commit 甲/A 2.00 envelope:2022/拨改投
    2022-06-01 pledge 甲/A 3.00 year:2023
    2022-06-01 pledge 甲/A 4.00 year:2024

    """
  private static let next = "2023-01-01 budget 2023/拨改投 100.00\n"

  private func deal(_ text: String) throws -> DealPosition {
    let books = try Books(PledgeTests.agreed + text)
    #expect(books.problems == [])
    return try books.deal("甲/A")
  }

  @Test("a pledge is committed, reserves nothing and posts nothing")
  func recorded() throws {
    let books = try Books(PledgeTests.agreed)
    #expect(books.problems == [])
    #expect(try books.deal("甲/A").totals[.committed] == 900)
    #expect(try books.deal("甲/A").pledges.amounts == [2023: 300, 2024: 400])
    #expect(try books.envelope("2022/拨改投").signedUnpaid == 200)
    #expect(books.events.suffix(2).allSatisfy { $0.vouchers.isEmpty })
  }

  @Test("a commitment from an envelope of the year reserves it and is not committed twice")
  func committed() throws {
    let position = try deal(PledgeTests.next + "2023-02-01 commit 甲/A 3.50 envelope:2023/拨改投\n")
    #expect(position.pledges.amounts == [2023: 0, 2024: 400])
    #expect(position.totals[.committed] == 950)
  }

  @Test("a payment from the year relieves what its reservation does not cover; other years stay pledged")
  func paid() throws {
    let once = try deal(PledgeTests.next + "2023-02-01 pay 甲/A 3.00 envelope:2023/拨改投\n")
    #expect(once.pledges.amounts == [2023: 0, 2024: 400] && once.totals[.committed] == 900)
    let reserved = try deal(
      PledgeTests.next + "2023-02-01 commit 甲/A 2.00 envelope:2023/拨改投\n2023-03-01 pay 甲/A 2.50 envelope:2023/拨改投\n")
    #expect(reserved.pledges[2023] == 50)
    #expect(try deal("2022-07-01 pay 甲/A 2.00\n").pledges.years == [2023, 2024])
  }

  @Test("a release lowers the pledge of the year that it names, the commitment with it, and never below nothing")
  func released() throws {
    let position = try deal("2022-08-01 release 甲/A 1.00 year:2023\n")
    #expect(position.pledges.amounts == [2023: 200, 2024: 400] && position.totals[.committed] == 800)
    for (line, code) in [
      ("2022-08-01 release 甲/A 3.01 year:2023", DiagnosticCode.overCommitment),
      ("2022-08-01 release 甲/A 1.00", .missingField),
      ("2022-08-01 release 甲/A 1.00 year:2023 envelope:2022/拨改投", .conflictingFields),
    ] {
      var books = try Books(PledgeTests.agreed)
      #expect(books.record(line)?.code == code, "\(line)")
    }
    let only = try Books("2022-06-01 pledge 甲/A 3.00 year:2023\n2022-08-01 release 甲/A 1.00\n")
    #expect(only.problems == [])
    #expect(try only.deal("甲/A").pledges[2023] == 200)
  }

  @Test("carrying an unpaid instalment keeps what is reserved reserved and what is pledged pledged, a year later")
  func carried() throws {
    let books = try Books(
      PledgeTests.agreed + PledgeTests.next + """
        2023-02-01 commit 甲/A 1.00 envelope:2023/拨改投
        2023-12-31 carry 2023/拨改投 3.00 to:2024/拨改投 deal:甲/A

        """)
    #expect(books.problems == [])
    let position = try books.deal("甲/A")
    #expect(position.pledges.amounts == [2023: 0, 2024: 600])
    #expect(try books.envelope("2024/拨改投").signedUnpaid == 100)
    #expect(try books.envelope("2024/拨改投").available == 200)
    #expect(try books.envelope("2023/拨改投").signedUnpaid == 0)
    var more = books
    #expect(more.record("2023-12-31 carry 2023/拨改投 0.01 to:2024/拨改投 deal:甲/A")?.code == .overCommitment)
  }

  @Test("approving or issuing less than what is pledged on the year warns, enough does not")
  func uncovered() throws {
    func warnings(_ text: String) throws -> [DiagnosticCode] {
      let books = try Books(PledgeTests.agreed + text)
      #expect(books.problems == [])
      return try #require(books.events.last).warnings.map(\.code)
    }
    #expect(try warnings("2023-01-01 budget 2023/拨改投 2.99") == [.pledgeUncovered])
    #expect(try warnings("2023-01-01 budget 2023/拨改投 3.00") == [])
    #expect(try warnings("2023-01-01 approve 2023/拨改投 2.99") == [.pledgeUncovered])
    #expect(try warnings("2023-01-01 approve 2023/拨改投 9.00\n2023-01-02 issue 2023/拨改投 1.00") == [.pledgeUncovered])
    #expect(try warnings("2023-01-01 budget 2023/拨改投 2.00\n2023-01-02 budget 2023/拨改投/二 1.00") == [])
    #expect(try warnings("2022-07-01 budget 2022/拨改投 0.01") == [])
  }

  @Test("a pledge is of a later year, within the life of its programme")
  func refused() throws {
    var books = try Books("programme 短 to:2023-12-31\n2022-01-01 deal 甲/短 party:甲 programme:短 method:直接投资\n")
    #expect(books.record("2022-06-01 pledge 甲/A 3.00 year:2022")?.code == .badFieldValue)
    #expect(books.record("2022-06-01 pledge 甲/A 3.00 year:2021")?.code == .badFieldValue)
    #expect(books.record("2022-06-01 pledge 甲/A 3.00")?.code == .missingField)
    #expect(books.record("2022-06-01 pledge 甲/短 3.00 year:2024")?.code == .outsideProgramme)
  }

  @Test("a pledge that was relieved is not reversed before what relieved it")
  func reversed() throws {
    var books = try Books(PledgeTests.agreed + PledgeTests.next + "2023-02-01 pay 甲/A 3.00 envelope:2023/拨改投\n")
    let pledge = try #require(books.events.last { $0.event.kind.name == "pledge" && $0.event.integer("year") == 2023 })
    let payment = try #require(books.events.last)
    #expect(books.record("2023-03-01 reverse #\(pledge.sequence) reason:错")?.code == .overCommitment)
    #expect(books.record("2023-03-01 reverse #\(payment.sequence) reason:错") == nil)
    #expect(try books.deal("甲/A").pledges.amounts == [2023: 300, 2024: 400])
    #expect(books.record("2023-03-01 reverse #\(pledge.sequence) reason:错") == nil)
  }
}
