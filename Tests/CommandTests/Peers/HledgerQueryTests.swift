import Foundation
import Testing

/// hledger is the judge; without it these tests are skipped and say so.
@Suite("The same question to hledger, on the exported sample", .enabled(if: PeerProgram.hledger.isInstalled, "hledger is not installed"))
struct HledgerQueryTests {
  private static let sample = Bgt.root.path + "/ledger-samples/liaocheng/main.journal"

  /// The words of a question to us and to hledger.
  struct Question: CustomTestStringConvertible, Sendable {
    let ours: [String]
    let hledger: [String]
    var testDescription: String { ours.joined(separator: " ") }

    init(_ ours: String..., to hledger: [String]) {
      self.ours = ours
      self.hledger = hledger
    }
  }

  /// Questions of what fits.
  static let queries = [
    Question("股权投资", to: ["股权投资"]), Question("国库", "存款", "应收", to: ["国库", "存款", "应收"]),
    Question("not", "股权", to: ["not:股权"]), Question("股权 and not 投资成本", to: ["股权", "not:投资成本"]),
    Question("^股权投资", to: ["^股权投资"]), Question("成本$", to: ["成本$"]), Question("/企业:.*成本/", to: ["企业:.*成本"]),
    Question("股权*成本", to: ["^股权.*成本$"]),
    Question("date:2022", to: ["date:2022"]), Question("date:2021-03..2022-10", to: ["date:2021-03-01..2022-11-01"]),
    Question("日期:2022Q3", "国库", to: ["date:2022-07-01..2022-10-01", "国库"]),
    Question("date:>=2022-06-15", to: ["date:2022-06-15.."]), Question("date:<2020-02-15", to: ["date:..2020-02-15"]),
    Question("amount:>500万", to: ["amt:>5000000"]), Question("amount:>=500万", to: ["amt:>=5000000"]),
    Question("amount:-8,000,000", to: ["amt:-8000000"]),
    Question("amount:<-100万", to: ["amt:<-1000000"]), Question("amount:>+100万", to: ["amt:>+1000000"]),
    Question("amount:<=320000", to: ["amt:<=320000"]),
    Question("text:退出", to: ["desc:退出"]), Question("text:退出", "text:分红", "股权", to: ["desc:退出", "desc:分红", "股权"]),
    Question("not text:出资 not text:损益", to: ["not:desc:出资", "not:desc:损益"]), Question("text:/^收到.*回单$/", to: ["desc:^收到.*回单$"]),
    Question("deal:鲁衡", to: ["tag:deal=鲁衡"]), Question("not deal:*", to: ["not:tag:deal"]), Question("项目:/\\/B$/", to: ["tag:deal=/B$"]),
    Question("envelope:2022/", "国库", to: ["tag:envelope=2022/", "国库"]),
    Question("holder:聊惠", "amount:>1000万", to: ["tag:holder=聊惠", "amt:>10000000"]),
    Question("programme:新旧", to: ["tag:programme=新旧"]),
    Question("(deal:鲁衡 or deal:澜谷) and date:2022", to: ["tag:deal=鲁衡|澜谷", "date:2022"]),
    Question("not (股权 or 国库) date:2021", to: ["not:股权", "not:国库", "date:2021"]), Question("cur:CNY", "国库", to: ["cur:CNY", "国库"]),
  ]

  /// A folder with the sample as a book and its fiscal vouchers for hledger.
  private func bgt() throws -> Bgt {
    let bgt = try Bgt()
    #expect(try bgt.run("import", HledgerQueryTests.sample).code == 0)
    let run = try bgt.run("export", "hledger", "--ledger", "fiscal", "-o", "x.hledger")
    #expect(run.code == 0, "\(run.errors)")
    return bgt
  }

  private func ours(_ words: [String], _ bgt: Bgt) throws -> [[String]] {
    let run = try bgt.run(arguments: words + ["--format", "csv"])
    #expect(run.code == 0, "\(words): \(run.errors)")
    return run.output.split(separator: "\n").map { AccountingPageTests.fields(of: String($0)) }
  }

