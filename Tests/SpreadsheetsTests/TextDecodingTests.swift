import LedgerCore
import Testing

@testable import Spreadsheets

@Suite("Encodings of text files")
struct TextDecodingTests {
  private func decoded(_ bytes: [UInt8]) throws -> String {
    String(decoding: try TextDecoding.utf8(bytes, file: "x.csv").text, as: UTF8.self)
  }

  @Test(
    "Chinese text in UTF-8 and GB18030 is told apart without being told",
    arguments: [
      "日期,金额\n2022-06-15,5\n", "联通,移动\n", "kind,投资项目\npay,力得汽车科技股份有限公司\n", "濮阳市嗨啵,镕\n", "plain,ascii\n", "a\n㐀𠀀\n", "",
    ])
  func guess(_ text: String) throws {
    #expect(try decoded(Array(text.utf8)) == text)
    #expect(try decoded([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == text)
    let gb = try CharacterConverter.convert(Array(text.utf8), from: .utf8, to: .gb18030)
    #expect(try decoded(gb) == text)
  }

  @Test("known bytes of GB18030: 力得 is C1A6 B5C3")
  func knownBytes() throws {
    #expect(try decoded([0xC1, 0xA6, 0xB5, 0xC3, 0x0A]) == "力得\n")
  }

  @Test("a file in UTF-8 that is cut in a character or damaged is refused with its place, not read as GB18030")
  func damaged() throws {
    let whole = Array("kind,date\npay,力得汽车科技".utf8)
    for bytes in [Array(whole.dropLast()), Array(whole.dropLast(2)), Array("手".utf8.dropLast())] {
      let problem = try #require(throws: Diagnostic.self) { _ = try decoded(bytes) }
      #expect(problem.code == .notText)
    }
    var flipped = whole
    flipped[14] = 0xFF
    let problem = try #require(throws: Diagnostic.self) { _ = try decoded(flipped) }
    #expect(problem.position?.line == 2)
    #expect(problem.position?.column == 5)
  }

  @Test(
    "binary garbage is refused with its place",
    arguments: [
      [0x00, 0x01, 0xFF], [0x80, 0x80, 0x80], [0x50, 0x4B, 0x03, 0x04, 0xFF, 0xFF], [0xFF, 0xFE, 0x00], [0x1F, 0x8B],
    ])
  func garbage(_ bytes: [UInt8]) throws {
    let problem = try #require(throws: Diagnostic.self) { _ = try decoded(bytes) }
    #expect(problem.code == .notText)
    #expect(problem.position?.line == 1)
  }

  @Test("UTF-16 with its mark is read, text longer than a buffer too")
  func utf16() throws {
    let text = String(repeating: "金额,\t𠀀\n", count: 20_000)
    for (encoding, mark) in [
      (TextEncoding.utf16LittleEndian, [UInt8]([0xFF, 0xFE])), (.utf16BigEndian, [0xFE, 0xFF]),
    ] {
      let bytes = try CharacterConverter.convert(Array(text.utf8), from: .utf8, to: encoding)
      #expect(try decoded(mark + bytes) == text)
    }
  }
}
