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
    #expect(sound.code == 0 && sound.output.hasPrefix("a.book：11 笔事项，全部相符；链头 "), "\(sound.output)")
    let expected = "11:\(sound.output.split(whereSeparator: { " \n".contains($0) }).last ?? "")"
    #expect(try bgt.run("--book", "a.book", "verify", "--expect", expected).code == 0)
    let url = bgt.folder.appendingPathComponent("a.book")
    var data = try Data(contentsOf: url)
    let place = try #require(data.range(of: Data("pay 力得/A 5000000.00".utf8)))
    data.replaceSubrange(place, with: Data("pay 力得/A 6000000.00".utf8))
    try data.write(to: url)
    let run = try bgt.run("--book", "a.book", "verify")
    #expect(run.code == 1)
    #expect(run.errors.hasPrefix("bgt: 错误 S5008：链 #9：事项 #9 被改动") && run.errors.contains("  = 请恢复备份"), "\(run.errors)")
    #expect(run.output.contains("首个受损事项 #9 2022-06-15 出资：2022-06-15 pay 力得/A 6000000.00 CNY"), "\(run.output)")
  }

  @Test("asked for a format, the result is a document, sound or not, with the same exit code")
  func formats() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(ChainTests.journal, to: "in.journal")
    #expect(try bgt.run("--book", "a.book", "import", "in.journal").code == 0)
    let json = try bgt.run("--book", "a.book", "verify", "--format", "json")
    #expect(json.code == 0 && json.output.contains("\"sound\"") && json.errors.isEmpty, "\(json)")
    for name in ["v.html", "v.xlsx", "v.md", "v.csv"] {
      #expect(try bgt.run("--book", "a.book", "verify", "-o", name).code == 0, "\(name)")
    }
    let url = bgt.folder.appendingPathComponent("a.book")
    var data = try Data(contentsOf: url)
    let place = try #require(data.range(of: Data("pay 力得/A 5000000.00".utf8)))
    data.replaceSubrange(place, with: Data("pay 力得/A 6000000.00".utf8))
    try data.write(to: url)
    let english = try bgt.run("--book", "a.book", "verify", "--lang", "en")
    #expect(english.errors.contains("chain #9: event 9 was changed") && english.output.contains("first damaged event #9 pay of"))
    let text = try bgt.run("--book", "a.book", "verify", "--format", "csv")
    #expect(text.code == 1 && text.errors.isEmpty)
    #expect(text.output.contains("chain,#9,") && text.output.contains("differs"), "\(text.output)")
  }

  @Test("vouchers as a table foot; pages stay pages; events for people say who recorded them")
  func vouchersAndEvents() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(ChainTests.journal, to: "in.journal")
    #expect(try bgt.run("--book", "a.book", "import", "in.journal").code == 0)
    let rows = try bgt.run("--book", "a.book", "voucher", "--month", "2022-06", "--format", "csv").output.split(separator: "\n")
    #expect(rows.count > 3 && rows[0].contains("debit,credit") && rows.dropFirst().contains { $0.contains("5000000.00") }, "\(rows)")
    #expect(try bgt.run("--book", "a.book", "voucher", "1", "-o", "v.xlsx").code == 0)
    #expect(try bgt.run("--book", "a.book", "voucher", "1", "--format", "md").output.contains("|"))
    #expect(try bgt.run("--book", "a.book", "voucher", "1", "--format", "pdf").code == 2)
    let text = try bgt.run("--book", "a.book", "voucher", "1")
    #expect(text.output.contains("记账凭证") && text.output.contains("制单"))
    let events = try bgt.run("--book", "a.book", "print", "--format", "md")
    #expect(events.code == 0 && events.output.contains("in.journal") && events.output.contains("#9"), "\(events)")
    #expect(try bgt.run("-f", "in.journal", "print", "--format", "html").output.contains("<table"))
    #expect(try bgt.run("--book", "a.book", "print", "--format", "md", "--numbers").code == 2)
  }

  @Test("bgt batches names the digest of the source, whole for machines")
  func digest() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write("party 力得\n", to: "in.journal")
    #expect(try bgt.run("--book", "a.book", "import", "in.journal").code == 0)
    let sum = VerifyCommandTests.sum
    #expect(try bgt.run("--book", "a.book", "batches", "--format", "csv").output.contains(sum))
    let text = try bgt.run("--book", "a.book", "batches").output
    #expect(text.contains(sum.prefix(12) + "…") && !text.contains(sum), "\(text)")
  }

  @Test("a batch of several files has the digest of each, in their order")
  func digests() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    for name in ["a.journal", "b.journal"] { try bgt.write("party 力得\n", to: name) }
    #expect(try bgt.run("--book", "a.book", "import", "a.journal", "b.journal").code == 0)
    let sum = VerifyCommandTests.sum
    #expect(try bgt.run("--book", "a.book", "batches", "--format", "csv").output.contains("\(sum) \(sum)"))
    let text = try bgt.run("--book", "a.book", "batches").output
    #expect(text.components(separatedBy: "\(sum.prefix(12))…").count == 3 && !text.contains(sum), "\(text)")
  }

  /// What sha256sum says of the file.
  private static let sum = "9cb34976770f4e1d88a40cb024cdb8939d4b4993862c13e8792ca7f488c660ee"
}
