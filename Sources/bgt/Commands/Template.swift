import ArgumentParser
import FundLedger

/// `bgt template`: an empty table of a register to fill in.
struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: Wording("台账模板：写一份空白台账（XLSX 或 CSV）供填写。", "Writes an empty register (台账) as XLSX or CSV to fill in. 台账模板"),
    discussion: Wording(
      """
      类型为 envelopes、investments、plans、social、loans、valuations、dividends、exits 或其中文名称，或任一事项类型。示例行导入时略去；\
      工作簿中表头附批注，选择项可从列表中选。填好后：bgt import 文件 --dry-run
      """,
      """
      KIND is envelopes, investments, plans, social, loans, valuations, dividends, exits, their Chinese names, or any kind of
      event. The example row is left out when the file is imported; in a workbook each heading has a comment, and words are
      chosen from lists. Fill it in, then: bgt import FILE --dry-run
      """))

  @Argument(
    help: ArgumentHelp("台账，如 investments 或 股权投资台账。", "The register, as investments or 股权投资台账.", valueName: "kind"),
    completion: .list(RegisterCatalog.kinds.map(\.name)))
  var kind: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("所写的文件（缺省为 类型.xlsx，已存在时不覆盖）。", "The file to write (default: KIND.xlsx, unless it exists).", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("xlsx 或 csv（缺省看文件名，否则为 xlsx）。", "xlsx or csv (default: by the file's name, else xlsx)."),
    completion: .list(["xlsx", "csv"]))
  var format: String?

  @Option(
    help: ArgumentHelp("表头用 zh 或 en（缺省看系统语言）。", "zh or en headings (default: from the locale)."), completion: .list(["zh", "en"]),
    transform: Parsing.language)
  var lang: Language?

  func run() throws {
    let register = try RegisterFile.kind(named: kind)
    let form = try format ?? formOfName()
    guard ["xlsx", "csv"].contains(form) else {
      throw ValidationError(Wording("\(form) 不是台账的格式；有 xlsx 和 csv", "\(form) is not a format of registers; there are xlsx and csv"))
    }
    let path = output ?? "\(register.name).\(form)"
    if output == nil, FileBytes.exists(path) {
      throw Diagnostic(
        .badUsage, Wording("\(path) 已经存在", "\(path) exists already"),
        hint: Wording("用 -o 文件 另起名称，或用 -o \(path) 覆盖", "name another with -o FILE, or -o \(path) to write over it"))
    }
    let template = try RegisterFile.template(of: register, chinese: (lang ?? OutputOptions.localeLanguage) == .zh)
    if form == "csv" {
      try FileBytes.write(template.csv(mark: true), to: path)
    } else {
      try RegisterFile.write(to: path) { path throws(Diagnostic) in try template.write(to: path) }
    }
    Terminal.say(
      Wording("\(path)：填好后执行 bgt import \(path) --dry-run", "\(path): fill it in, then bgt import \(path) --dry-run"))
  }

  /// The format that the name of the file says.
  private func formOfName() throws(Diagnostic) -> String {
    guard let output, let dot = output.lastIndex(of: "."), !output[dot...].contains("/") else { return "xlsx" }
    let ending = output[output.index(after: dot)...].lowercased()
    if ["xlsx", "csv"].contains(ending) { return ending }
    throw Diagnostic(
      .badUsage, Wording("台账不能写成 .\(ending)", "no register is written as .\(ending)"),
      hint: Wording("文件名以 .xlsx 或 .csv 结尾，或写 --format xlsx 或 csv", "name the file .xlsx or .csv, or give --format xlsx or csv"))
  }
}
