import Foundation
import Testing

@Suite("A book, its print and the book made from the print")
struct ChainTests {
  static let journal = """
    book "试验账" rules:fiscal-2022
    programme 拨改投
    party 力得 "力得汽车科技股份有限公司" region:371502 industry:C36
    party 某创投
    2022-01-20 budget 2022/拨改投 1亿元 doc:聊财指〔2022〕15号
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:直接投资 term:5y
    2022-06-01 commit 力得/A 500万元 envelope:2022/拨改投
    2022-06-15 pay 力得/A 500万元 share:8.5%
    2022-06-15 social 力得/A 1500万元 party:某创投 evidence:投资协议
    2022-12-31 * 手续费
        其他费用        120.00 CNY
        其他财政存款

    """

  /// The line of `print` that says nothing about when; heads are compared by what import says.
  func head(_ bgt: Bgt, _ book: String) throws -> String {
    let line = try bgt.run("--book", book, "verify").output
    return String(line.split(separator: " ").last ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test("what print writes, import reads back to the same chain head, in every spacing")
  func roundTrip() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(ChainTests.journal, to: "in.journal")
    #expect(try bgt.run("--book", "a.book", "import", "in.journal").code == 0)
    for flag in ["--compact", "--lang=zh"] {
      let printed = flag == "--compact" ? try bgt.run("--book", "a.book", "print", flag) : try bgt.run("--book", "a.book", "print")
      try bgt.write(printed.output, to: "printed.journal")
      let book = "b\(flag.count).book"
      let again = try bgt.run("--book", book, "import", "printed.journal")
      #expect(again.code == 0, "\(again.errors)")
      #expect(try head(bgt, book) == head(bgt, "a.book"))
      #expect(try head(bgt, book).count == 64)
    }
  }

  @Test("importing a file again, or recording the same again, posts nothing twice")
  func idempotent() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(ChainTests.journal, to: "in.journal")
    _ = try bgt.run("--book", "a.book", "import", "in.journal")
    let before = try head(bgt, "a.book")
    #expect(try bgt.run("--book", "a.book", "import", "in.journal").code == 0)
    let repeated = try bgt.run(
      "record", "value", "力得/A", "600万元", "--date", "2022-12-31", "--book", "a.book")
    #expect(repeated.code == 0, "\(repeated.errors)")
    let after = try head(bgt, "a.book")
    #expect(after != before)
    let third = try bgt.run("record", "value", "力得/A", "600万元", "--date", "2022-12-31", "--book", "a.book")
    #expect(third.errors.contains("W6003"))
    #expect(try head(bgt, "a.book") == after)
    #expect(
      try bgt.run("record", "value", "力得/A", "600万元", "--date", "2022-12-31", "--book", "a.book", "--again").code == 0)
    #expect(try head(bgt, "a.book") != after)
  }

  @Test("two processes that record at once lose nothing and leave no gap in the numbers")
  func concurrent() async throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(ChainTests.journal, to: "in.journal")
    _ = try bgt.run("--book", "a.book", "import", "in.journal")
    let rounds = 25
    await withTaskGroup(of: Int.self) { group in
      for worker in 0..<2 {
        group.addTask {
          var done = 0
          for round in 0..<rounds {
            let run = try? bgt.run(
              "record", "entry", "并发\(worker)-\(round)", "其他费用=1.00", "其他财政存款=-1.00", "--date", "2022-11-30", "--book",
              "a.book")
            if run?.code == 0 { done += 1 }
          }
          return done
        }
      }
      for await done in group { #expect(done == rounds) }
    }
    let csv = try bgt.run("--book", "a.book", "balance", "其他费用", "--format", "csv").output
    #expect(csv.contains("其他费用,CNY,\(120 + 2 * rounds).00"), "\(csv)")
    let verified = try bgt.run("--book", "a.book", "verify")
    #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
  }
}
