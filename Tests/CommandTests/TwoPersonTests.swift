import Foundation
import Testing

@Suite("Two persons, undo and vouchers at the command line")
struct TwoPersonTests {
  private static let journal = """
    programme 拨改投
    party 力得
    party 某创投
    2022-01-20 budget 2022/拨改投 1亿元
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:直接投资

    """

  /// A program with a book of two persons, and the same program run by the other one.
  private func two(rules: String = "fiscal-2022") throws -> (first: Bgt, second: Bgt) {
    let first = try Bgt()
    var second = first
    second.environment["BGT_ACTOR"] = "李四"
    let made = try first.run(
      "--book", "a.book", "init", "--approval", "two", "--numbering", "cash", "--rules", rules, "--title", "两人账")
    #expect(made.code == 0, "\(made.errors)")
    return (first, second)
  }

  @Test("import, invest, record, reverse and undo wait as drafts; another person posts them")
  func drafts() throws {
    let (first, second) = try two()
    defer { first.remove() }
    try first.write(TwoPersonTests.journal, to: "in.journal")
    let imported = try first.run("--book", "a.book", "import", "in.journal")
    #expect(imported.output.contains("5 笔事项存为草稿 1"))
    #expect(try first.run("--book", "a.book", "approve", "1").code == 3)
    let approved = try second.run("--book", "a.book", "approve", "1")
    #expect(approved.output.contains("草稿 1：已记账，批次 #2，5 笔事项"), "\(approved.errors)")
    let invested = try first.run(
      "--book", "a.book", "invest", "力得/A", "500万元", "--envelope", "2022/拨改投", "--date", "2022-06-15")
    #expect(invested.output.contains("草稿 2") && invested.output.contains("付-1"), "\(invested.output)\(invested.errors)")
    let list = try second.run("--book", "a.book", "drafts")
    #expect(list.output.contains("待复核") && list.output.contains("张三"))
    #expect(try second.run("--book", "a.book", "drafts", "2").output.contains("pay 力得/A 5000000.00 CNY"))
    #expect(try second.run("--book", "a.book", "approve", "--all").code == 0)
    let recorded = try first.run("record", "value", "力得/A", "600万元", "--date", "2022-12-31", "--book", "a.book")
    #expect(recorded.output.contains("草稿 3"))
    let void = try second.run("--book", "a.book", "void", "3", "--reason", "金额有误")
    #expect(void.code == 0 && void.output == "草稿 3 已作废：金额有误\n", "\(void.output)")
    #expect(try second.run("--book", "a.book", "approve", "--all", "--lang", "en").output == "no draft waits for approval\n")
    #expect(try second.run("--book", "a.book", "approve", "3").errors.contains("R3022"))
    let undone = try first.run("--book", "a.book", "undo", "last", "--date", "2022-12-31")
    #expect(undone.output.contains("草稿 4"), "\(undone.errors)")
    #expect(try second.run("--book", "a.book", "approve", "4").code == 0)
    #expect(try second.run("--book", "a.book", "batches").output.contains("已撤销"))
    #expect(try first.run("--book", "a.book", "verify").code == 0)
  }

