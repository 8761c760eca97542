import LedgerCore
import Testing

@testable import Rendering

@Suite("Wrapping")
struct TextWrapTests {
  static let texts = [
    "山东某某生物医药产业投资基金合伙企业（有限合伙），“引导基金”。",
    "The quick brown fox, jumps over (lazy) dogs; averylongwordthatfitsnowhere 100%",
    "混合 mixed 文字 with 标点、and《书名》2022年6月15日", "e\u{301}e\u{301}e\u{301} 組合", "", " ", "a  b",
  ]

  @Test(
    "At every width no character but spaces is lost, and no line is wider unless it is one character",
    arguments: texts)
  func nothingLost(text: String) {
    for width in 1...60 {
      let lines = TextWrap.lines(text, width: width)
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      for line in lines { #expect(TextWidth.of(line) <= width || line.count == 1) }
    }
  }

  @Test("Words break at spaces, Chinese anywhere but before closing punctuation")
  func breaks() {
    #expect(TextWrap.lines("alpha beta gamma", width: 11) == ["alpha beta", "gamma"])
    #expect(TextWrap.lines("力得汽车，科技", width: 8) == ["力得汽", "车，科技"])
    #expect(TextWrap.lines("力得（汽车）", width: 6) == ["力得", "（汽", "车）"])
  }

  @Test("A heading is broken into lines of even length")
  func balanced() {
    #expect(TextWrap.balanced("持股比例", width: 6) == ["持股", "比例"])
    #expect(TextWrap.balanced("Opening carrying amount", width: 22) == ["Opening", "carrying amount"])
  }

  @Test("A heading is broken between words only, and keeps four Chinese characters together")
  func headings() {
    #expect(TextWrap.balanced("Opening Dr", width: 9) == ["Opening", "Dr"])
    #expect(TextWrap.balanced("Written off", width: 8) == ["Written", "off"])
    #expect(TextWrap.headingMinimum("Written off") == 7)
    #expect(TextWrap.headingMinimum("说明") == 4)
    #expect(TextWrap.headingMinimum("账面余额") == 8)
    #expect(TextWrap.headingMinimum("已签约未付") == 8)
  }

  @Test("A width of 0 is no limit")
  func unlimited() { #expect(TextWrap.lines("力得 汽车", width: 0) == ["力得 汽车"]) }
}
