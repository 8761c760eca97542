import Foundation
import Testing

@Suite("Bad input ends in a diagnostic with code and place, and nothing is recorded")
struct BadInputTests {
  static let head = """
    programme 拨改投
    party 力得
    2022-01-20 budget 2022/拨改投 1,000.00 CNY
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:direct

    """

  static let cases: [(name: String, text: String, code: String, place: String, exit: Int32)] = [
    ("unbalanced", "2022-12-31 * 手续费\n    费用  1.00 CNY\n    现金  -2.00 CNY\n", "E2001", ":5:1", 4),
    ("unknown deal", "2022-06-15 pay 力德/A 5.00 CNY envelope:2022/拨改投\n", "E2003", ":5:16", 4),
    ("impossible date", "2022-02-30 pay 力得/A 5.00 CNY\n", "P1002", ":5:1", 4),
    ("three decimals", "2022-06-15 pay 力得/A 5.005 CNY envelope:2022/拨改投\n", "P1004", ":5:21", 4),
    ("overflow", "2022-06-15 pay 力得/A 99999999999999999999.00 CNY\n", "P1005", ":5:21", 4),
    (
      "sum overflow", "2022-06-15 * x\n    a  92233720368547758.07 CNY\n    b  92233720368547758.07 CNY\n    c\n", "E2011",
      ":5:1", 4
    ),
    (
      "duplicate key",
      "2022-06-15 pay 力得/A 5.00 CNY envelope:2022/拨改投 key:K1\n2022-06-16 pay 力得/A 6.00 CNY envelope:2022/拨改投 key:K1\n",
      "E2009", ":6:", 4
    ),
    ("over the envelope", "2022-06-15 pay 力得/A 1,000.01 CNY envelope:2022/拨改投\n", "R3001", ":5:21", 3),
    ("unknown kind", "2022-06-15 pya 力得/A 5.00 CNY\n", "P1001", ":5:12", 4),
    ("unknown field", "2022-06-15 pay 力得/A 5.00 CNY envelop:2022/拨改投\n", "P1006", ":5:30", 4),
  ]

  @Test("each flaw has its code, line and column, its exit code, and leaves no book behind", arguments: cases.indices)
  func flaw(_ index: Int) throws {
    let flaw = BadInputTests.cases[index]
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(BadInputTests.head + flaw.text, to: "in.journal")
    let run = try bgt.run("--book", "x.book", "import", "in.journal")
    #expect(run.code == flaw.exit, "\(flaw.name): \(run.errors)")
    #expect(run.errors.contains(flaw.code), "\(flaw.name): \(run.errors)")
    #expect(run.errors.contains("in.journal\(flaw.place)"), "\(flaw.name): \(run.errors)")
    #expect(run.errors.contains("^"), "\(flaw.name): \(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: bgt.folder.appendingPathComponent("x.book").path))
  }

  @Test("a refused import leaves an existing book exactly as it was")
  func noTrace() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(BadInputTests.head, to: "good.journal")
    #expect(try bgt.run("--book", "x.book", "import", "good.journal").code == 0)
    let before = try bgt.run("--book", "x.book", "print").output
    for flaw in BadInputTests.cases {
      try bgt.write("party 新单位\n" + flaw.text, to: "bad.journal")
      #expect(try bgt.run("--book", "x.book", "import", "bad.journal").code != 0)
      #expect(try bgt.run("--book", "x.book", "print").output == before, "\(flaw.name)")
    }
    #expect(try bgt.run("--book", "x.book", "verify").code == 0)
  }

  @Test("garbage, an empty file, a cut character and a line of a megabyte are refused, never trapped on")
  func garbage() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    var state: UInt64 = 20_261_123
    let noise = Data(
      (0..<65_536).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 40)
      })
    let files: [(String, Data, String)] = [
      ("noise.journal", noise, "P1011"), ("empty.journal", Data(), "P1017"),
      ("cut.journal", Data("2022-12-31 * 手续费".utf8.dropLast()), "P1011"),
      ("long.journal", Data("2022-12-31 * ".utf8) + Data(repeating: 0x61, count: 1 << 20), "P1013"),
    ]
    for (name, data, code) in files {
      try bgt.write(data, to: name)
      for arguments in [["--book", "x.book", "import", name], ["-f", name, "balance"]] {
        if name == "empty.journal" && arguments[0] == "-f" { continue }
        let run = try bgt.run(arguments[0], arguments[1], arguments[2], arguments.count > 3 ? arguments[3] : "--lang=zh")
        #expect(run.code == 4, "\(name) \(arguments): \(run.errors.prefix(400))")
        #expect(run.errors.contains(code), "\(name): \(run.errors.prefix(400))")
        #expect(run.errors.utf8.count < 4096, "\(name) floods the screen")
      }
    }
  }

  @Test("with --keep-going the rest is recorded and the exit code still tells")
  func keepGoing() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let text =
      BadInputTests.head + "2022-06-15 pay 力得/A 1,000.01 CNY envelope:2022/拨改投\n"
      + "2022-06-16 pay 力得/A 600.00 CNY envelope:2022/拨改投\n"
    try bgt.write(text, to: "in.journal")
    let run = try bgt.run("--book", "x.book", "import", "--keep-going", "in.journal")
    #expect(run.code == 3)
    let balance = try bgt.run("--book", "x.book", "balance", "--format", "csv").output
    #expect(balance.contains("股权投资:企业:投资成本,CNY,600.00"))
  }
}
