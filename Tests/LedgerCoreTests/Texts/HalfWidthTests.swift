import LedgerCore
import Testing

@Suite("Full width in half width")
struct HalfWidthTests {
  @Test("digits, letters, signs and the wide blank are folded, everything else stays")
  func folds() {
    #expect(HalfWidth.of("ｚｈａｎｇ　１２３＞") == "zhang 123>")
    #expect(HalfWidth.of("张三（甲）") == "张三(甲)")
    #expect(HalfWidth.of("zhang 张、。") == "zhang 张、。")
  }
}
