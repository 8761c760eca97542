import Foundation
import Testing

@Suite("bgt balance and bgt register, as a user runs them")
struct QueryCommandTests {
  private static let sample = Bgt.root.path + "/ledger-samples/liaocheng/main.journal"

  static let questions: [[String]] = [
    ["balance"], ["balance", "股权 or 国库", "date:2022"], ["balance", "-M", "-p", "2022", "-T", "-A"],
    ["balance", "-W", "-p", "2022Q1", "国库"],
    ["balance", "-Y", "-H", "--tree"], ["balance", "-Q", "--pivot", "deal", "股权投资", "-p", "2022"],
    ["balance", "--pivot", "kind", "股权", "date:2022"],
    ["balance", "kind:pay", "document:协议"], ["balance", "tag:evidence", "--ledger", "all"],
    ["balance", "--value", "market", "-Y", "-H", "股权投资"], ["balance", "--value", "2021", "股权投资"],
    ["register", "deal:鲁衡 amount:>30万"], ["register", "-M", "国库", "-p", "2022", "-E"], ["register", "-r", "应收", "date:2022"],
    ["register", "type:记", "date:2022-06", "--pivot", "document"],
    ["register", "事项:退出"], ["register", "book:quota", "date:2022-01"], ["balance", "region:东昌府", "--depth", "1"],
    ["balance", "event:#450"],
    ["journal", "deal:鲁衡 date:2022"], ["journal", "key:聊 or note:聊 or document:协议", "--ledger", "all"],
    ["ledger", "股权投资 deal:鲁衡"], ["ledger", "book:quota text:出资", "--depth", "0"], ["daybook", "amount:>100万 date:2022"],
    ["日记账", "应收股利", "kind:declare", "-p", "2021..2023"],
    ["dimensions", "deal", "date:2022-03-10..2022-10-05"], ["dimensions", "party", "envelope", "股权投资 not kind:pay"],
    ["dimensions", "deal:鲁衡 or document:协议"],
    ["trial-balance", "deal:鲁衡 date:2021..2022"], ["trial-balance", "text:分红", "--dims", "deal", "--ledger", "all"],
  ]

