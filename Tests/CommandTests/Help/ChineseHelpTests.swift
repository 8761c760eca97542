import Foundation
import LedgerCore
import Testing

@Suite("Help in Chinese")
struct ChineseHelpTests {
  /// A command as the argument parser says that it is declared.
  private struct Outline: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable { let name: String }

      let shouldDisplay: Bool
      let names: [Name]?
      let valueName: String?
      let abstract: String?

      /// Whether the program declares it itself, not the argument parser.
      var isOurs: Bool { shouldDisplay && !(names ?? []).contains { ["help", "version"].contains($0.name) } }
    }

    let commandName: String
    let abstract: String?
    let discussion: String?
    let subcommands: [Outline]?
    let arguments: [Argument]?

    /// The command and all those below it, with their paths.
    func all(below path: [String] = []) -> [(path: [String], command: Outline)] {
      [(path: path, command: self)]
        + (subcommands ?? []).filter { $0.commandName != "help" }.flatMap { $0.all(below: path + [$0.commandName]) }
    }
  }

  private struct Tool: Decodable { let command: Outline }

  private static func outline(_ language: String) throws -> Outline {
    var bgt = try Bgt()
    defer { bgt.remove() }
    bgt.environment["BGT_LANG"] = language
    let run = try bgt.run("--experimental-dump-help")
    return try JSONDecoder().decode(Tool.self, from: Data(run.output.utf8)).command
  }

  private static func isChinese(_ text: String?) -> Bool {
    (text ?? "").unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test("every command, argument and option is explained in both languages")
  func complete() throws {
    let chinese = try ChineseHelpTests.outline("zh").all()
    let english = try ChineseHelpTests.outline("en").all()
    #expect(chinese.map { $0.path } == english.map { $0.path })
    #expect(chinese.count > 80)
    for ((path, zh), (_, en)) in zip(chinese, english) {
      let name = Comment(rawValue: path.joined(separator: " "))
      #expect(ChineseHelpTests.isChinese(zh.abstract) && zh.abstract != en.abstract, name)
      #expect((zh.discussion ?? "").isEmpty == (en.discussion ?? "").isEmpty, name)
      for (own, other) in zip(zh.arguments ?? [], en.arguments ?? []) where own.isOurs {
        #expect(ChineseHelpTests.isChinese(own.abstract), "\(path) \(own.valueName ?? "")")
        #expect(!(other.abstract ?? "").isEmpty && own.abstract != other.abstract, "\(path) \(own.valueName ?? "")")
      }
      // `bgt help 对账` finds a command by the name that both texts have.
      let title = (zh.abstract ?? "").prefix { !"：。".contains($0) }
      #expect((en.abstract ?? "").hasSuffix(title), name)
    }
  }

  @Test("help of every command fits 80 columns, begins with what it does and names values in Chinese")
  func fits() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    for (path, command) in try ChineseHelpTests.outline("zh").all() {
      // `bgt record --help` lists the kinds of events.
      let run = try bgt.run(arguments: path == ["record"] ? ["help", "record"] : path + ["--help"])
      #expect(run.code == 0, "\(path): \(run.errors)")
      let lines = run.output.split(separator: "\n")
      #expect(lines.first.map { (command.abstract ?? "").hasPrefix($0) } == true, "\(path): \(lines.first ?? "")")
      for line in lines { #expect(TextWidth.of(line) <= 80, "\(path): \(line)") }
      #expect(lines.contains { $0.hasPrefix("用法：bgt") } && lines.contains("选项："), "\(path)")
      #expect(run.output.firstMatch(of: /<[a-z-]+>/) == nil, "\(path)")
    }
  }

  @Test("the list of kinds and the fields of a kind fit too, but for what is to be copied into a journal")
  func kinds() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let list = try bgt.run("record", "--help").output
    #expect(list.contains("投资全过程："))
    let pay = try bgt.run("record", "pay", "--help").output
    #expect(pay.hasPrefix("用法：bgt record pay 投资项目 金额 --date 日期 [--envelope 指标]"))
    #expect(pay.contains("--book 文件") && !pay.contains("AMOUNT"))
    for line in (list + pay).split(separator: "\n") where !line.hasPrefix("  2022-06-15 pay") {
      #expect(TextWidth.of(line) <= 80, "\(line)")
    }
  }

  @Test("columns stand below each other by the width of the characters")
  func columns() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let help = try bgt.run("leverage", "--help").output
    #expect(help.hasPrefix("放大倍数：M1、"))
    #expect(help.contains("  --book <文件>           账簿文件（缺省为 BGT_BOOK，否则为 book.bgt）。\n"))
    #expect(help.contains("  --tier <口径>           wide 宽口径：他方全部资金；narrow 窄口径：民间资本。\n"))
    #expect(help.contains("（缺省为 24）"))
    #expect(try bgt.run("statement", "income", "--help").output.contains("  --compare/--no-compare  列示上年同期、增减额和增减率。（缺省为"))
    let root = try bgt.run("--help").output
    #expect(root.contains("\n\n两人复核：\n  drafts                  待复核：") && root.hasSuffix("各命令的说明：bgt <子命令> --help\n"))
    #expect(try bgt.run("report").output.hasPrefix("报告："), "a group without a subcommand prints its own help")
    #expect(try !bgt.run("leverage", "--foo").errors.contains("是不是"), "three letters of three are not near")
    #expect(
      try bgt.run("record", "close", "--help").output.contains("--keep") && !bgt.run("record", "pay", "--help").output.contains("--keep"))
    #expect(try bgt.run("reconcile", "--help").output.contains("  year（缺省）            预算对账："))
  }

  @Test("--lang chooses the language of help, wherever it stands; English is the parser's")
  func language() throws {
    var bgt = try Bgt()
    defer { bgt.remove() }
    let chinese = try bgt.run("leverage", "--help").output
    let english = try bgt.run("leverage", "--help", "--lang", "en").output
    #expect(english.hasPrefix("OVERVIEW: Leverage ratios with their definitions") && english.contains("\nOPTIONS:\n"))
    #expect(english.contains("  --book <file>           The book file (default: BGT_BOOK, else book.bgt).\n"))
    bgt.environment["BGT_LANG"] = "en"
    #expect(try bgt.run("leverage", "--help").output == english)
    #expect(try bgt.run("leverage", "--help", "--lang", "zh").output == chinese)
    #expect(try bgt.run("help", "leverage", "--lang", "zh").output.hasPrefix("放大倍数\n"))
    #expect(try bgt.run("help", "balance", "--lang", "zh").output == bgt.run("balance", "--help", "--lang", "zh").output)
  }

  @Test(
    "what the parser says of arguments is said in Chinese, with how the command is written",
    arguments: [
      (["balance", "--bogus"], "没有选项 --bogus", "bgt balance [选项] [<查询> …]；--help 列出全部参数和选项"),
      (["balance", "-x"], "没有选项 -x", "  = bgt balance [选项]"), (["balance", "--depth"], "--depth <级次> 没有值", "bgt balance"),
      (["export", "audit"], "缺少 <文件夹>", "bgt export audit [选项] <文件夹>"),
      (["invest", "a"], "缺少 <金额>", "bgt invest [选项] <项目> <金额> [<币种>]"),
      (["reverse", "17"], "缺少 --reason <原因>", "bgt reverse [选项] <事项> --reason <原因>"),
      (["seal", "2022", "2023"], "多余的参数 2023", "bgt seal [选项] [<年度>]"),
      (["seal", "2022", "x", "y"], "多余的 2 个参数：x、y", "bgt seal"),
      (["leverage", "--decimals", "x"], "--decimals <数> 的值 x 不正确", "bgt leverage [选项]"),
      (["leverage", "--tier", "x"], "--tier <口径> 的值 x 不正确：x 不是口径", "bgt leverage [选项]"),
      (["balance", "--tree=1"], "选项 --tree 不带值，却写了 1", "bgt balance"),
      (["balance", "--daily", "--weekly"], "--weekly 与 --daily 只能用一个", "bgt balance"),
    ])
  func messages(_ words: [String], _ sentence: String, _ hint: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let run = try bgt.run(arguments: words)
    #expect(run.code == 2)
    #expect(run.errors.contains("错误 U7001：\(sentence)"), "\(run.errors)")
    #expect(run.errors.contains(hint), "\(run.errors)")
    let english = try bgt.run(arguments: words + ["--lang", "en"])
    #expect(english.code == 2)
  }

  @Test("in English the parser's messages are as they were")
  func english() throws {
    var bgt = try Bgt()
    defer { bgt.remove() }
    bgt.environment["BGT_LANG"] = "en"
    let run = try bgt.run("balance", "--bogus")
    #expect(run.errors.contains("error U7001: Unknown option '--bogus'. Did you mean '--book'?\n"))
    #expect(run.errors.contains("  = bgt balance [<options>] [<query> ...]; --help says more\n"))
  }

  @Test("the manual in Chinese explains commands and options in Chinese")
  func manual() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let page = try bgt.run("manual", "--lang", "zh").output
    #expect(page.contains("\\fB\\-\\-tier <口径>\\fR"))
    let english = try bgt.run("manual", "--lang", "en").output
    #expect(english.contains("\\fB\\-\\-tier <tier>\\fR") && english.contains("Keeps the books of public equity"))
  }
}
