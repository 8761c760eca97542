import FundLedger
import Testing

@Suite("The year report of a large portfolio")
struct LargeYearTests {
  /// Books of many deals, each signed, with terms, a remark, two payments, an entry in a register, others' money and a result.
  private func journal(deals: Int) -> String {
    var lines = ["programme 拨改投 from:2019-01-01", "2020-01-01 rate LPR-1Y 3.7%", "2022-01-04 budget 2022/拨改投 1000亿元"]
    for deal in 1...deals {
      lines.append("party 企业\(deal) kind:company region:371500 stage:成长期 industry:C36")
      lines.append("2022-01-05 deal 企业\(deal)/A party:企业\(deal) programme:拨改投 method:直接投资 term:5y note:重点扶持项目第\(deal)号")
    }
    for deal in 1...deals {
      let (month, day) = (2 + deal % 10, 1 + deal % 28)
      let date = "2022-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      lines.append("\(date) commit 企业\(deal)/A \(4_000_000 + deal * 7).13 CNY envelope:2022/拨改投 doc:投资协议\(deal)")
      lines.append(
        "\(date) terms 企业\(deal)/A tiers:\"3y principal; 5y interest; value\" rate:LPR-1Y rate-date:period dividends:deducted doc:协议\(deal)"
      )
      lines.append("\(date) pay 企业\(deal)/A \(1_000_000 + deal * 7).13 CNY envelope:2022/拨改投 share:8.5%")
      lines.append("\(date) register 企业\(deal)/A")
      lines.append("\(date) pay 企业\(deal)/A \(2_000_000 + deal * 11).29 CNY envelope:2022/拨改投")
      lines.append("\(date) social 企业\(deal)/A \(3_000_000 + deal * 13).31 CNY class:private level:round stage:paid")
      lines.append("2022-12-31 result 企业\(deal)/A ours:\(100_000 + deal * 17).37 CNY".replacing(" CNY", with: ""))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Books of many deals with names of an ordinary length, each paid once, the first 240 of them in 2022.
  private func namesJournal(deals: Int) -> String {
    let name = "聊城高新技术产业开发区先进制造业股权投资有限责任公司"
    var lines = [
      "programme 拨改投 from:2019-01-01", "2021-01-04 budget 2021/拨改投 1000亿元",
    ]
    for deal in 1...deals {
      lines.append("party \(name)\(deal) kind:company region:371500 industry:C36")
      lines.append("2021-01-05 deal \(name)\(deal)/A party:\(name)\(deal) programme:拨改投 method:直接投资 term:5y")
    }
    for year in [2021, 2022] {
      if year == 2022 { lines.append("2022-01-04 budget 2022/拨改投 1000亿元") }
      for deal in 1...deals where (deal > 240) == (year == 2021) {
        lines.append("\(year)-06-15 pay \(name)\(deal)/A \(1_000_000 + deal * 7).13 CNY envelope:\(year)/拨改投 share:8.5%")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test("what would make the page larger than a megabyte is left out and named, also below the limit of lines", arguments: [100, 500])
  func longNames(deals: Int) throws {
    let folder = try Folder()
    let books = try JournalBooks(reading: try folder.write(namesJournal(deals: deals), to: "long.journal"))
    #expect(books.problems.isEmpty)
    let document = try YearReport(year: 2022, hasAppendices: true).document(from: books.ledger)
    for language in [Language.zh, .en] {
      let page = try Format.html.bytes(of: document, RenderOptions(language: language))
      #expect(page.count < 1_000_000, "\(language): \(page.count) bytes")
    }
    let text = String(decoding: try Format.text.bytes(of: document, RenderOptions(language: .en, width: 10_000)), as: UTF8.self)
    let isLarge = deals == 500
    #expect(text.contains("of vouchers the report would be larger than 1 MB") == isLarge)
    if isLarge { #expect(text.contains("bgt journal --from 2022-01-01")) }
  }

  @Test("with five hundred deals the page stays under a megabyte, and says which vouchers it leaves out and where they stand")
  func size() throws {
    let folder = try Folder()
    let books = try JournalBooks(reading: try folder.write(journal(deals: 500), to: "large.journal"))
    #expect(books.problems.isEmpty)
    let document = try YearReport(year: 2022, hasAppendices: true).document(from: books.ledger)
    for language in [Language.zh, .en] {
      let page = try Format.html.bytes(of: document, RenderOptions(language: language))
      #expect(page.count < 1_000_000, "\(language): \(page.count) bytes")
      #expect(page.count > 500_000, "the books are not large")
    }
    let text = String(decoding: try Format.text.bytes(of: document, RenderOptions(language: .en, width: 10_000)), as: UTF8.self)
    let extent = try books.ledger.extent(from: try #require(Day(year: 2022, month: 1, day: 1)), at: .latest)
    let digits = "\(extent.postings)"
    #expect(text.contains("400 more; bgt check --only "))
    #expect(
      text.replacing(",", with: "").contains(
        "with \(digits) lines more than the 2000 that this appendix takes; bgt journal --from 2022-01-01"))
  }
}