  private func hledger(_ words: [String], _ bgt: Bgt) throws -> [[String]] {
    try PeerProgram.hledger.run(["-f", "x.hledger"] + words + ["-O", "csv"], in: bgt.folder).split(separator: "\n")
      .map { AccountingPageTests.fields(of: String($0)) }
  }

  /// An amount in fen: `-1234.50`, with the commodity behind it or not.
  private func fen(_ text: String) throws -> Int64 {
    let number = text.split(separator: " ").first ?? "0"
    return try #require(number == "0" || number.isEmpty ? 0 : Int64(number.replacing(".", with: "")), "\(text)")
  }

  /// The amounts of a table by account and column, zero ones left out.
  private func cells(_ rows: [[String]], from column: Int) throws -> [String: [String: Int64]] {
    var found: [String: [String: Int64]] = [:]
    for row in rows.dropFirst() {
      for (place, text) in row.enumerated().dropFirst(column) {
        let amount = try fen(text)
        if amount != 0 { found[row[0], default: [:]][rows[0][place]] = amount }
      }
    }
    return found
  }

  @Test("balances of some thirty queries, and their registers line by line with the total")
  func queries() throws {
    let bgt = try bgt()
    defer { bgt.remove() }
    for question in HledgerQueryTests.queries {
      let balances = try cells(try ours(["balance"] + question.ours, bgt), from: 2)
      let theirs = try cells(try hledger(["balance", "--flat", "--no-total"] + question.hledger, bgt), from: 1)
      #expect(balances.mapValues { Array($0.values) } == theirs.mapValues { Array($0.values) }, "\(question.ours)")
      let register = try lines(try ours(["register", "--cumulative"] + question.ours, bgt))
      let theirLines = try hledger(["register"] + question.hledger, bgt).dropFirst().map { row in
        "\(row[1]) \(row[4]) \(try fen(row[5])) \(try fen(row[6]))"
      }
      #expect(register == Array(theirLines), "\(question.ours)")
      #expect(!register.isEmpty, "\(question.ours)")
    }
  }

  /// Date, account, amount and running total of our register.
  private func lines(_ rows: [[String]]) throws -> [String] {
    let head = try #require(rows.first)
    return try rows.dropFirst().filter { $0[1] != "" }.map { row in
      let cell = Dictionary(uniqueKeysWithValues: zip(head, row))
      let amount = try fen(cell["debit"] ?? "") - fen(cell["credit"] ?? "")
      let balance = try fen(cell["balance"] ?? "")
      return "\(cell["date"] ?? "") \(cell["account"] ?? "") \(amount) \(cell["side"] == "credit" ? -balance : balance)"
    }
  }

  /// Questions by period.
  static let periods = [
    Question("-M", "-p", "2022", to: ["-M", "-b", "2022-01-01", "-e", "2023-01-01"]),
    Question("-Q", "--from", "2020", "--to", "2022", "股权", to: ["-Q", "-b", "2020-01-01", "-e", "2023-01-01", "股权"]),
    Question("-Y", "-H", "--to", "2022", to: ["-Y", "-H", "-e", "2023-01-01"]),
    Question("-Q", "-H", "-p", "2021", "deal:*", to: ["-Q", "-H", "-b", "2021-01-01", "-e", "2022-01-01", "tag:deal"]),
    Question(
      "-M", "--cumulative", "-p", "2022H1", "text:出资", to: ["-M", "--cumulative", "-b", "2022-01-01", "-e", "2022-07-01", "desc:出资"]),
    Question("-W", "-p", "2022-W10..2022-W20", to: ["-W", "-b", "2022-03-07", "-e", "2022-05-23"]),
    Question(
      "-Y", "--depth", "1", "-T", "--from", "2019", "--to", "2023",
      to: ["-Y", "--depth", "1", "-T", "-b", "2019-01-01", "-e", "2024-01-01"]),
    Question("-M", "-T", "-H", "-p", "2022Q2", "国库", to: ["-M", "-T", "-H", "-b", "2022-04-01", "-e", "2022-07-01", "国库"]),
    Question("-p", "每2个月 2022年", "股权", to: ["-p", "every 2 months from 2022-01-01 to 2023-01-01", "股权"]),
    Question("-M", "-p", "2022-03-10..2022-06-20", "-H", to: ["-M", "-b", "2022-03-10", "-e", "2022-06-21", "-H"]),
  ]

