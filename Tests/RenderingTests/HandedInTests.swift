import LedgerCore
import Rendering
import ReportDocument
import Testing

@Suite("Reports to hand in")
struct HandedInTests {
  @Test("A sentence says amounts in the unit of the report, in English in full; JSON says them exactly")
  func sentences() {
    let wan = RenderOptions(unit: .wan)
    #expect(rendered(Samples.handedIn, .text, wan).contains("出资500.00万元，占33.33%，共2项。"))
    #expect(rendered(Samples.handedIn, .md, RenderOptions(unit: .yi, unitDecimals: 4)).contains("出资0.0500亿元"))
    #expect(rendered(Samples.handedIn, .html).contains("<p>出资5,000,000.00元，占33.33%，共2项。</p>"))
    let english = RenderOptions(language: .en, unit: .wan)
    #expect(rendered(Samples.handedIn, .text, english).contains("CNY 5,000,000.00 was paid, 33.33%, on 2 deals."))
    let full = RenderOptions(language: .en)
    #expect(rendered(Samples.handedIn, .text, full).contains("CNY 5,000,000.00 was paid, 33.33%, on 2 deals."))
    #expect(rendered(Samples.handedIn, .md, RenderOptions(language: .en, unit: .yi)).contains("CNY 5,000,000.00 was paid"))
    #expect(rendered(Samples.handedIn, .json, wan).contains(#"{"paragraph": "出资5,000,000.00元，占33.33%，共2项。"}"#))
  }

  @Test("A note names its amounts with their unit: in that of the report in Chinese, in full in English and in JSON, wherever it stands")
  func notes() throws {
    let amount = Cell.money(800_000_000)
    let note = Phrase(exactly: "其中\(amount)于次年支付", "Of it \(amount) was paid later") + Phrase("。", ".")
    var table = amounts([("甲", 1)])
    table.notes = [note]
    var report = document(table)
    report.sections[0].blocks += [.note(note), .paragraph(note)]
    report.notes = [note]
    for format in [Format.text, .md, .html] {
      for (options, words) in [
        (RenderOptions(unit: .wan), "其中800.00万元于次年支付。"), (RenderOptions(unit: .yi, unitDecimals: 4), "其中0.0800亿元于次年支付。"),
        (RenderOptions(), "其中8,000,000.00元于次年支付。"),
        (RenderOptions(language: .en, unit: .wan), "Of it CNY 8,000,000.00 was paid later."),
      ] {
        let page = rendered(report, format, options)
        #expect(page.split(separator: words, omittingEmptySubsequences: false).count == 5, "\(format) \(words)")
      }
    }
    #expect(rendered(report, .json, RenderOptions(unit: .wan)).contains("其中8,000,000.00元于次年支付。"))
  }

  @Test("A document whose only amounts stand in sentences names the unit")
  func unit() {
    var document = Samples.handedIn
    document.sections[0].blocks.removeLast()
    document.sections.removeLast()
    #expect(rendered(document, .text, RenderOptions(unit: .wan)).contains("单位：万元"))
  }

  @Test("The page begins with the cover, whose title it does not repeat, and prints it on a sheet of its own")
  func cover() throws {
    let page = rendered(Samples.handedIn, .html)
    let body = try #require(try Markup(page).all("body").first)
    #expect(body.all("h1").map(\.text) == ["2022 年度报告"])
    #expect(page.contains("某市 &lt;财政局&gt;"))
    #expect(page.contains("编制人： <i></i>"))
    #expect(try Markup(page).all("title").first?.text == "某市 2022 年度报告")
    #expect(rendered(Samples.handedIn, .text).hasPrefix("某市 2022 年度报告\n"))
  }

  @Test("A key leads to where it is defined, and to nowhere when it is not")
  func links() throws {
    let page = try Markup(rendered(Samples.handedIn, .html))
    let deals = try #require(page.withID("t-deals"))
    let links = deals.all("a")
    #expect(links.map(\.text) == ["力得/A"])
    let target = try #require(links.first?.attributes["href"]?.dropFirst())
    #expect(page.withID(String(target))?.text == "力得/A")
    // The table alone has nothing to lead to.
    let alone = try #require(Samples.handedIn.only("deals"))
    #expect(try Markup(rendered(alone, .html)).all("a").isEmpty)
  }

  @Test("In a workbook too a key leads to the row where it is defined, by the name of that cell")
  func linksOfWorkbook() throws {
    guard OpenedWorkbook.isInstalled else { return }
    let book = try OpenedWorkbook(Samples.handedIn, RenderOptions(language: .en))
    #expect(try book.sheet("Summary").links == ["deal_1"])
    let vouchers = try book.sheet("Vouchers")
    #expect(book.names == ["deal_1": "'Vouchers'!$A$\(try vouchers.row("力得/A") + 1)"])
    #expect(vouchers.links.isEmpty)
  }

  @Test("The note on rounded totals stands in every format for people, in both languages", arguments: Language.allCases)
  func roundingNote(language: Language) throws {
    let table = amounts([("a", 333_333), ("b", 333_333), ("c", 333_334)], total: 1_000_000)
    let text = Phrase("合计数与分项之和的差异为四舍五入所致。", "Totals may differ from the sum of parts because of rounding.")[language]
    for format in [Format.text, .md, .html] {
      #expect(rendered(document(table), format, RenderOptions(language: language, unit: .wan, unitDecimals: 0)).contains(text), "\(format)")
    }
    for format in [Format.csv, .json] {
      #expect(
        !rendered(document(table), format, RenderOptions(language: language, unit: .wan, unitDecimals: 0)).contains(text), "\(format)")
    }
    guard OpenedWorkbook.isInstalled else { return }
    let book = try OpenedWorkbook(document(table), RenderOptions(language: language, unit: .wan, unitDecimals: 0))
    #expect(book.sheets.contains { $0.texts.contains(text) })
  }
}
