import ArgumentParser
import FundLedger

/// `bgt record KIND`: records one event of any kind, with the flags that its declaration gives.
struct Record: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: Wording("记录事项：记录任一类型的一个事项。", "Records one event of any kind. 记录事项"),
    usage: Wording(
      "bgt record 事项类型 值… [--字段 值]… [--date 日期] [--book 文件]", "bgt record KIND VALUE… [--FIELD VALUE]… [--date DATE] [--book FILE]"),
    discussion: Wording(
      "`bgt record --help` 列出事项类型，`bgt record 事项类型 --help` 列出该类事项的字段。",
      "`bgt record --help` lists the kinds, `bgt record KIND --help` the fields of one."))

  @Argument(
    parsing: .captureForPassthrough, help: ArgumentHelp("事项类型、值和字段。", "Kind, values and fields."),
    completion: .list(EventCatalog.kinds.filter { $0.group != .book }.map(\.name)))
  var words: [String] = []

  func run() throws {
    var own = try RecordOptions(words)
    if own.words.contains("-f") || own.words.contains("--file") {
      throw Diagnostic(
        .badUsage, Wording("记录要有账簿；文本账只供读取", "record needs a book; a journal is only read"),
        hint: Wording("写 --book 文件，或把事项写进文本账", "give --book FILE, or add the event to the journal"))
    }
    guard let name = own.words.first, name != "--help", name != "-h" else {
      return Record.show(EventReference.help(chinese: own.language == .zh), own.language)
    }
    own.words.removeFirst()
    guard let kind = EventCatalog.kind(named: name), kind.group != .book else { throw unknown(name) }
    if own.words.contains("--help") || own.words.contains("-h") {
      let isChinese = own.language == .zh
      let more = Record.furtherOptions(of: kind, chinese: isChinese)
      return Record.show(EventReference.help(of: kind, chinese: isChinese) + more, own.language)
    }
    let book = try BookFiles.open(at: own.book ?? Terminal.environment("BGT_BOOK") ?? "book.bgt")
    let words = own.words
    let outcome = try book.recordOne(
      source: "bgt record \(name)", again: own.isAgain, isDated: CommandLineReader.givesDay(words), today: SystemClock.today,
      keepsQuota: own.keepsQuota
    ) { register throws(Diagnostic) in
      try CommandLineReader(register: register).event(words, of: kind, day: SystemClock.today)
    }
    try Recorded.show(outcome, in: book, own.output)
  }

  /// The options that are no fields of the event.
  private static func furtherOptions(of kind: EventDeclaration, chinese isChinese: Bool) -> String {
    let closes = kind.name == "close"
    if isChinese {
      return """

        其他选项：
          --date 日期    缺省为今天，match 为所勾对各项的最后一日
          --again        相同事项再次发生时照记
        \(closes ? "  --keep         年结时保留指标余额\n" : "")  --book 文件    账簿文件
          --format、-o、--encoding、--lang、--unit、--color：见 bgt help 格式

        """
    }
    let parts = [
      "--date defaults to today, that of a match to the last day of what it matches", "--again records the same event once more",
      closes ? "--keep closes a year although envelopes hold money" : nil, "--book FILE", "--format, -o, --lang, --unit",
    ]
    return "\nFurther options:\n  \(parts.compactMap(\.self).joined(separator: "; "))\n"
  }

  /// Writes help; Chinese wraps nowhere by itself in columns.
  private static func show(_ help: String, _ language: Language) {
    Terminal.write(language == .zh ? LineBreaking.ofTerminal.broken(help: help) : help)
  }

  private func unknown(_ name: String) -> Diagnostic {
    if let kind = EventCatalog.kind(named: name) {
      return Diagnostic(
        .unknownKind,
        Wording(
          "\(kind.chinese)（\(kind.name)）是文本账和打印中的一行，不用手工记录",
          "\(kind.name) is a line of journals and prints, and is not recorded by hand"),
        hint: Wording(
          "bgt init 建立账簿；bgt import 导入文本账时一并记录其 book 和 batch 行",
          "bgt init makes a book; bgt import records a journal with its book and batch lines"))
    }
    let names = EventCatalog.kinds.filter { $0.group != .book }.flatMap { [$0.name, $0.chinese] }
    let near = Spelling.nearest(to: name, among: names)
    return Diagnostic(
      .unknownKind, Wording("没有 \(name) 这种事项", "\(name) is not an event kind"),
      hint: .didYouMean(near, then: Wording("bgt record --help 列出各种事项", "bgt record --help lists the kinds")))
  }
}
