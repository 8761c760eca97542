import JournalText
import LedgerCore
import Portfolio
import Testing

@testable import Reports

@Suite("Lines of a statement that are there already, from whatever form")
struct StatedLinesTests {
  /// The lines of a journal with their places in the chain.
  private func lines(_ text: String) throws -> [StatedLine] {
    let ledger = try books(text)
    return try StatementRecords(ledger, knownAt: .max).lines.map(\.line)
  }

  /// Compares what is read with what is recorded, each a line of a journal without its day and account.
  private func compare(_ read: [String], with recorded: [String], isWordForWord: Bool = false) throws -> StatedLines {
    func journal(_ lines: [String]) -> String {
      lines.map { "2022-06-17 statement-line 国库存款 " + $0 + "\n" }.joined()
    }
    // Lines that say the same must both be recorded, so each has a key, which is not a part of what the bank says.
    let events = try lines(journal(read)).map(\.event)
    return StatedLines(events, recorded: try lines(journal(recorded)), isWordForWord: isWordForWord)
  }

  /// What shows that each line that is there already is.
  private func evidence(_ compared: StatedLines) -> [String] { compared.known.map { "\($0.evidence)" } }

  static let forms = [
    "-5.00 balance:95.00 counterparty:力得汽车科技股份有限公司 number:ZF0617001 text:投资款",
    "-5.00 counterparty:力得汽车 number:ZF0617001 text:投资款",
    "-5.00 counterparty:力得汽车科技股份有限公司 counterparty-account:371500000000000009 number:\"ZF0617001 E2E-77\" text:\"投资款 首期\" value-day:2022-06-18",
    "-5.00 text:投资款", "-5.00",
  ]

  @Test("one line in two forms is one line, whichever was first", arguments: forms, forms)
  func oneLine(_ one: String, _ other: String) throws {
    let compared = try compare([one], with: [other])
    #expect(compared.known.count == 1 && compared.fresh.isEmpty)
    #expect((compared.known.first?.evidence == .wording) == (one == other))
    #expect(try compare([one], with: [other], isWordForWord: true).known.count == (one == other ? 1 : 0))
  }

  @Test(
    "what both say and differs in makes two lines",
    arguments: [
      ("-5.00 balance:95.00 number:A1", "-5.00 balance:90.00 number:A1"), ("-5.00 number:ZF0617001", "-5.00 number:ZF0617002"),
      ("-5.00 counterparty:甲公司 text:款", "-5.00 counterparty:乙公司 text:款"),
      ("-5.00 counterparty:甲公司 counterparty-account:6222001", "-5.00 counterparty:甲公司 counterparty-account:6222002"),
      ("-5.00 number:SERIAL9 counterparty:甲公司", "-5.00 number:SERIAL9 counterparty:乙公司"),
      ("-5.00", "5.00"), ("-5.00", "-5.01"),
    ])
  func contradictions(_ one: String, _ other: String) throws {
    for (read, recorded) in [(one, other), (other, one)] {
      #expect(try compare([read], with: [recorded]).fresh.count == 1, "\(read), \(recorded)")
    }
  }

  @Test(
    "what only one of them says, or each in its own manner, makes none",
    arguments: [
      ("-5.00 number:ZF0617001 counterparty:甲公司", "-5.00 number:20220617-33 counterparty:甲公司", "name"),
      ("-5.00 counterparty:\"Lide Auto Co\" text:款", "-5.00 counterparty:力得汽车 text:款", "text"),
      ("-5.00 counterparty-account:6222****0001 counterparty:甲公司", "-5.00 counterparty-account:6222000010001 counterparty:甲公司", "name"),
      ("-5.00 counterparty-account:1021000-6222001", "-5.00 counterparty-account:6222001", "account"),
      ("-5.00 balance:95.00 text:甲", "-5.00 balance:95.00 text:乙", "balance"), ("-5.00 text:甲", "-5.00 text:乙", "amount"),
    ])
  func agreements(_ one: String, _ other: String, _ expected: String) throws {
    for (read, recorded) in [(one, other), (other, one)] {
      #expect(try evidence(compare([read], with: [recorded])) == [expected], "\(read), \(recorded)")
    }
  }

  @Test("equal payments of one day stay as many as there are: each recorded line stands for one")
  func repeated() throws {
    let bare = "-5.00 counterparty:甲公司 text:货款"
    let dressed = "-5.00 counterparty:甲公司 text:货款 number:F"
    #expect(try compare([dressed + "1", dressed + "2"], with: [bare, bare]).fresh.isEmpty)
    let third = try compare([dressed + "1", dressed + "2", dressed + "3"], with: [bare, bare])
    #expect(third.known.count == 2 && third.fresh.count == 1)
    #expect(try compare([bare], with: [dressed + "1", dressed + "2"]).known.count == 1)
    let mixed = try compare([bare, dressed + "1"], with: [dressed + "1"])
    #expect(mixed.known.map(\.place) == [1] && mixed.fresh.count == 1)
  }

  @Test("of several on one day each finds its own by what agrees best, and room is made for one that has no other choice")
  func assigned() throws {
    let read = ["-5.00 counterparty:乙公司", "-5.00", "-5.00 number:ZF3"]
    let recorded = ["-5.00 number:ZF3 counterparty:丙公司", "-5.00 number:ZF1 counterparty:甲公司", "-5.00 counterparty:乙公司 number:ZF2"]
    let compared = try compare(read, with: recorded)
    #expect(compared.fresh.isEmpty)
    #expect(compared.known.map { $0.line.number } == ["ZF2", "ZF1", "ZF3"])
    // The first to choose could take either, the second only the first.
    let moved = try compare(["-5.00", "-5.00 counterparty:甲公司"], with: ["-5.00 counterparty:甲公司 text:一", "-5.00 counterparty:乙公司 text:二"])
    #expect(moved.known.map { $0.line.text } == ["二", "一"])
  }

  @Test("thousands of one day and amount are compared in time, none of them lost")
  func many() throws {
    let event = { (text: String) throws -> Event in try #require(try lines("2022-06-17 statement-line 国库存款 " + text + "\n").first).event }
    let (bare, dressed) = (try event("-5.00 text:手续费"), try event("-5.00 text:手续费 counterparty:银行"))
    let recorded = (1...3000).compactMap { StatedLine(bare, sequence: $0) }
    let compared = StatedLines(Array(repeating: dressed, count: 3001), recorded: recorded)
    #expect(compared.known.count == 3000 && compared.fresh.count == 1)
  }
}
