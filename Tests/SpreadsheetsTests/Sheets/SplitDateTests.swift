import LedgerCore
import Portfolio
import Testing

@testable import Spreadsheets

@Suite("Dates whose year, month and day stand in columns of their own")
struct SplitDateTests {
  private func days(_ text: String) throws -> [String] {
    let register = try RegisterText(text, as: "loans")
    let reading = try register.reading()
    return reading.problems.map { "\($0.code.rawValue) \($0.message)" }
      + reading.events.filter { $0.slot.kind.name == "loan" }.map { $0.event.day?.description ?? "none" }
  }

  @Test(
    "three columns, or two below the year, are one date; year and month are carried down where they are not repeated",
    arguments: [
      "投资项目,年,月,日,贷款银行,贷款金额（万元）\n甲/A,2022,9,1,某银行,10\n甲/A,,,12,某银行,20\n甲/A,2023年,1月,5日,某银行,30\n",
      "投资项目,放款日期,,,贷款银行,贷款金额（万元）\n,年,月,日,,\n甲/A,22,9,1,某银行,10\n甲/A,22,9,12,某银行,20\n甲/A,23,1,5,某银行,30\n",
      "2022年贷款台账,,,,\n投资项目,月,日,贷款银行,贷款金额（万元）\n甲/A,9,1,某银行,10\n甲/A,,12,某银行,20\n合计,,,,30\n",
      "投资项目,2022年,,贷款银行,贷款金额（万元）\n,月,日,,\n甲/A,9,1,某银行,10\n投资项目,月,日,贷款银行,贷款金额（万元）\n甲/A,9,12,某银行,20\n",
      "年,投资项目,月,日,贷款银行,贷款金额（万元）\n2022,甲/A,9,1,某银行,10\n,甲/A,9,12,某银行,20\n",
    ])
  func joined(_ text: String) throws {
    let found = try days(text)
    #expect(Array(found.prefix(2)) == ["2022-09-01", "2022-09-12"], "\(found)")
    #expect(found.count == 2 || found.dropFirst(2) == ["2023-01-05"], "\(found)")
  }

  @Test("without a year, or with two in the title, a row is refused and told so; a year is never taken from elsewhere")
  func refused() throws {
    let table = "投资项目,月,日,贷款银行,贷款金额（万元）\n甲/A,9,1,某银行,10\n"
    for title in ["", "贷款台账,,,,\n", "2021-2022年贷款台账,,,,\n"] {
      #expect(try days(title + table) == ["P1002 9月1日 names no year"])
    }
    #expect(try days("投资项目,年,月,日,贷款银行,贷款金额（万元）\n甲/A,2022,13,1,某银行,10\n").count == 1)
  }

  @Test("a mapping that names the columns itself has them as they stand")
  func mapped() throws {
    let map = "register loans\ndate 20%年-%月-%日\n"
    let lines = try RegisterText("投资项目,年,月,日,贷款银行,贷款金额（万元）\n甲/A,22,9,1,某银行,10\n", map: map).lines()
    #expect(lines.contains { $0.hasPrefix("2022-09-01 loan") }, "\(lines)")
  }

  @Test("statements have them too, in the usual form of an account: the year above, the month where it changes")
  func statements() throws {
    let text = "2022年,,摘要,借方,贷方,余额\n月,日,,,,\n6,1,期初余额,,,100.00\n,17,投资款,5.00,,95.00\n7,2,股利,,7.50,102.50\n"
    let statement = try StatementReader.read(try SheetFile(Array(text.utf8), name: "s.csv"))
    #expect(statement.problems == [])
    #expect(statement.lines.map(\.day.description) == ["2022-06-17", "2022-07-02"])
    let bare = "月,日,摘要,借方,贷方,余额\n6,17,投资款,5.00,,95.00\n"
    let refused = try StatementReader.read(try SheetFile(Array(bare.utf8), name: "s.csv"))
    #expect(refused.problems.map(\.advice) == [SplitDate.yearHint])
  }

  @Test("an order that is only the usual one is said once")
  func assumed() throws {
    let text = "投资项目,放款日期,贷款银行,贷款金额（万元）\n甲/A,22.9.1,某银行,10\n甲/A,22.09.12,某银行,20\n"
    let assumed = try RegisterText(text, as: "loans").reading().assumedDates.first
    #expect(assumed?.row.number == 3 && assumed?.day == Day("2022-09-12"))
    let lines = "日期,借方,贷方\n22/06/17,5.00,\n22/06/18,5.00,\n"
    let statement = try StatementReader.read(try SheetFile(Array(lines.utf8), name: "s.csv"))
    #expect(statement.remarks.map(\.code) == [.dateAssumed] && statement.lines.count == 2)
  }

  @Test("that a year is taken for one before 2000 is said once, in registers and statements")
  func earlier() throws {
    let today = try #require(Day("2026-11-28"))
    let text = "投资项目,放款日期,贷款银行,贷款金额（万元）\n甲/A,22.9.1,某银行,10\n甲/A,99.9.1,某银行,20\n甲/A,98年9月1日,某银行,20\n"
    let reading = try RegisterText(text, as: "loans", today: today).reading()
    #expect(reading.assumedDates.count == 1 && reading.assumedDates.first?.day == Day("1999-09-01"))
    #expect(reading.assumedDates.first?.reason == .century(upTo: 2046))
    #expect(
      reading.events.filter { $0.slot.kind.name == "loan" }.map(\.event.day) == ["2022-09-01", "1999-09-01", "1998-09-01"].map { Day($0) })
    let lines = "日期,借方,贷方\n99/06/17,5.00,\n98/06/18,5.00,\n"
    let statement = try StatementReader.read(try SheetFile(Array(lines.utf8), name: "s.csv", today: today))
    #expect(
      statement.remarks.map(\.message) == [
        "years of two digits are none after 2046: 99/06/17 is 1999-06-17", "days are read as year, month, day: 99/06/17 is 1999-06-17",
      ])
    #expect(Set(statement.lines.map(\.day.year)) == [1999, 1998])
    let parts = "投资项目,年,月,日,贷款银行,贷款金额（万元）\n甲/A,98,9,1,某银行,10\n"
    #expect(try RegisterText(parts, as: "loans", today: today).reading().events.last?.event.day == Day("1998-09-01"))
  }
}
