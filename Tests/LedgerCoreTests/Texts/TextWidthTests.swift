import LedgerCore
import Testing

@Suite("Width of text")
struct TextWidthTests {
  @Test(
    "CJK takes two cells a character, Latin one, combining marks and controls none",
    arguments: [
      ("", 0), ("abc", 3), ("拨改投", 6), ("2022年", 6), ("，。（）", 8), ("　", 2), ("ｆｕ", 4), ("¥", 1), ("￥", 2), ("é", 1),
      ("e\u{301}", 1), ("\u{200B}", 0), ("\u{FEFF}a", 1), ("\u{1B}[0m", 3), ("\t", 0), ("\u{9B}", 0), ("한국", 4),
      ("かな", 4), ("か\u{3099}", 2), ("𠮷", 2), ("📈", 2), ("🚀", 2), ("🧾", 2), ("🪙", 2), ("—…", 2), ("ｱ", 1),
      ("\u{202E}a", 1), ("a\u{FE20}", 1), ("Ж", 1), ("\u{2060}", 0),
    ])
  func widths(text: String, cells: Int) {
    #expect(TextWidth.of(text) == cells)
  }

  @Test("Every Unicode scalar takes 0, 1 or 2 cells")
  func everyScalar() {
    let strange = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).first {
      !(0...2).contains(TextWidth.of($0))
    }
    #expect(strange == nil)
  }

  @Test("The unified ideographs are wide without exception")
  func ideographs() {
    let narrow = (0x4E00...0x9FFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).first {
      TextWidth.of($0) != 2
    }
    #expect(narrow == nil)
  }

  @Test("The width of a run of scalars is the sum of theirs")
  func run() {
    let scalars = Array("ab拨改".unicodeScalars)
    #expect(TextWidth.of(scalars[...]) == 6)
    #expect(TextWidth.of(scalars[1..<3]) == 3)
  }

  @Test(
    "Padding fills up to the width in cells, on either side, and never cuts", arguments: ["", "a", "拨", "拨改投", "a拨b改"])
  func padding(text: String) {
    #expect(TextWidth.of(TextWidth.padded(text, to: 6)) == 6)
    #expect(TextWidth.of(TextWidth.paddedLeft(text, to: 6)) == 6)
    #expect(TextWidth.padded(text, to: 6).hasPrefix(text))
    #expect(TextWidth.paddedLeft(text, to: 6).hasSuffix(text))
    #expect(TextWidth.padded(text + "长长长长", to: 6) == text + "长长长长")
    #expect(TextWidth.padded(text, to: -1) == text)
  }
}
