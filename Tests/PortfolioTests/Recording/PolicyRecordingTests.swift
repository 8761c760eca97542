import LedgerCore
import Testing

@testable import Portfolio

@Suite("Caps when recording")
struct PolicyRecordingTests {
  private let share = "2022-01-01 requirement share-cap rate:20% recording:refuse cite:第八条\n"
  private let ticket = "2022-01-01 requirement ticket-cap amount:1000.00 recording:refuse\n"

  @Test("a share beyond the cap is refused with the source and its status, and nothing is recorded")
  func refused() throws {
    var books = try Books(share)
    let events = books.events.count
    let error = books.record("2022-06-01 pay 甲/A 100.00 envelope:2022/拨改投 share:20.1%")
    #expect(error?.code == .overShareCap && error?.message.contains("(第八条, unverified)") == true)
    #expect(try books.events.count == events && books.deal("甲/A").paidIn == 0)
    #expect(books.record("2022-06-01 pay 甲/A 100.00 envelope:2022/拨改投 share:20%") == nil)
  }

  @Test("before the day of the requirement and after its last one nothing is asked")
  func days() throws {
    var books = try Books("2022-03-01 requirement share-cap rate:20% recording:refuse until:2022-04-30\n")
    #expect(books.record("2022-02-28 pay 甲/A 1.00 envelope:2022/拨改投 share:30%") == nil)
    #expect(books.record("2022-03-01 pay 甲/成本 1.00 envelope:2022/拨改投 share:30%")?.code == .overShareCap)
    #expect(books.record("2022-05-01 pay 甲/成本 1.00 envelope:2022/拨改投 share:30%") == nil)
  }

  @Test("an authorised exception lets it pass, becomes a fact, and is not asked for again while the share stays")
  func exception() throws {
    var books = try Books(share)
    let line = "commit 甲/A 100.00 envelope:2022/拨改投 share:25%"
    #expect(books.record("2022-06-01 \(line) override:重点项目")?.code == .exceptionIncomplete)
    #expect(books.record("2022-06-01 \(line) override:重点项目 authorised:王局长") == nil)
    let event = try #require(books.events.last)
    #expect(event.warnings.map(\.code) == [.requirementExcepted])
    #expect(event.facts.filter { $0.measure == .shareCapAuthorised }.map(\.amount) == [50_000_000])
    #expect(event.facts.allSatisfy { $0.sequence == event.sequence })
    #expect(books.record("2022-06-10 pay 甲/A 100.00 share:25%") == nil)
    #expect(books.record("2022-06-20 pay 甲/A 1.00 envelope:2022/拨改投 share:26%")?.code == .overShareCap)
  }

  @Test("the cap is of the company: what other deals hold of it counts, whatever programme they are of")
  func company() throws {
    var books = try Books(
      share + "programme 专项 from:2019-01-01\n2022-01-01 budget 2022/专项 1,000.00\nparty 乙\n"
        + "2022-01-01 deal 甲/二 party:甲 programme:专项 method:直接投资\n2022-01-01 deal 乙/A party:乙 programme:拨改投 method:直接投资\n")
    #expect(books.record("2022-06-01 pay 甲/A 100.00 envelope:2022/拨改投 share:12%") == nil)
    let error = books.record("2022-06-02 pay 甲/二 100.00 envelope:2022/专项 share:8.1%")
    #expect(error?.code == .overShareCap && error?.message.contains("20.1% of 甲 (甲/二 8.1%, 甲/A 12%)") == true)
    #expect(books.record("2022-06-02 pay 甲/二 100.00 envelope:2022/专项 share:8%") == nil)
    #expect(books.record("2022-06-02 pay 乙/A 100.00 envelope:2022/拨改投 share:20%") == nil)
    // What was sold of one deal makes room for another.
    #expect(books.record("2022-07-01 exit 甲/A 60.00 part:50%") == nil)
    #expect(books.record("2022-07-02 pay 甲/二 100.00 envelope:2022/专项 share:14%") == nil)
  }

  @Test("of the caps of several programmes in one company the strictest counts, whichever of them pays")
  func programmes() throws {
    var books = try Books(
      share + "programme 专项 from:2019-01-01\n2022-01-01 budget 2022/专项 1,000.00\n"
        + "2022-01-01 deal 甲/二 party:甲 programme:专项 method:直接投资\n"
        + "2022-01-01 requirement share-cap rate:40% recording:warn programme:专项\n")
    #expect(books.record("2022-06-01 pay 甲/A 100.00 envelope:2022/拨改投 share:20%") == nil)
    #expect(books.record("2022-06-02 pay 甲/二 1.00 envelope:2022/专项 share:0.01%")?.code == .overShareCap)
    #expect(books.record("2022-07-01 exit 甲/A 100.00") == nil)
    #expect(books.record("2022-07-02 pay 甲/二 1.00 envelope:2022/专项 share:39%") == nil)
  }

  @Test("a payment is held to the cap on its day and on every later one, also when the excess was sold before it is recorded")
  func backdated() throws {
    var books = try Books(share + "2022-01-01 deal 甲/二 party:甲 programme:拨改投 method:直接投资\n")
    #expect(books.record("2022-02-01 pay 甲/A 100.00 envelope:2022/拨改投 share:15%") == nil)
    #expect(books.record("2022-06-01 exit 甲/A 50.00 part:80%") == nil)
    #expect(books.record("2022-05-31 pay 甲/二 1.00 envelope:2022/拨改投 share:6%")?.code == .overShareCap)
    #expect(books.record("2022-01-15 pay 甲/二 1.00 envelope:2022/拨改投 share:6%")?.code == .overShareCap)
    #expect(books.record("2022-06-01 pay 甲/二 1.00 envelope:2022/拨改投 share:17%") == nil)
  }

