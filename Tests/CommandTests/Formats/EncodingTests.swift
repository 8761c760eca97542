import Foundation
import Testing

@Suite("Encodings of reports")
struct EncodingTests {
  private func bytes(_ bgt: Bgt, _ words: String...) throws -> Data {
    let run = try bgt.run(arguments: ["-f", "a.journal"] + words)
    #expect(run.code == 0, "\(run.errors)")
    return try Data(contentsOf: bgt.folder.appendingPathComponent("out"))
  }

  private func ready() throws -> Bgt {
    let bgt = try Bgt()
    try bgt.write(KnownAtTests.batches[0], to: "a.journal")
    return bgt
  }

  private static let mark = Data([0xEF, 0xBB, 0xBF])

  @Test("CSV, text and Markdown in GB18030 hold what UTF-8 holds", arguments: ["csv", "text", "md"])
  func gb18030(format: String) throws {
    let bgt = try ready()
    defer { bgt.remove() }
    let plain = try bytes(bgt, "balance", "--format", format, "--encoding", "utf-8", "-o", "out")
    let coded = try bytes(bgt, "balance", "--format", format, "--encoding", "gb18030", "-o", "out")
    #expect(plain != coded)
    #expect(!plain.starts(with: EncodingTests.mark))
    let file = bgt.folder.appendingPathComponent("out").path
    let back = try Judge.run("/usr/bin/env", ["iconv", "-f", "GB18030", "-t", "UTF-8", file])
    #expect(back.code == 0)
    // For Excel lines end with CRLF.
    #expect(back.output.replacing("\r\n", with: "\n") == String(decoding: plain, as: UTF8.self))
    #expect((format == "csv") == coded.contains(0x0D))
  }

  @Test("a byte order mark stands in front when it is asked for, and in a CSV file unless plain UTF-8 is")
  func marks() throws {
    let bgt = try ready()
    defer { bgt.remove() }
    #expect(try bytes(bgt, "balance", "--format", "csv", "-o", "out").starts(with: EncodingTests.mark))
    #expect(try !bytes(bgt, "balance", "--format", "csv", "--encoding", "utf-8", "-o", "out").starts(with: EncodingTests.mark))
    #expect(try bytes(bgt, "balance", "--format", "text", "--encoding", "utf-8-bom", "-o", "out").starts(with: EncodingTests.mark))
    #expect(try !bytes(bgt, "balance", "--format", "text", "-o", "out").starts(with: EncodingTests.mark))
    #expect(try bgt.run("-f", "a.journal", "balance", "--format", "csv").output.hasPrefix("account"))
  }

  @Test("a character without a place in the encoding is named, and nothing is written")
  func notEncodable() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write("2022-06-30 * 手续费\n    其他费用\u{E78D}   120.00 CNY\n    其他财政存款\n", to: "a.journal")
    let run = try bgt.run("-f", "a.journal", "balance", "--encoding", "gb18030", "-o", "out.csv")
    #expect(run.code == 2)
    #expect(run.errors.contains("U7013") && run.errors.contains("U+E78D") && run.errors.contains("行的"))
    #expect(!FileManager.default.fileExists(atPath: bgt.folder.appendingPathComponent("out.csv").path))
  }

  @Test("formats that have one encoding refuse another", arguments: ["json", "html", "xlsx", "pdf"])
  func fixed(format: String) throws {
    let bgt = try ready()
    defer { bgt.remove() }
    let run = try bgt.run("-f", "a.journal", "balance", "--format", format, "--encoding", "gb18030", "-o", "out")
    #expect(run.code == 2)
    #expect(run.errors.contains("\(format) 不用 gb18030 写"))
  }
}
