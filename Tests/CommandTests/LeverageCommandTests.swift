import Foundation
import Testing

@Suite("bgt leverage, its explanations and its look-through")
struct LeverageCommandTests {
  private static var sample: String { Bgt.root.appendingPathComponent("ledger-samples/lookthrough.journal").path }

  /// Every way to ask, in every format.
  private static let questions: [[String]] = [
    ["--look-through"], ["--explain", "M1"], ["--explain", "m4l"], ["--explain", "L5"], ["--explain", "L10"],
    ["--explain", "M5"], ["--explain", "m5", "--by", "deal", "--group", "企业三/A"], ["--explain", "M5", "--tier", "narrow"],
    ["--explain", "M5", "--by", "envelope", "--group", "2022/拨改投"],
    ["--explain", "返投"], ["--by", "envelope"], ["--by", "year", "--tier", "narrow", "--fresh-only"],
    ["--later-months", "6", "--state-firms-public"],
  ]

  private func outputs(_ bgt: Bgt, _ options: [String]) throws -> [String] {
    try Self.questions.flatMap { question in
      try ["text", "json", "csv", "md"].map { format in
        let run = try bgt.run(arguments: ["leverage"] + question + ["--format", format, "--lang", "zh"] + options)
        #expect(run.code == 0, "\(question): \(run.errors)")
        return run.output
      }
    }
  }

  @Test("asked of an earlier state of knowledge, each answer is the one printed then, to the byte")
  func knownAt() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let imported = try bgt.run("import", Self.sample)
    #expect(imported.code == 0, "\(imported.errors)")
    let head = try #require(try bgt.run("verify", "--lang", "en").output.split(separator: " ").dropFirst().first)
    let before = try outputs(bgt, [])
    let later = """
      2023-01-01 social 企业三/A 5,000,000.00 CNY party:跟投机构 evidence:补充协议
      2023-10-01 reverse 贷款 reason:重复
      2022-03-05 call 母基金/一期 10,000,000.00 CNY party:某产业资本 evidence:缴款凭证
      2023-01-02 round 企业三/A 9,000,000.00 CNY party:甲方社会资本 share:7% evidence:增资协议

      """
    #expect(try bgt.run("import", try bgt.write(later, to: "later.journal")).code == 0)
    #expect(try outputs(bgt, ["--known-at", String(head)]) == before)
    #expect(try outputs(bgt, []) != before)
  }

  @Test("a journal and a book of it give the same figures, lines and documents")
  func journalAndBook() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("import", Self.sample).code == 0)
    for question in Self.questions {
      let words = ["leverage"] + question + ["--format", "csv", "--lang", "zh"]
      let book = try bgt.run(arguments: words)
      let journal = try bgt.run(arguments: ["-f", Self.sample] + words)
      #expect(book.output == journal.output, "\(question)")
    }
  }

  @Test(
    "--explain of every code states numerator and denominator that the table has, of two samples", arguments: ["lookthrough", "leverage"])
  func figures(sample: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let words = [
      "-f", Bgt.root.appendingPathComponent("ledger-samples/\(sample).journal").path, "leverage", "--format", "md", "--lang", "zh",
    ]
    func rows(_ more: [String]) throws -> [[String]] {
      let run = try bgt.run(arguments: words + more)
      #expect(run.code == 0, "\(more): \(run.errors)")
      return run.output.replacing("*", with: "").split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
        line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      }
    }
    // Code, name, numerator, denominator, value, basis.
    let metrics = try rows(["--by", "none"]).filter { $0.count > 5 && $0[0].first?.isASCII == true && $0[0].first?.isLetter == true }
    #expect(metrics.count == 27)
    for metric in metrics {
      let explained = try rows(["--explain", metric[0]])
      #expect(explained.first { $0.first == "分子" }?.last == metric[2], "\(metric[0])")
      #expect(explained.first { $0.first == "分母" }?.last == metric[3], "\(metric[0])")
    }
  }

  @Test("a code that is none, two questions at once and months without sense are bad usage")
  func usage() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    for words in [
      ["--explain", "M9"], ["--explain", "M1", "--look-through"], ["--later-months", "-1"], ["--by", "colour"],
      ["--by", "deal", "--look-through"], ["--by", "deal", "--explain", "M1"], ["--group", "母基金/一期"], ["--decimals", "10"],
      ["--by", "deal", "--explain", "M1", "--group", "没有"],
    ] {
      let run = try bgt.run(arguments: ["-f", Self.sample, "leverage"] + words)
      #expect(run.code == 2, "\(words)")
    }
    let run = try bgt.run("-f", Self.sample, "leverage", "--explain", "M9")
    #expect(run.errors.contains("M1c、M2"))
    for heading in ["M3+L", "M3含贷"] {
      #expect(try bgt.run("-f", Self.sample, "leverage", "--explain", heading, "--lang", "en").code == 0)
    }
  }

  /// Published figures with the decimals that the releases print, each with the money behind it in 亿元 and its metric.
  private static let published: [(own: String, others: String, metric: String, printed: String)] = [
    ("112.65", "486.20", "M2", "5.3"), ("172.00", "688.00", "M1", "4.0"), ("144.68", "782.32", "M1", "5.41"),
    ("41.58", "263.88", "M2", "7.35"), ("80.39", "128.37", "M1", "1.597"), ("2.00", "13.00", "M1", "7"),
  ]

  @Test("ratios print with the decimals that are asked for, rounded half up; machines get them exact")
  func decimals() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    for (own, others, metric, printed) in Self.published {
      let journal = try bgt.write(
        """
        programme 引导基金 from:2010-01-01
        party 基金 kind:fund
        2019-01-01 budget 2019/引导基金 \(own) CNY
        2019-01-01 deal 基金/一期 party:基金 programme:引导基金 method:注资引导投资
        2019-02-01 pay 基金/一期 \(own) CNY envelope:2019/引导基金 share:20%
        2019-02-01 call 基金/一期 \(others) CNY class:private evidence:公报

        """, to: "\(own).journal")
      let count = printed.split(separator: ".").dropFirst().first?.count ?? 0
      let words = ["-f", journal, "leverage", "--decimals", "\(count)", "--lang", "zh"]
      let run = try bgt.run(arguments: words + ["--format", "md"])
      let row = run.output.split(separator: "\n").first { $0.hasPrefix("| \(metric) ") }
      // 6.5 is 7: half up.
      #expect(row?.contains("| \(printed) |") == true, "\(printed): \(row ?? "")")
      let plain = ["-f", journal, "leverage", "--lang", "zh", "--format", "csv"]
      #expect(try bgt.run(arguments: plain).output == bgt.run(arguments: plain + ["--decimals", "1"]).output)
    }
    for words in [["returns", "--decimals", "1"], ["report", "year", "2022", "--decimals", "0"]] {
      #expect(try bgt.run(arguments: ["-f", Self.sample] + words).code == 0, "\(words)")
    }
  }
}
