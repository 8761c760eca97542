import LedgerCore
import Portfolio

/// Command lines that are kept under names, in a small text file beside the books: `月报 = balance --monthly --period 本年`.
///
/// They say how to look at the books, not what happened: they are no events and stand outside the chain.
public struct SavedReports: Sendable {
  /// One command line with its name.
  public struct Report: Hashable, Sendable {
    /// The name, without blanks.
    public var name: String
    /// The command and its arguments.
    public var words: [String]

    public init(name: String, words: [String]) {
      self.name = name
      self.words = words
    }
  }

  /// A line of the file.
  private enum Line: Sendable {
    /// A remark or an empty line, kept as it is.
    case remark(String)
    case report(Report)
  }

  /// The file.
  public let path: String
  private var lines: [Line] = []

  /// The file that belongs to a book or journal.
  public static func path(beside books: String) -> String { books + ".reports" }

  /// Reads a file; one that is not there has no reports.
  ///
  /// - Throws: `badSavedReport` with the place of a line that is no report, `fileUnreadable`.
  public init(reading path: String) throws(Diagnostic) {
    self.path = path
    guard FileBytes.exists(path) else { return }
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let isRemark = line.allSatisfy(\.isWhitespace) || line.first { !$0.isWhitespace } == "#"
      lines.append(isRemark ? .remark(String(line)) : .report(try report(of: line, number: index + 1)))
    }
    if case .remark("")? = lines.last { lines.removeLast() }
  }

  private func report(of line: Substring, number: Int) throws(Diagnostic) -> Report {
    func failure(_ sentence: Wording, _ hint: Wording) -> Diagnostic {
      let place = SourcePosition(file: path, line: number, column: 1, length: max(1, line.count), lineText: String(line))
      return Diagnostic(.badSavedReport, sentence, hint: hint, at: place)
    }
    guard let sign = line.firstIndex(of: "=") else {
      throw failure(
        Wording("该行没有名称", "the line has no name"),
        Wording("写作 名称 = 命令；备注以 # 开头", "write it as NAME = COMMAND, or begin it with # as a remark"))
    }
    let name = String(line[..<sign].split(whereSeparator: \.isWhitespace).joined(separator: " "))
    guard SavedReports.isName(name) else {
      throw failure(
        Wording("\(name) 不能作名称", "\(name) is not a name"), Wording("名称不含空格和引号", "a name has no blanks and no quotes"))
    }
    guard let words = CommandWords.words(of: line[line.index(after: sign)...]) else {
      throw failure(Wording("引号没有结束", "a quotation does not end"), Wording("补上引号", "close it"))
    }
    if words.isEmpty {
      throw failure(
        Wording("\(name) 没有命令", "\(name) has no command"), Wording("在 = 后写 bgt 后面的内容", "write what follows bgt behind the ="))
    }
    if reports.contains(where: { $0.name == name }) {
      throw failure(Wording("\(name) 在此出现两次", "\(name) stands here twice"), Wording("删去一个", "remove one of the two"))
    }
    return Report(name: name, words: words)
  }

  /// Whether a text can be a name: no blanks, no signs of the file, not like an option.
  public static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 64 && !text.hasPrefix("-")
      && text.allSatisfy { !$0.isWhitespace && !"=#\"'\\".contains($0) && $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } }
  }

  /// The reports in the order of the file.
  public var reports: [Report] {
    lines.compactMap { line in if case .report(let report) = line { report } else { nil } }
  }

  /// The report of a name.
  ///
  /// - Throws: `savedReportUnknown` with the name most likely meant.
  public func report(named name: String) throws(Diagnostic) -> Report {
    if let report = reports.first(where: { $0.name == name }) { return report }
    let near = Spelling.nearest(to: name, among: reports.map(\.name))
    throw Diagnostic(
      .savedReportUnknown, Wording("\(path) 中没有保存名为 \(name) 的报表", "no report is saved as \(name) in \(path)"),
      hint: near.map(Wording.didYouMean) ?? Wording("bgt saved list 列出全部", "bgt saved list shows them all"))
  }

  /// Adds a report at the end, or puts it in the place of one of its name.
  ///
  /// - Throws: `savedReportExists` unless it may replace one, `badUsage` for a text that is no name.
  public mutating func add(_ report: Report, replacing: Bool) throws(Diagnostic) {
    guard SavedReports.isName(report.name) else {
      throw Diagnostic(
        .badUsage, Wording("\(report.name) 不能作名称", "\(report.name) is not a name"),
        hint: Wording("名称不含空格、引号和 =", "a name has no blanks, no quotes and no = in it"))
    }
    let place = lines.firstIndex { line in if case .report(let other) = line { other.name == report.name } else { false } }
    guard let place else { return lines.append(.report(report)) }
    if !replacing {
      throw Diagnostic(
        .savedReportExists,
        Wording(
          "\(report.name) 已经保存：bgt \(CommandWords.line((try self.report(named: report.name)).words))",
          "\(report.name) is saved already: bgt \(CommandWords.line((try self.report(named: report.name)).words))"),
        hint: Wording("另起名称，或加 --replace", "choose another name, or say --replace"))
    }
    lines[place] = .report(report)
  }

  /// Removes a report.
  ///
  /// - Throws: `savedReportUnknown`.
  public mutating func remove(_ name: String) throws(Diagnostic) {
    _ = try report(named: name)
    lines.removeAll { line in if case .report(let report) = line { report.name == name } else { false } }
  }

  /// Writes the file, all of it at once.
  ///
  /// - Throws: `storeFailed` or `diskFull`.
  public func write() throws(Diagnostic) {
    var text = ""
    for line in lines {
      switch line {
      case .remark(let remark): text += remark + "\n"
      case .report(let report): text += "\(report.name) = \(CommandWords.line(report.words))\n"
      }
    }
    try FileBytes.write(Array(text.utf8), to: path)
  }
}
