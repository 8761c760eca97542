import LedgerCore
import Spreadsheets
import Testing

@Suite("Text in another encoding")
struct TextEncodingWritingTests {
  @Test("what is written is read back", arguments: TextEncoding.allCases)
  func roundTrip(encoding: TextEncoding) throws {
    let text = "聊城市〔2022〕15号,𠮷野家,é\n"
    let bytes = try encoding.encoded(Array(text.utf8))
    #expect(String(decoding: try TextDecoding.utf8(bytes, file: "x", encoding: encoding).text, as: UTF8.self) == text)
  }

  @Test("a character without a place is named with its line")
  func refused() {
    #expect {
      try TextEncoding.gb18030.encoded(Array("一\n二\u{E78D}".utf8))
    } throws: { error in
      let diagnostic = error as? Diagnostic
      return diagnostic?.code == .notEncodable && diagnostic?.message.contains("(U+E78D) in line 2") == true
    }
  }
}