  @Test("the largest holder of a company is who has most over all deals in it")
  func largestOverDeals() throws {
    var books = try Books("2022-01-01 requirement largest-holder recording:refuse\n")
    #expect(books.record("2022-06-01 pay 甲/A 1.00 envelope:2022/拨改投 share:18% largest:20%") == nil)
    #expect(books.record("2022-06-02 pay 甲/成本 1.00 envelope:2022/拨改投 share:2.1%")?.code == .becomesLargestHolder)
    #expect(books.record("2022-06-02 pay 甲/成本 1.00 envelope:2022/拨改投 share:17% largest:35%") == nil)
  }

  @Test("a fund has the cap of funds, not that of companies")
  func funds() throws {
    var books = try Books(share + "2022-01-01 requirement fund-share-cap rate:40% recording:warn\n")
    #expect(books.record("2022-06-01 pay 基金/一期 100.00 envelope:2022/拨改投 share:40%") == nil)
    #expect(books.events.last?.warnings == [])
    #expect(books.record("2022-06-02 pay 基金/一期 100.00 envelope:2022/拨改投 share:41%") == nil)
    #expect(books.events.last?.warnings.map(\.code) == [.requirementBroken])
    #expect(books.events.last?.facts.filter { $0.measure == .shareCapWarned }.map(\.amount) == [10_000_000])
  }

  @Test("instalments of one deal are one investment; a payment of what was committed goes no further")
  func tickets() throws {
    var books = try Books(ticket)
    #expect(books.record("2022-06-01 commit 甲/A 600.00 envelope:2022/拨改投") == nil)
    #expect(books.record("2022-06-02 commit 甲/A 401.00 envelope:2022/拨改投")?.code == .overTicketCap)
    #expect(books.record("2022-06-02 commit 甲/A 401.00 envelope:2022/拨改投 override:追加 authorised:王局长") == nil)
    #expect(books.events.last?.facts.filter { $0.measure == .ticketCapAuthorised }.map(\.amount) == [100])
    #expect(books.record("2022-06-03 pay 甲/A 1001.00 envelope:2022/拨改投") == nil)
    #expect(books.record("2022-06-04 pay 甲/A 1.00 envelope:2022/拨改投")?.code == .overTicketCap)
    #expect(books.record("2022-06-04 pay 甲/成本 1000.00 envelope:2022/拨改投") == nil)
  }

  @Test(
    "the largest holder is who has more than the next one, or more than half",
    arguments: [("share:30% largest:30%", true), ("share:30% largest:29.9%", false), ("share:50%", true), ("share:50.1%", false)])
  func largest(_ fields: String, _ passes: Bool) throws {
    var books = try Books("2022-01-01 requirement largest-holder recording:refuse\n")
    let error = books.record("2022-06-01 pay 甲/A 1.00 envelope:2022/拨改投 \(fields)")
    #expect(error?.code == (passes ? nil : .becomesLargestHolder))
  }

  @Test("an exception that a cap needed is not called needless because no envelope was exceeded")
  func needed() throws {
    var books = try Books(share)
    #expect(books.record("2022-06-01 pay 甲/A 1.00 envelope:2022/拨改投 share:21% override:理由 authorised:某") == nil)
    #expect(books.events.last?.warnings.map(\.code) == [.requirementExcepted])
    #expect(books.record("2022-06-02 exit 甲/A 1.00") == nil)
    #expect(books.record("2022-06-03 pay 甲/成本 1.00 envelope:2022/拨改投 share:19% override:理由 authorised:某") == nil)
    #expect(books.events.last?.warnings.map(\.code) == [.exceptionNeedless])
  }

  @Test("an authorised exception is a fact whatever the requirement does when recording", arguments: ["report", "warn", "refuse"])
  func whateverTheMode(mode: String) throws {
    var books = try Books("2022-01-01 requirement share-cap rate:20% recording:\(mode)\n")
    #expect(books.record("2022-06-01 pay 甲/A 1.00 envelope:2022/拨改投 share:21% override:理由 authorised:某") == nil)
    #expect(books.events.last?.warnings.map(\.code) == [.requirementExcepted])
    #expect(try books.deal("甲/A").totals[.shareCapAuthorised] == 10_000_000)
    #expect(try books.deal("甲/A").totals[.shareCapWarned] == 0)
  }

  @Test("a reversal takes the exception back, and a requirement that came later asks nothing of what stands")
  func reversal() throws {
    var books = try Books("2022-01-05 pay 甲/成本 5.00 envelope:2022/拨改投 share:90%\n" + share)
    #expect(books.record("2022-06-01 pay 甲/A 1.00 envelope:2022/拨改投 share:21% override:理由 authorised:某 key:P") == nil)
    #expect(books.record("2022-06-02 reverse P reason:录错") == nil)
    #expect(try books.deal("甲/A").totals[.shareCapAuthorised] == 0)
    #expect(try books.deal("甲/A").share == nil)
  }

  @Test("a failing credit code warns unless a document says that it was checked")
  func creditCode() throws {
    var books = try Books("")
    #expect(books.record("party 某 code:91350203M0001QAY9B") == nil)
    #expect(books.events.last?.warnings.map(\.code) == [.failingCreditCode])
    #expect(books.record("party 某 code:91350203M0001QAY9B code-checked:营业执照复印件") == nil)
    #expect(books.events.last?.warnings == [])
    #expect(books.ledger.register.party(named: "某")?.codeChecked == "营业执照复印件")
  }
}
