import Testing

@testable import JournalText

@Suite("Values of a custom line in the text of a remark")
struct BeancountValueTests {
  @Test("each reads back as it was written")
  func roundTrip() {
    let values: [BeancountValue] = [
      .text("monthly"), .text("a \"b\" \\ c\nd"), .text(""), .word("TRUE"), .word("-5"), .account("Expenses:Food"), .word("12.50"),
      .word("2022-07-01"), .word("1792-01-01"), .amount(number: "90.30", commodity: "CNY"), .account("国库存款:甲"), .account("国库存款"),
      .account("其他 存款:a b"), .word("3"), .text("CNY"), .word("7"), .account("Assets:Cash"), .word("8"), .word("FALSE"),
    ]
    #expect(BeancountValue.values(of: BeancountValue.text(of: values)) == values)
  }

  @Test("whatever somebody writes by hand becomes values: words that are nothing else are texts")
  func byHand() {
    #expect(
      BeancountValue.values(of: " 每月  5,000 1.2.3 2022-13-01 \"open") == [
        .text("每月"), .text("5,000"), .text("1.2.3"), .text("2022-13-01"), .text("open"),
      ])
    #expect(BeancountValue.values(of: "") == [])
  }
}
