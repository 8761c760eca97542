import JournalText
import Testing

@Suite("Lines of a text by their numbers")
struct LineIndexTests {
  @Test(
    "each is found at once, and is the line that is found by reading from the start",
    arguments: ["", "a", "a\n", "a\r\nb\r\n", "\u{FEFF}a\n\n力得/A,5\n", "\n\n", "a\nb"])
  func lines(_ text: String) {
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    for number in -1...5 { #expect(index.line(number) == TextLines.line(number, of: bytes), "line \(number)") }
  }
}