  @Test("a draft that says what another one says that waits is named as its repetition, whole or in part")
  func repeated() throws {
    let (first, second) = try two()
    defer { first.remove() }
    try first.write(TwoPersonTests.journal, to: "in.journal")
    #expect(try !first.run("--book", "a.book", "import", "in.journal").errors.contains("W6003"))
    let again = try first.run("--book", "a.book", "import", "in.journal")
    #expect(again.code == 0 && again.errors.contains("W6003：草稿 2 的 5 笔事项中有 5 笔与待复核的草稿 1（张三）相同"), "\(again)")
    #expect(again.errors.contains("bgt void 2"), "\(again.errors)")
    try second.write(TwoPersonTests.journal + "party 另一创投\n", to: "more.journal")
    let more = try second.run("--book", "a.book", "import", "more.journal")
    #expect(more.errors.contains("草稿 3 的 6 笔事项中有 5 笔与待复核的草稿 1"), "\(more)")
    #expect(try !second.run("record", "party", "第三创投", "--book", "a.book").errors.contains("W6003"))
    let party = try second.run("record", "party", "第三创投", "--book", "a.book")
    #expect(party.errors.contains("草稿 5 的 1 笔事项中有 1 笔与待复核的草稿 4（李四）相同"), "\(party)")
    // What was given up is no draft that waits.
    for draft in ["2", "3", "4", "5"] { #expect(try first.run("--book", "a.book", "void", draft, "--reason", "重复").code == 0) }
    #expect(try second.run("--book", "a.book", "approve", "1").code == 0)
  }

  @Test("who has no name neither records nor approves nor voids")
  func nameless() throws {
    let (first, _) = try two()
    defer { first.remove() }
    #expect(try first.run("--book", "a.book", "record", "programme", "P", "--date", "2022-01-01").code == 0)
    var nobody = first
    nobody.environment["BGT_ACTOR"] = ""
    for words in [
      ["record", "programme", "Q", "--date", "2022-01-01"], ["approve", "1"], ["void", "1", "--reason", "x"],
    ] {
      let run = try nobody.run(arguments: words + ["--book", "a.book"])
      #expect(run.code == 3 && run.errors.contains("R3055") && run.errors.contains("BGT_ACTOR"), "\(words): \(run.errors)")
    }
    var wide = first
    wide.environment["BGT_ACTOR"] = "　张三 "
    #expect(try wide.run("--book", "a.book", "approve", "1").errors.contains("R3021"))
    wide.environment["BGT_ACTOR"] = "张 三"
    #expect(try wide.run("--book", "a.book", "approve", "1").errors.contains("R3021"))
  }

  @Test("a name that a waiting draft declares is not unknown: the draft is named, for a command and for a file")
  func waiting() throws {
    let (first, _) = try two()
    defer { first.remove() }
    #expect(try first.run("record", "programme", "P", "--date", "2022-01-01", "--book", "a.book").code == 0)
    let refused = try first.run("record", "budget", "2022/P", "100元", "--date", "2022-01-20", "--book", "a.book")
    #expect(refused.code == 4 && refused.errors.contains("E2005"), "\(refused.errors)")
    #expect(refused.errors.contains("草稿 1 登记P，还没有复核") && refused.errors.contains("bgt approve 1"))
    try first.write("2022-01-20 budget 2022/P 100元\n2022-02-01 budget 2022/Q 100元\n", to: "b.journal")
    let file = try first.run("import", "b.journal", "--book", "a.book")
    #expect(file.errors.contains("草稿 1 登记P") && !file.errors.contains("登记Q"), "\(file.errors)")
  }

  @Test("close, reopen, switch and undo wait as drafts too, and change nothing until another person posts them")
  func periodsAndCharts() throws {
    let (first, second) = try two(rules: "fiscal-2015")
    defer { first.remove() }
    let paid = "2022-06-15 pay 力得/A 500万元 envelope:2022/拨改投 share:8.5%\n"
    try first.write(TwoPersonTests.journal + paid, to: "in.journal")
    _ = try first.run("--book", "a.book", "import", "in.journal")
    #expect(try second.run("--book", "a.book", "approve", "1").code == 0)
    let commands = [
      ["close", "2022", "--keep", "--date", "2022-12-31"], ["reopen", "2022", "--reason", "漏记", "--date", "2023-01-01"],
      ["switch", "fiscal-2022", "--date", "2023-01-01"], ["undo", "#2", "--date", "2023-01-05"],
    ]
    for (number, words) in zip(2..., commands) {
      let before = try first.run("--book", "a.book", "verify").output
      let drafted = try first.run(arguments: ["--book", "a.book"] + words)
      #expect(drafted.code == 0 && drafted.output.contains("草稿 \(number)"), "\(words): \(drafted.errors)")
      #expect(try first.run("--book", "a.book", "verify").output == before, "\(words) recorded something by itself")
      let own = try first.run("--book", "a.book", "approve", "\(number)")
      #expect(own.code == 3 && own.errors.contains("R3021"), "\(words): \(own.errors)")
      let posted = try second.run("--book", "a.book", "approve", "\(number)")
      #expect(posted.code == 0 && posted.output.contains("草稿 \(number)：已记账"), "\(words): \(posted.errors)")
    }
    #expect(try first.run("--book", "a.book", "trial-balance", "--ledger", "quota").code == 0)
    #expect(try second.run("--book", "a.book", "batches").output.contains("已撤销"))
    #expect(try first.run("--book", "a.book", "verify").code == 0)
  }

  @Test("a change to rules of one's own is posted when the reviewer gives the very rule file")
  func ownRules() throws {
    let (first, second) = try two(rules: "fiscal-2015")
    defer { first.remove() }
    let source = Bgt.root.appendingPathComponent("Sources/Portfolio/Rules/Data/fiscal-2022.json")
    let rules = try String(contentsOf: source, encoding: .utf8)
      .replacingOccurrences(of: "\"name\": \"fiscal-2022\"", with: "\"name\": \"city-2023\"")
    try first.write(rules, to: "city.json")
    try first.write(rules + "\n", to: "other.json")
    let drafted = try first.run("--book", "a.book", "switch", "city.json", "--date", "2023-01-01")
    #expect(drafted.output.contains("草稿 1"), "\(drafted.errors)")
    #expect(try second.run("--book", "a.book", "approve", "1").code != 0)
    #expect(try second.run("--book", "a.book", "approve", "1", "--rules", "other.json").code != 0)
    let posted = try second.run("--book", "a.book", "approve", "1", "--rules", "city.json")
    #expect(posted.code == 0, "\(posted.errors)")
    #expect(try first.run("--book", "a.book", "verify").code == 0)
  }

  @Test("in books of one person approve says that nobody asks for it")
  func onePerson() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    _ = try bgt.run("--book", "a.book", "init")
    let run = try bgt.run("--book", "a.book", "approve", "1")
    #expect(run.code == 2 && run.errors.contains("不需要复核"))
  }

