import LedgerCore
import Testing

@testable import Portfolio

@Suite("Unified social credit codes and regions")
struct CreditCodeTests {
  @Test(
    "codes in use pass both checks",
    arguments: [
      "91350200MA2YJ1XR9G", "91350200776049653A", "123502001549897397", "91440300MA5F7YRE78", "913502000728319549",
      "91110107082833558H", "91512081MA62K0260E",
    ])
  func valid(_ code: String) { #expect(CreditCode.fault(of: code) == nil) }

  @Test(
    "each way to fail is told apart",
    arguments: [
      ("91350203M0001QAY9B", "check"), ("91350200MA2YJ1XR9H", "check character"), ("91350200MA2YJ1XR9", "18"),
      ("91350200MA2YJ1XI9G", "character that no code has"), ("", "18"), ("９1350200MA2YJ1XR", "no code has"),
    ])
  func invalid(_ code: String, _ reason: String) throws {
    #expect(try #require(CreditCode.fault(of: code)).en.contains(reason), "\(code)")
  }

  @Test("changing any one character of a code is found")
  func everyChange() {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let code = Array("91350200MA2YJ1XR9G")
    for index in code.indices {
      for letter in alphabet where letter != code[index] {
        var changed = code
        changed[index] = letter
        #expect(CreditCode.fault(of: String(changed)) != nil)
      }
    }
  }

  @Test("a failing code is a warning at its place, and the party is recorded")
  func warning() throws {
    let books = try Books("party 乙 code:91350203M0001QAY9B region:371599x\n")
    #expect(books.problems == [])
    let warnings = try #require(books.events.last).warnings
    #expect(warnings.map(\.code) == [.failingCreditCode, .unknownRegion])
    #expect(warnings.first?.position?.column == 9)
    #expect(books.ledger.register.party(named: "乙")?.creditCode == "91350203M0001QAY9B")
  }

  @Test(
    "a region's code counts while it was in force",
    arguments: [
      ("371523", "2018-05-01", true), ("371523", "2020-05-01", false), ("371503", "2018-05-01", false),
      ("371503", "2020-05-01", true), ("371500", "2022-01-01", true), ("371509", "2022-01-01", false),
      ("371571", "2022-01-01", true), ("370100", "2022-01-01", true), ("37150", "2022-01-01", false),
      ("聊城市", "2022-01-01", false), ("371500001", "2022-01-01", true),
    ])
  func regions(_ code: String, _ day: String, _ isPlausible: Bool) throws {
    let books = try Books("\(day) party 乙 region:\(code)\n")
    #expect(books.problems == [])
    #expect(try #require(books.events.last).warnings.isEmpty == isPlausible)
    #expect(Region.named("371500")?.name == "聊城市")
  }
}
