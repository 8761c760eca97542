import Foundation
import FundLedger
import Testing

@Suite("The audit package")
struct AuditPackageTests {
  static let journal = """
    programme 拨改投 from:2019-01-01
    party 力得 "力得, 汽车 <科技> & \\"股份\\"" region:371502
    party 某创投
    party 某银行 kind:bank
    2022-01-20 rate LPR-1Y 3.7%
    2021-12-20 budget 2021/拨改投 100万元
    2022-01-20 budget 2022/拨改投 1亿元 doc:聊财指〔2022〕15号
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:直接投资 term:5y
    2022-06-01 commit 力得/A 500万元 envelope:2022/拨改投
    2022-06-15 pay 力得/A 500万元 share:8.5% doc:投决〔2022〕7号
    2022-06-15 social 力得/A 1500万元 party:某创投 evidence:投资协议
    2022-09-01 loan 力得/A 1000万元 party:某银行
    2022-12-31 result 力得/A 100万元
    2022-12-31 * 手续费, 第四季度
        其他费用        120.00 CNY
        其他财政存款

    2023-01-05 reverse #13 reason:证据不足
    2023-02-01 * 外币
        外币存款        10.00 USD
        外币往来

    2023-03-01 exit 力得/A 300万元 part:50%

    """

  /// A book with two years of everything.
  static func book(_ folder: Folder) throws -> Book {
    let book = try folder.newBook()
    let outcome = try BookImport().run([try EventFile(path: try folder.write(journal, to: "in.journal"))], into: book)
    #expect(outcome.problems == [])
    return book
  }

  /// The rows of a CSV file by column name.
  private func rows(_ path: String) throws -> [[String: String]] {
    let bytes = try FileBytes.read(path)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(path) begins with a byte order mark")
    var reader = CSVReader(try TextDecoding.utf8(bytes, file: path).text, file: path)
    var header: [String] = []
    var rows: [[String: String]] = []
    while let record = try reader.next() {
      let cells = record.cells.map(\.text)
      if header.isEmpty { header = cells } else { rows.append(Dictionary(uniqueKeysWithValues: zip(header, cells))) }
    }
    return rows
  }

