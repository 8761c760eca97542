import LedgerCore
import Testing

@testable import Portfolio

@Suite("The largest holder when recording")
struct LargestHolderRecordingTests {
  private let rule = "2022-01-01 requirement largest-holder recording:refuse\n"
  private let first = "2022-06-01 pay 甲/A 1.00 envelope:2022/拨改投 share:29% largest:40%\n"

  @Test(
    "who becomes the largest because the next one has less is refused too, with our share as it was, smaller or not said",
    arguments: ["share:29% largest:28%", "share:28.5% largest:28%", "largest:28%"])
  func othersFall(_ fields: String) throws {
    let line = "2022-06-02 pay 甲/A 1.00 envelope:2022/拨改投 \(fields)"
    let refused = try Books(rule + first + line + "\n").problems
    #expect(refused.map(\.code) == [.becomesLargestHolder])
    let place = try #require(line.firstRange(of: "largest")).lowerBound
    #expect(refused.first?.position?.column == line.distance(from: line.startIndex, to: place) + 1)
    var books = try Books(rule + first)
    #expect(books.record("2022-06-02 pay 甲/A 1.00 envelope:2022/拨改投 share:29% largest:29%") == nil)
  }

  @Test("what others did, or a register says, is the case already: it is recorded with a warning, and is no exception of ours")
  func reported() throws {
    for line in [
      "2022-06-02 register 甲/A largest:28%", "2022-06-02 value 甲/A 1.00 largest:28%",
      "2022-06-02 round 甲/A 5.00 share:28.9% largest:28% evidence:协议",
    ] {
      var books = try Books(rule + first)
      #expect(books.record(line) == nil)
      let event = try #require(books.events.last)
      let warning = try #require(event.warnings.first { $0.code == .requirementBroken }, "\(line)")
      #expect(warning.hint.contains("is the case already"))
      #expect(!event.facts.contains { $0.measure == .largestHolderWarned })
    }
  }

  @Test("a share that a register, or what is left after an exit, puts beyond the cap is warned of as well")
  func share() throws {
    var books = try Books("2022-01-01 requirement share-cap rate:30% recording:refuse\n" + first)
    #expect(books.record("2022-06-02 register 甲/A share:30%") == nil)
    #expect(books.events.last?.warnings == [])
    #expect(books.record("2022-06-03 register 甲/A share:31%") == nil)
    #expect(books.events.last?.warnings.map(\.code) == [.requirementBroken])
    #expect(books.record("2022-06-04 exit 甲/A 1.00 part:50% share:32%") == nil)
    #expect(books.events.last?.warnings.contains { $0.code == .requirementBroken } == true)
  }

  @Test("who is the largest already is not asked again while it goes no further")
  func noFurther() throws {
    var books = try Books(first + "2022-06-02 register 甲/A largest:28%\n" + rule.replacing("2022-01-01", with: "2022-06-03"))
    #expect(books.record("2022-06-04 pay 甲/A 1.00 envelope:2022/拨改投 share:29% largest:28%") == nil)
    #expect(books.record("2022-06-05 pay 甲/A 1.00 envelope:2022/拨改投 share:30% largest:29%") == nil)
    #expect(books.record("2022-06-06 pay 甲/A 1.00 envelope:2022/拨改投 share:30% largest:28%")?.code == .becomesLargestHolder)
  }

  @Test("of several deals in a company what another one holds counts when the next holder has less")
  func severalDeals() throws {
    var books = try Books(rule + first + "2022-06-01 pay 甲/成本 1.00 envelope:2022/拨改投 share:5%\n")
    #expect(books.record("2022-06-02 pay 甲/成本 1.00 envelope:2022/拨改投 largest:33%")?.code == .becomesLargestHolder)
    #expect(books.record("2022-06-02 pay 甲/成本 1.00 envelope:2022/拨改投 largest:34%") == nil)
  }
}