  @Test("a print of a book of two persons makes a book with the same chain head")
  func printed() throws {
    let (first, second) = try two()
    defer { first.remove() }
    try first.write(TwoPersonTests.journal, to: "in.journal")
    _ = try first.run("--book", "a.book", "import", "in.journal")
    _ = try second.run("--book", "a.book", "approve", "--all")
    try first.write(try first.run("--book", "a.book", "print").output, to: "print.journal")
    let copied = try first.run("--book", "b.book", "import", "print.journal")
    #expect(copied.code == 0, "\(copied.errors)")
    #expect(
      try first.run("--book", "b.book", "verify").output.suffix(65) == first.run("--book", "a.book", "verify").output.suffix(65))
  }

  @Test("undo shows which event was reversed by which, and explain shows it at both ends")
  func undo() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(TwoPersonTests.journal, to: "in.journal")
    _ = try bgt.run("--book", "a.book", "import", "in.journal")
    let invested = try bgt.run(
      "--book", "a.book", "invest", "力得/A", "500万元", "--envelope", "2022/拨改投", "--date", "2022-06-15")
    #expect(invested.code == 0, "\(invested.errors)")
    let undone = try bgt.run("--book", "a.book", "undo", "last", "--date", "2022-07-01")
    #expect(undone.code == 0 && undone.output.contains("红字凭证"), "\(undone.errors)")
    #expect(try bgt.run("--book", "a.book", "undo", "last").errors.contains("E2018"))
    let explained = try bgt.run("--book", "a.book", "explain", "4")
    #expect(explained.output.contains("已被冲销"), "\(explained.output)")
    let batches = try bgt.run("--book", "a.book", "batches", "--format", "csv")
    #expect(batches.output.contains("undone"))
  }

  @Test("voucher prints pages as text and HTML, in both languages")
  func voucher() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(TwoPersonTests.journal + "2022-06-15 pay 力得/A 500万元 envelope:2022/拨改投 attachments:3\n", to: "in.journal")
    _ = try bgt.run("--book", "a.book", "import", "in.journal")
    let text = try bgt.run("--book", "a.book", "voucher", "--event", "#8", "--ledger", "fiscal")
    #expect(text.output.contains("人民币伍佰万元整") && text.output.contains("附件 3 张"), "\(text.output)\(text.errors)")
    let month = try bgt.run("--book", "a.book", "voucher", "--month", "2022-06", "-o", "v.html", "--lang", "en")
    #expect(month.code == 0, "\(month.errors)")
    let html = try String(contentsOf: bgt.folder.appendingPathComponent("v.html"), encoding: .utf8)
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("Prepared by: 张三"))
    #expect(try bgt.run("--book", "a.book", "voucher").code == 2)
    #expect(try bgt.run("-f", "in.journal", "voucher", "1").code == 0)
  }
}
