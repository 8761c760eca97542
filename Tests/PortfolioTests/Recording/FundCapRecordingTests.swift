import LedgerCore
import Testing

@testable import Portfolio

/// Nobody need say what share of a fund is ours: what everybody signed and paid says it, as in `bgt check`.
@Suite("Caps on funds when recording")
struct FundCapRecordingTests {
  private static let cap = "2022-01-01 requirement fund-share-cap rate:50% recording:refuse cite:第九条\nparty 民\nparty 社\n"
  private static let largest = "2022-01-01 requirement largest-holder recording:refuse\nparty 民\nparty 社\n"
  private static let partner = "2022-02-01 subscribe 基金/一期 100.00 party:民 evidence:协议\n"

  @Test("a commitment that makes more than the cap of all partners' commitments ours is refused at its amount, and nothing is recorded")
  func refused() throws {
    var books = try Books(FundCapRecordingTests.cap + FundCapRecordingTests.partner)
    let events = books.events.count
    let error = books.record("2022-02-02 commit 基金/一期 1000.00 envelope:2022/拨改投")
    #expect(error?.code == .overShareCap)
    #expect(error?.message == "90.91% of what was signed on 基金/一期 is beyond the cap of 50% (第九条, unverified)")
    #expect(error?.sentence.zh == "按各方认缴占基金/一期的 90.91%，超过上限 50%（第九条，未核对）")
    #expect(error?.hint.contains("subscribe") == true)
    #expect(books.events.count == events)
    #expect(books.record("2022-02-02 commit 基金/一期 100.00 envelope:2022/拨改投") == nil)
    // By one fen it is more than half.
    #expect(books.record("2022-02-03 commit 基金/一期 0.01 envelope:2022/拨改投")?.code == .overShareCap)
    #expect(books.record("2022-02-04 subscribe 基金/一期 50.00 party:社 evidence:协议") == nil)
    #expect(books.record("2022-02-05 commit 基金/一期 50.00 envelope:2022/拨改投") == nil)
    // What was committed is paid without being asked again.
    #expect(books.record("2022-02-06 pay 基金/一期 150.00") == nil)
    #expect(books.record("2022-02-07 pay 基金/一期 0.01 envelope:2022/拨改投")?.code == .overShareCap)
  }

  @Test("before any other partner is known nobody can tell; the first one tells, and is recorded with a warning, for it is theirs")
  func firstPartner() throws {
    var books = try Books(FundCapRecordingTests.cap + "2022-02-01 commit 基金/一期 300.00 envelope:2022/拨改投\n")
    #expect(books.problems == [] && books.events.last?.warnings == [])
    #expect(books.record("2022-02-02 subscribe 基金/一期 100.00 party:民 evidence:协议") == nil)
    let event = try #require(books.events.last)
    #expect(event.warnings.map(\.code) == [.requirementBroken])
    #expect(event.warnings.first?.message.hasPrefix("75.00% of what was signed") == true)
    #expect(!event.facts.contains { $0.measure == .shareCapWarned })
    // Each further one makes ours less.
    #expect(books.record("2022-02-03 subscribe 基金/一期 50.00 party:社 evidence:协议") == nil)
    #expect(books.events.last?.warnings == [])
  }

  @Test("an authorised exception is measured by what is beyond, rounded up, so that the check finds it covered")
  func exception() throws {
    var books = try Books(FundCapRecordingTests.cap + FundCapRecordingTests.partner)
    #expect(books.record("2022-02-02 commit 基金/一期 200.00 envelope:2022/拨改投 override:重点 authorised:王局长") == nil)
    #expect(books.events.last?.warnings.map(\.code) == [.requirementExcepted])
    // Two thirds less a half.
    #expect(books.events.last?.facts.filter { $0.measure == .shareCapAuthorised }.map(\.amount) == [166_666_667])
  }

  @Test("a share that all deals state goes before the commitments, as in the check")
  func stated() throws {
    var books = try Books(FundCapRecordingTests.cap + FundCapRecordingTests.partner)
    #expect(books.record("2022-02-02 commit 基金/一期 1000.00 envelope:2022/拨改投 share:49%") == nil)
    #expect(books.record("2022-02-03 pay 基金/一期 1000.00 share:50.1%")?.code == .overShareCap)
  }

  @Test("of several deals in a fund one that states its share does not tell the whole")
  func severalDeals() throws {
    var books = try Books(
      FundCapRecordingTests.cap + "2022-01-01 deal 基金/二期 party:基金甲 programme:拨改投 method:注资引导投资\n" + FundCapRecordingTests.partner)
    #expect(books.record("2022-02-02 commit 基金/一期 60.00 envelope:2022/拨改投 share:30%") == nil)
    let error = books.record("2022-02-03 commit 基金/二期 60.00 envelope:2022/拨改投")
    #expect(error?.code == .overShareCap && error?.message.contains("54.55% of what was signed on 基金甲") == true)
  }

  @Test("the largest partner is who signed more than any other one, whatever share is stated")
  func largestPartner() throws {
    var books = try Books(FundCapRecordingTests.largest + FundCapRecordingTests.partner)
    #expect(books.record("2022-02-02 commit 基金/一期 100.00 envelope:2022/拨改投") == nil)
    let error = books.record("2022-02-03 commit 基金/一期 20.00 envelope:2022/拨改投")
    #expect(error?.code == .becomesLargestHolder && error?.message.contains("54.55% of what was signed on 基金/一期") == true)
    #expect(books.record("2022-02-03 subscribe 基金/一期 20.00 party:民 evidence:协议") == nil)
    #expect(books.record("2022-02-04 commit 基金/一期 20.00 envelope:2022/拨改投") == nil)
  }

  @Test("where no other partner is known the stated shares tell who is the largest")
  func statedLargest() throws {
    var books = try Books(FundCapRecordingTests.largest)
    #expect(books.record("2022-02-02 pay 基金/一期 1.00 envelope:2022/拨改投 share:40% largest:45%") == nil)
    #expect(books.record("2022-02-03 pay 基金/一期 1.00 envelope:2022/拨改投 share:40% largest:35%")?.code == .becomesLargestHolder)
  }

  @Test("the same event with a warning where the requirement only warns, and without one where it leaves it to the check")
  func modes() throws {
    for (mode, codes) in [("warn", [DiagnosticCode.requirementBroken]), ("report", [])] {
      let cap = FundCapRecordingTests.cap.replacing("refuse", with: mode)
      let books = try Books(cap + FundCapRecordingTests.partner + "2022-02-02 commit 基金/一期 300.00 envelope:2022/拨改投\n")
      #expect(books.problems == [] && books.events.last?.warnings.map(\.code) == codes, "\(mode)")
      let facts = books.events.last?.facts.filter { $0.measure == .shareCapWarned }.map(\.amount)
      #expect(facts == (mode == "warn" ? [250_000_000] : []), "\(mode)")
    }
  }
}
