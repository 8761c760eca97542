import Foundation
import Testing

/// The clock of these runs stands on 2026-11-23.
@Suite("Events dated after today")
struct DatesAheadTests {
  private static let head = """
    programme P from:2019-01-01
    party A kind:company
    2022-01-20 budget 2022/P 10,000,000.00
    2022-02-01 deal A/1 party:A programme:P method:direct
    2022-03-15 pay A/1 5,000,000.00 envelope:2022/P share:10%

    """

  private func book(_ text: String = "") throws -> (bgt: Bgt, errors: String) {
    let bgt = try Bgt()
    let run = try bgt.run("import", try bgt.write(DatesAheadTests.head + text, to: "in.journal"))
    #expect(run.code == 0, "\(run.errors)")
    return (bgt, run.errors)
  }

  @Test("a recorded event is warned of and stands; one of today is not")
  func recorded() throws {
    let (bgt, errors) = try book()
    defer { bgt.remove() }
    #expect(!errors.contains("W6026"))
    let ahead = try bgt.run("record", "value", "A/1", "6,000,000.00", "--date", "2062-06-30")
    #expect(ahead.code == 0 && ahead.errors.contains("警告 W6026：估值（value）的日期 2062-06-30 在今天（2026-11-23）以后"), "\(ahead.errors)")
    #expect(!(try bgt.run("record", "value", "A/1", "6,000,000.00", "--date", "2026-11-23").errors.contains("W6026")))
  }

  @Test("an import says it once, with how many there are; a repeated one says nothing of what the book has")
  func imported() throws {
    let journal = (1...5).map { "2062-06-0\($0) value A/1 6,000,000.00\n" }.joined()
    let (bgt, errors) = try book(journal)
    defer { bgt.remove() }
    #expect(errors.components(separatedBy: "W6026").count == 2 && errors.contains("2062-06-01") && errors.contains("另有 4 条"), "\(errors)")
    let again = try bgt.run("import", "in.journal")
    #expect(again.code == 0 && !again.errors.contains("W6026"), "\(again.errors)")
    #expect(!(try bgt.run("-f", "in.journal", "leverage").errors.contains("W6026")), "only recording asks the clock")
  }

  @Test("what is about later days lies ahead: rates, rules, plans, terms")
  func aboutLater() throws {
    let (bgt, errors) = try book(
      """
      2026-12-20 rate LPR-1Y 3%
      2027-01-01 plan 新 1,000,000.00 programme:P
      2027-01-01 terms A/1 rate:LPR-1Y doc:协议
      2027-01-01 target leverage rate:300%

      """)
    defer { bgt.remove() }
    #expect(!errors.contains("W6026"), "\(errors)")
  }
}