  @Test("balances by period, as changes, cumulative and historical, with row totals")
  func byPeriod() throws {
    let bgt = try bgt()
    defer { bgt.remove() }
    for question in HledgerQueryTests.periods {
      let own = try cells(try ours(["balance"] + question.ours, bgt), from: 2)
      let theirs = try cells(try hledger(["balance", "--flat", "--no-total"] + question.hledger, bgt), from: 1)
      // Columns are compared in their order, since a part of a period and several of them have other names there.
      func ordered(_ cells: [String: [String: Int64]]) -> [String: [Int64]] {
        cells.mapValues { row in row.sorted { $0.key < $1.key }.map(\.value) }
      }
      #expect(ordered(own) == ordered(theirs), "\(question.ours)")
      #expect(!own.isEmpty, "\(question.ours)")
    }
  }

  @Test("accounts above others have what hledger sums up for them, at every depth")
  func tree() throws {
    let bgt = try bgt()
    defer { bgt.remove() }
    let text = try bgt.run("balance", "--tree", "--format", "json").output
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    var own: [String: Int64] = [:]
    for row in HledgerQueryTests.rows(in: document) {
      guard let account = row["account"] as? String, let amount = row["balance"] as? String, (row["_role"] as? String) != "total" else {
        continue
      }
      // A heading comes before the line of what stands on the account itself.
      if own[account] == nil { own[account] = try fen(amount) }
    }
    let sums = try hledger(["balance", "--flat", "--no-total", "-E"], bgt)
    var theirs: [String: Int64] = [:]
    for row in sums.dropFirst() {
      let parts = row[0].split(separator: ":").map(String.init)
      for depth in 1...parts.count { theirs[parts.prefix(depth).joined(separator: ":"), default: 0] += try fen(row[1]) }
    }
    #expect(own.filter { $0.value != 0 } == theirs.filter { $0.value != 0 })
    #expect(own.count > 20)
  }

  /// All objects of a JSON document that have an account.
  private static func rows(in value: Any) -> [[String: Any]] {
    if let list = value as? [Any] { return list.flatMap(rows) }
    guard let object = value as? [String: Any] else { return [] }
    return object["account"] != nil ? [object] : object.values.flatMap(rows)
  }

  @Test("registers by period, of the other side, from an opening balance")
  func registers() throws {
    let bgt = try bgt()
    defer { bgt.remove() }
    let related = try lines(try ours(["register", "-r", "--cumulative", "国库", "date:2022"], bgt))
    let theirs = try hledger(["register", "-r", "国库", "date:2022"], bgt).dropFirst().map { row in
      "\(row[1]) \(row[4]) \(try fen(row[5])) \(try fen(row[6]))"
    }
    #expect(related == Array(theirs))
    let historical = try lines(try ours(["register", "-H", "国库", "-p", "2022"], bgt))
    let fromOpening = try hledger(["register", "-H", "国库", "-b", "2022-01-01", "-e", "2023-01-01"], bgt).dropFirst().map { row in
      "\(row[1]) \(row[4]) \(try fen(row[5])) \(try fen(row[6]))"
    }
    #expect(historical == Array(fromOpening))
    let months = try ours(["register", "-M", "-p", "2022", "股权", "--cumulative"], bgt).dropFirst().map {
      "\($0[0]) \($0[1]) \(try fen($0[2]))"
    }
    let theirMonths = try hledger(["register", "-M", "股权", "-b", "2022-01-01", "-e", "2023-01-01"], bgt).dropFirst()
      .filter { try fen($0[5]) != 0 }.map { "\($0[1].prefix(7)) \($0[4]) \(try fen($0[5]))" }
    #expect(months.sorted() == theirMonths.sorted() && !months.isEmpty)
  }
}
