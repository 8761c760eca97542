import ArgumentParser
import FundLedger

/// The words of a saved report: checked to be a command that only reads.
enum ReportWords {
  /// Commands that show the books and may record as well.
  private static let recording: [any ParsableCommand.Type] = [Close.self]

  /// The command of a line, with its books.
  ///
  /// - Throws: `notAReport` for a command that records, or runs saved reports itself; what the parser throws.
  static func command(_ words: [String], books: [String]) throws -> any ParsableCommand {
    if let own = words.first(where: { namesBooks($0) }) {
      throw Diagnostic(
        .notAReport, Wording("\(own) 会读取与所保存报表不同的账簿", "\(own) would read other books than those that the report is saved for"),
        hint: Wording("请不写；bgt saved run --book 文件 指明账簿", "leave it out; bgt saved run --book FILE says which books"))
    }
    let arguments = ArgumentOrder.hoisted(books + words)
    try CommandNames.check(arguments)
    try OutputGuard.check(arguments)
    let command = try Bgt.parseAsRoot(arguments)
    let reads = Mirror(reflecting: command).children.contains { $0.value is OptionGroup<SourceOptions> }
    guard reads, !recording.contains(where: { $0 == type(of: command) }) else {
      throw Diagnostic(
        .notAReport, Wording("\(words.first ?? "空白") 不是报告", "\(words.first ?? "nothing") is not a report"),
        hint: Wording("保存只显示账簿的命令，如 balance", "save a command that only shows the books, such as balance"))
    }
    return command
  }

  private static func namesBooks(_ word: String) -> Bool {
    ["--book", "--file", "-f"].contains { word == $0 || word.hasPrefix($0 + "=") }
  }
}
