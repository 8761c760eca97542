import LedgerCore
import Portfolio
import Testing

@Suite("The share of a holding that was sold whole and bought again")
struct OutdatedShareTests {
  private static let sold = """
    2022-02-01 pay 甲/A 100.00 envelope:2022/拨改投 share:10%
    2022-05-01 exit 甲/A 110.00

    """
  private static let again = sold + "2022-07-01 pay 甲/A 30.00 envelope:2022/拨改投\n"

  private func share(_ text: String, on date: String) throws -> Rate? {
    try Books(text).deal("甲/A").share(on: try #require(Day(date)))
  }

  @Test("nobody said what it is: it is not known, and the payment is warned of, until it is stated")
  func unknown() throws {
    #expect(try share(Self.again, on: "2022-03-01") == Rate("10%"))
    #expect(try share(Self.again, on: "2022-06-01") == .zero)
    #expect(try share(Self.again, on: "2022-07-01") == nil)
    #expect(try Books(Self.again).events.last?.warnings.map(\.code) == [.shareNotStated])
    let stated = Self.again.replacing("30.00 envelope:2022/拨改投", with: "30.00 envelope:2022/拨改投 share:3%")
    #expect(try share(stated, on: "2022-07-01") == Rate("3%"))
    #expect(try Books(stated).events.last?.warnings == [])
    #expect(try share(Self.again + "2022-09-01 value 甲/A 30.00 share:2.5%\n", on: "2022-09-01") == Rate("2.5%"))
  }

  @Test("also where the exit itself stated that nothing is left")
  func statedZero() throws {
    let text = Self.again.replacing("exit 甲/A 110.00", with: "exit 甲/A 110.00 share:0%")
    #expect(try share(text, on: "2022-06-01") == .zero)
    #expect(try share(text, on: "2022-07-01") == nil)
  }

  @Test("a share stated as nothing of what is held stays nothing when more is paid, and one that is left is no matter")
  func stated() throws {
    let loan = "2022-02-01 pay 甲/A 100.00 envelope:2022/拨改投 share:0%\n2022-03-01 pay 甲/A 5.00 envelope:2022/拨改投\n"
    #expect(try share(loan, on: "2022-03-01") == .zero)
    #expect(try Books(loan).events.last?.warnings == [])
    let half = Self.again.replacing("exit 甲/A 110.00", with: "exit 甲/A 60.00 part:50%")
    #expect(try share(half, on: "2022-07-01") == Rate("5%"))
  }

  @Test("a result of the whole company needs our part or the share then, and is not taken as nothing")
  func results() throws {
    var books = try Books(Self.again)
    #expect(books.record("2022-12-31 result 甲/A 500.00")?.code == .missingShare)
    #expect(books.record("2022-12-31 result 甲/A 500.00 share:3%") == nil)
  }
}
