import ArgumentParser
import FundLedger

/// `bgt export register`: a register as a workbook or a table in text, that imports again to the same events.
struct ExportRegister: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: Wording("导出台账：写成 XLSX 或 CSV，重新导入即得相同的事项。", "A register (台账) as XLSX or CSV, which imports again to the same events. 导出台账"),
    discussion: Wording(
      """
      类型为 investments、envelopes、social、loans、valuations、dividends、exits 或其中文名称，或任一事项类型。已冲销的事项不导出。金额以元为单位；\
      同一行的两个事项所载不同的，另成一列，如 出资.文号。表头与 bgt template 的模板相同。
      """,
      """
      KIND is investments, envelopes, social, loans, valuations, dividends, exits, their Chinese names, or any kind of event.
      Reversed events are left out. Amounts are in yuan; what two events of a row say differently stands in a column of its
      own, such as 出资.文号. The template of bgt template has the same headings.
      """))

  @OptionGroup var book: BookOptions

  @Argument(
    help: ArgumentHelp("台账，如 investments 或 股权投资台账。", "The register, as investments or 股权投资台账.", valueName: "kind"),
    completion: .list(RegisterCatalog.kinds.map(\.name)))
  var kind: String

  @Option(
    name: [.short, .long], help: ArgumentHelp("写入文件；工作簿必须写成文件。", "Write to a file; a workbook needs one.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("xlsx 或 csv（缺省看文件名，否则为 csv）。", "xlsx or csv (default: by the file's name, else csv)."),
    completion: .list(["xlsx", "csv"]))
  var format: String?

  @Option(
    help: ArgumentHelp("表头用 zh 或 en（缺省看系统语言）。", "zh or en headings (default: from the locale)."), completion: .list(["zh", "en"]),
    transform: Parsing.language)
  var lang: Language?

  func run() throws {
    let register = try RegisterFile.kind(named: kind)
    let opened = try Book.open(at: book.path, readOnly: true)
    let sheet = try RegisterFile.sheet(of: opened, kind: register, chinese: (lang ?? OutputOptions.localeLanguage) == .zh)
    let form = format ?? (output?.lowercased().hasSuffix(".xlsx") == true ? "xlsx" : "csv")
    switch (form, output) {
    case ("xlsx", let output?): try RegisterFile.write(to: output) { path throws(Diagnostic) in try sheet.writeWorkbook(to: path) }
    case ("csv", let output?): try FileBytes.write(sheet.csv(mark: true), to: output)
    case ("csv", nil): return Terminal.write(sheet.csv(mark: false))
    case ("xlsx", nil):
      throw ValidationError(Wording("工作簿要写成文件：-o \(register.name).xlsx", "a workbook is written to a file: -o \(register.name).xlsx"))
    default: throw ValidationError(Wording("\(form) 不是台账的格式；有 xlsx 和 csv", "\(form) is not a format of registers; there are xlsx and csv"))
    }
    let count = sheet.rows.count
    if let output { Terminal.say(Wording("\(output)：\(count) 行", "\(output): \(EnglishCount.of(count, "row"))")) }
  }
}
