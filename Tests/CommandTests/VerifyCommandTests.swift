import Foundation
import Testing

@Suite("bgt verify, as a user runs it")
struct VerifyCommandTests {
  @Test("an event whose bytes were changed in the file is named with number, kind, date and text, and the exit code is 1")
  func damaged() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(ChainTests.journal, to: "in.journal")
    #expect(try bgt.run("--book", "a.book", "import", "in.journal").code == 0)
    let sound = try bgt.run("--book", "a.book", "verify")
    #expect(sound.code == 0)
    let words = sound.output.split(whereSeparator: { " \n".contains($0) })
    let expected = "\(words[1]):\(words.last ?? "")"
    #expect(try bgt.run("--book", "a.book", "verify", "--expect", expected).code == 0)
    let url = bgt.folder.appendingPathComponent("a.book")
    var data = try Data(contentsOf: url)
    let place = try #require(data.range(of: Data("pay 力得/A 5000000.00".utf8)))
    data.replaceSubrange(place, with: Data("pay 力得/A 6000000.00".utf8))
    try data.write(to: url)
    let run = try bgt.run("--book", "a.book", "verify")
    #expect(run.code == 1)
    #expect(run.errors.hasPrefix("bgt: error S5008: chain #9: ") && run.errors.contains("  = restore a copy"), "\(run.errors)")
    #expect(run.output.contains("first damaged event #9 pay of 2022-06-15: 2022-06-15 pay 力得/A 6000000.00 CNY"), "\(run.output)")
  }
}