  /// An amount in hundredths.
  private func fen(_ text: String?) throws -> Int64 { try #require(DecimalText.parse((text ?? "").utf8, scale: 2)) }

  /// A balance with its sign, debit positive.
  private func balance(_ row: [String: String], _ name: String) throws -> Int64 {
    try fen(row[name]) * (row[name + "方向"] == "贷" ? -1 : 1)
  }

  /// What the sums of the four files of one book must say of each other.
  private func tie(_ folder: String, _ isWhole: Bool) throws {
    let balances = try rows(folder + "/科目余额及发生额.csv")
    let vouchers = try rows(folder + "/记账凭证.csv")
    let accounts = Set(try rows(folder + "/会计科目.csv").compactMap { $0["科目编号"] })
    #expect(try rows(folder + "/电子账簿.csv").count == 1)
    let names = ["科目编号", "辅助核算组", "币种"]
    let key = { (row: [String: String]) in names.map { row[$0] ?? "" } }
    let month = { (row: [String: String]) in key(row) + [row["会计年度"] ?? "", row["会计月度"] ?? ""] }
    var moved: [[String]: (debit: Int64, credit: Int64)] = [:]
    var byVoucher: [[String]: Int64] = [:]
    for row in vouchers {
      #expect(accounts.contains(row["科目编号"] ?? ""))
      moved[month(row), default: (0, 0)].debit += try fen(row["借方金额"])
      moved[month(row), default: (0, 0)].credit += try fen(row["贷方金额"])
      let voucher = [row["会计年度"], row["会计月度"], row["记账凭证种类"], row["记账凭证编号"], row["币种"]].map { $0 ?? "" }
      byVoucher[voucher, default: 0] += try fen(row["借方金额"]) - fen(row["贷方金额"])
    }
    for (voucher, sum) in byVoucher { #expect(sum == 0, "\(voucher) does not balance") }
    var last: [[String]: Int64] = [:]
    for row in balances {
      let (debit, credit) = (try fen(row["借方发生额"]), try fen(row["贷方发生额"]))
      let turnover = moved.removeValue(forKey: month(row)) ?? (0, 0)
      #expect(turnover == (debit, credit), "\(row)")
      let opening = try balance(row, "期初余额")
      if isWhole || last[key(row)] != nil { #expect(opening == last[key(row)] ?? 0, "\(row)") }
      last[key(row)] = try balance(row, "期末余额")
      #expect(last[key(row)] == opening + debit - credit, "\(row)")
    }
    #expect(moved.isEmpty, "vouchers without a balance: \(moved)")
  }

  @Test("the sums of the four files tie in every book, of all years and of one", arguments: [nil, 2021, 2022, 2023])
  func sums(year: Int?) throws {
    let folder = try Folder()
    let book = try AuditPackageTests.book(folder)
    try AuditPackage(year: year, generator: "bgt test").write(book, to: folder.path("audit"))
    for name in ["fiscal", "budget", "quota", "leverage"] { try tie(folder.path("audit/books/\(name)"), year == nil) }
    if let year {
      for row in try rows(folder.path("audit/books/fiscal/记账凭证.csv")) { #expect(row["会计年度"] == "\(year)") }
    }
  }

  @Test("sha256sum finds every file in order, and a changed one")
  func checksums() throws {
    let folder = try Folder()
    try AuditPackage(generator: "bgt test").write(try AuditPackageTests.book(folder), to: folder.path("audit"))
    #expect(try sha256sum(folder.path("audit")) == 0)
    let sums = String(decoding: try FileBytes.read(folder.path("audit/SHA256SUMS")), as: UTF8.self)
    let named = Set(sums.split(separator: "\n").map { String($0.dropFirst(66)) })
    let found = try FileManager.default.subpathsOfDirectory(atPath: folder.path("audit")).filter {
      !(try FileManager.default.attributesOfItem(atPath: folder.path("audit/" + $0))[.type] as? FileAttributeType == .typeDirectory)
    }
    #expect(named.union(["SHA256SUMS"]) == Set(found))
    _ = try folder.write("x", to: "audit/batches.csv")
    #expect(try sha256sum(folder.path("audit")) == 1)
  }

  private func sha256sum(_ path: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    process.arguments = ["-c", "--quiet", "SHA256SUMS"]
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test("the same book gives the same bytes, also after it went on")
  func deterministic() throws {
    let folder = try Folder()
    let book = try AuditPackageTests.book(folder)
    for name in ["one", "two"] { try AuditPackage(generator: "bgt test").write(book, to: folder.path(name)) }
    let sums = try FileBytes.read(folder.path("one/SHA256SUMS"))
    #expect(try FileBytes.read(folder.path("two/SHA256SUMS")) == sums)
    _ = try book.recordOne(source: "test") { register throws(Diagnostic) in
      try JournalReader(register: register).event(parsing: Array("party 力得 新名 kind:state-firm".utf8))
    }
    let differences = { try AuditPackage.differences(of: folder.path("one"), from: book, scratch: folder.path("scratch")).map(\.en) }
    #expect(try differences() == [])
    _ = try folder.write("x", to: "one/batches.csv")
    _ = try folder.write("x", to: "one/more.txt")
    FileBytes.remove(folder.path("one/rules/fiscal-2022.json"))
    #expect(
      try differences() == [
        "batches.csv was changed", "more.txt is none of a package of this book", "rules/fiscal-2022.json is missing",
      ])
    #expect(!FileBytes.exists(folder.path("scratch")))
  }

  @Test("the events of a package import to the same chain")
  func events() throws {
    let folder = try Folder()
    let book = try AuditPackageTests.book(folder)
    try AuditPackage(generator: "bgt test").write(book, to: folder.path("audit"))
    let again = try folder.newBook("again.book")
    _ = try BookImport().run([try EventFile(path: folder.path("audit/events/events.journal"))], into: again)
    #expect(try again.head() == book.head())
    let lines = String(decoding: try FileBytes.read(folder.path("audit/events/events.jsonl")), as: UTF8.self)
      .split(separator: "\n")
    #expect(Int64(lines.count) == (try book.head()).sequence)
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      for key in ["sequence", "batch", "digest", "text", "event"] { #expect(object[key] != nil) }
    }
    #expect(lines.last?.contains(try book.head().digest) == true)
  }

  @Test("nothing is written over, and nothing is left behind when it fails")
  func refused() throws {
    let folder = try Folder()
    let book = try AuditPackageTests.book(folder)
    let package = AuditPackage(generator: "bgt test")
    try FileManager.default.createDirectory(atPath: folder.path("full"), withIntermediateDirectories: true)
    _ = try folder.write("x", to: "full/mine.txt")
    for name in ["full", "in.journal"] {
      let error = #expect(throws: Diagnostic.self) { try package.write(book, to: folder.path(name)) }
      #expect(error?.code == .packageExists)
    }
    try FileManager.default.createDirectory(atPath: folder.path("empty"), withIntermediateDirectories: true)
    try package.write(book, to: folder.path("empty") + "/")
    #expect(FileBytes.exists(folder.path("empty/manifest.json")))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(!names.contains { $0.hasSuffix(".part") })
  }

  @Test("documents name the events, and XML holds what CSV holds")
  func indexes() throws {
    let folder = try Folder()
    try AuditPackage(generator: "bgt test").write(try AuditPackageTests.book(folder), to: folder.path("audit"))
    let documents = try rows(folder.path("audit/documents.csv"))
    #expect(documents.map { $0["文件"] } == ["聊财指〔2022〕15号", "投决〔2022〕7号", "投资协议"])
    #expect(try rows(folder.path("audit/reversals.csv")).map { $0["原因"] } == ["证据不足"])
    let xml = String(decoding: try FileBytes.read(folder.path("audit/books/fiscal/记账凭证.xml")), as: UTF8.self)
    let count = try rows(folder.path("audit/books/fiscal/记账凭证.csv")).count
    #expect(xml.components(separatedBy: "<记账凭证>").count == count + 1)
    #expect(xml.contains("<记账凭证摘要>手续费, 第四季度</记账凭证摘要>"))
    let parties = String(decoding: try FileBytes.read(folder.path("audit/registers/parties.csv")), as: UTF8.self)
    #expect(parties.contains("\"力得, 汽车 <科技> & \"\"股份\"\"\""))
  }
}
