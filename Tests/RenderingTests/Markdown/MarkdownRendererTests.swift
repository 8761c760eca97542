import LedgerCore
import Rendering
import ReportDocument
import Testing

@Suite("Markdown")
struct MarkdownRendererTests {
  @Test("Numbers stand right, words left, sums in bold, indents stay visible")
  func table() {
    var table = amounts([("甲", 123_450)])
    table.add(.text("乙"), .money(-1), indent: 1)
    table.add(.phrase(.total), .money(123_449), role: .total)
    let text = rendered(document(table), .md)
    #expect(text.contains("| 名称 | 金额 |\n|:--|--:|\n| 甲 | 1,234.50 |\n| &emsp;乙 | -0.01 |\n| **合计** | **1,234.49** |\n"))
  }

  @Test("What Markdown or HTML would read as its own is escaped, and a line break cannot end a row")
  func escaping() {
    let text = rendered(document(amounts([("a|b*c_d`e<script>&\\[x]\nf", 1)])), .md)
    #expect(text.contains("| a\\|b\\*c\\_d\\`e&lt;script>&amp;\\\\\\[x\\] f | 0.01 |"))
  }

  @Test("The unit is named and applied")
  func unit() {
    let text = rendered(document(amounts([("甲", 123_456_789)])), .md, RenderOptions(unit: .wan))
    #expect(text.contains("- 单位：万元\n"))
    #expect(text.contains("| 甲 | 123.46 |"))
  }
}