  @Test("a book and its journal answer every question alike, in both languages", arguments: ["zh", "en"])
  func alike(_ language: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("import", QueryCommandTests.sample).code == 0)
    for words in QueryCommandTests.questions {
      let fromBook = try bgt.run(arguments: words + ["--format", "csv", "--lang", language])
      let fromText = try bgt.run(arguments: ["-f", QueryCommandTests.sample] + words + ["--format", "csv", "--lang", language])
      #expect(fromBook.code == 0 && fromBook.output == fromText.output, "\(words): \(fromBook.errors)")
      #expect(fromBook.output.split(separator: "\n").count > 1, "\(words)")
    }
  }

  @Test("print writes the events that have a posting which fits, and those that post nothing and fit by what they say")
  func selections() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("import", QueryCommandTests.sample).code == 0)
    func paragraphs(_ output: String) -> [String] {
      output.components(separatedBy: "; #").dropFirst().map { $0.trimmingCharacters(in: .newlines) }
    }
    let all = Set(paragraphs(try bgt.run("print", "--numbers").output))
    for query in ["deal:鲁衡", "kind:pay date:2022", "股权投资 not kind:pay", "event:#450", "document:协议", "party:聊惠"] {
      let printed = try bgt.run("print", query, "--numbers")
      let numbers = printed.output.split(separator: "\n").compactMap { $0.hasPrefix("; #") ? Int64($0.dropFirst(3)) : nil }
      #expect(printed.code == 0 && !numbers.isEmpty && numbers == numbers.sorted(), "\(query): \(printed.errors)")
      #expect(try bgt.run("-f", QueryCommandTests.sample, "print", query, "--numbers").output == printed.output, "\(query)")
      for paragraph in paragraphs(printed.output) { #expect(all.contains(paragraph), "\(query): \(paragraph)") }
    }
    let deal = try bgt.run("print", "deal:鲁衡").output
    for words in ["deal 鲁衡车桥/A", "pay 鲁衡车桥/A", "decide 鲁衡车桥/A", "declare 鲁衡车桥/A"] {
      let isRecorded = all.contains { $0.contains(words) }
      #expect(deal.contains(words) == isRecorded, "\(words)")
    }
    #expect(!deal.contains("茌源铝材/A") && !deal.contains("\nbatch "))
    #expect(try bgt.run("print", "event:#450", "--format", "json").output.split(separator: "\n").count == 1)
    #expect(try bgt.run("print", "国库款").code == 4)
  }

  @Test(
    "a journal for a peer has the vouchers with a posting that fits, from a book and from its journal",
    arguments: ["hledger", "ledger", "beancount"])
  func exports(_ peer: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("import", QueryCommandTests.sample).code == 0)
    let whole = try bgt.run("export", peer).output
    for query in ["deal:鲁衡", "amount:>500万 date:2022", "kind:exit", "book:quota and 可执行"] {
      let run = try bgt.run("export", peer, query)
      #expect(run.code == 0 && run.output.contains("only vouchers with a posting that fits: \(query)"), "\(run.errors)")
      #expect(
        try bgt.run("-f", QueryCommandTests.sample, "export", peer, query).output.split(separator: "\n").dropFirst(5)
          == run.output.split(separator: "\n").dropFirst(5), "\(query)")
      #expect(run.output.count < whole.count, "\(query)")
    }
    #expect(try bgt.run("export", peer, "国库款").code == 4)
  }

  @Test("as it was known then: the same answer after more was recorded")
  func knownAt() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("import", QueryCommandTests.sample).code == 0)
    let head = try #require(try bgt.run("verify", "--lang", "en").output.split(separator: " ").dropFirst().first)
    let then = try QueryCommandTests.questions.map { try bgt.run(arguments: $0) }
    let more = """
      party 后来 kind:company
      2018-05-05 * 补记 后来
          国库存款        10.00 CNY
          其他费用

      """
    #expect(try bgt.run("import", try bgt.write(more, to: "more.journal")).code == 0)
    for (words, then) in zip(QueryCommandTests.questions, then) {
      let now = try bgt.run(arguments: words + ["--known-at", String(head)])
      #expect(now.output == then.output && now.code == then.code, "\(words): \(now.errors)")
    }
  }

  @Test(
    "dates in words are understood by every command that takes days",
    arguments: [
      ["trial-balance", "--period", "2022Q3"], ["ledger", "--from", "2022-06", "--to", "2022年8月"], ["journal", "--month", "2022-06"],
      ["daybook", "-p", "2022..2023"],
      ["statement", "income", "--period", "2022年"], ["cashflow", "--from", "2021", "--as-of", "去年"],
      ["returns", "--from", "2021Q1", "--to", "2022"],
      ["report", "holdings", "--from", "2022", "--as-of", "2022年第三季度"], ["leverage", "--as-of", "2022-06"],
      ["export", "hledger", "--period", "2022-06"], ["balance", "--as-of", "上月"],
    ])
  func dates(_ words: [String]) throws {
    var bgt = try Bgt()
    bgt.environment["BGT_NOW"] = "2023-02-10T10:00:00Z"
    defer { bgt.remove() }
    let run = try bgt.run(arguments: ["-f", QueryCommandTests.sample] + words)
    #expect(run.code == 0 && run.output.count > 200, "\(run.errors)")
  }

  @Test("today is that of the injected clock, and one day is one day")
  func today() throws {
    var bgt = try Bgt()
    bgt.environment["BGT_NOW"] = "2023-02-10T10:00:00Z"
    defer { bgt.remove() }
    func asOf(_ text: String) throws -> String {
      let run = try bgt.run("-f", QueryCommandTests.sample, "balance", "--as-of", text, "--format", "json")
      return run.output.firstMatch(of: /"asOf": "(.*?)"/).map { String($0.output.1) } ?? run.errors
    }
    #expect(try asOf("today") == "2023-02-10")
    #expect(try asOf("昨天") == "2023-02-09")
    #expect(try asOf("last month") == "2023-01-31")
    #expect(try asOf("去年") == "2022-12-31")
    let undo = try bgt.run("reverse", "#3", "--reason", "x", "--date", "去年")
    #expect(undo.code == 2 && undo.errors.contains("不是一天"), "\(undo.errors)")
  }

  @Test(
    "options that contradict each other are refused",
    arguments: [
      ["balance", "--tree", "--flat"], ["balance", "-H", "--change"], ["balance", "--tree", "--pivot", "deal"],
      ["balance", "--depth", "0"], ["balance", "-M", "-p", "每季 2022"],
      ["balance", "--pivot", "colour"], ["balance", "--value", "soon"], ["register", "-H", "--cumulative"],
      ["register", "-M", "--month-totals"], ["journal", "-p", "monthly"],
      ["balance", "-M", "-Q"], ["balance", "--from", "2023", "--to", "2022"],
    ])
  func contradictions(_ words: [String]) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let run = try bgt.run(arguments: ["-f", QueryCommandTests.sample] + words)
    #expect(run.code == 2 && run.errors.contains("U7"), "\(words): \(run.code) \(run.errors)")
  }
}
