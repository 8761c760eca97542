import LedgerCore
import Portfolio
import ReportDocument
import Spreadsheets

/// What is said of the rows of a register, in words.
enum RegisterWords {
  /// The warning for a row that differs from what the book has.
  static func warning(
    _ event: RegisterEvent, _ sequence: Int64, _ differences: [RegisterPlan.Difference], _ table: RegisterTable,
    in language: Language
  ) -> Diagnostic {
    let kind = event.event.kind
    let before = sequence == 0 ? Phrase("上文一行", "a row above") : .plain("#\(sequence)")
    let list = Phrase(
      differences.map { text($0, chinese: true) }.joined(separator: "，"), differences.map { text($0) }.joined(separator: ", "))
    let message = Phrase(
      "\(kind.chinese) \(event.subject) 与 \(before.zh) 不同：\(list.zh)；未记入",
      "\(kind.name) \(event.subject) differs from \(before.en): \(list.en); nothing was recorded of it")
    let day = differences.first { $0.field == nil }?.old ?? event.event.day?.description ?? ""
    let hint: Phrase =
      sequence == 0
      ? Phrase("各行对 \(event.subject) 的说法应当一致", "let all rows say the same of \(event.subject)")
      : event.slot.declaresName
        ? Phrase(
          "如文件正确，用 bgt record \(kind.name) 记入变更", "if the file is right, record what changed: bgt record \(kind.name)")
        : Phrase(
          "如文件正确，先冲销 \(before.zh)，再次导入：bgt reverse \(sequence) --date \(day) --reason …",
          "if the file is right, reverse \(before.en) on its day and import again: bgt reverse \(sequence) --date \(day) --reason …")
          + (event.isTelling
            ? .none : Phrase("；如为另一笔，为该行写明文号或编号", "; if it is another one, give the row a number (编号) or document (文号) of its own"))
    let diagnostic = Diagnostic(.registerDiffers, message[language], hint: hint[language], severity: .warning)
    return table.located(diagnostic, of: event)
  }

  /// The warning for a total that is not what its rows come to.
  static func warning(_ total: TotalDifference, _ table: RegisterTable, in language: Language) -> Diagnostic {
    let hint = Phrase("是否漏了行，或某行金额有误？合计行本身不记入", "is a row missing, or an amount wrong? the row of totals is not recorded")
    return table.file.failure(
      .registerTotalDiffers, message(total)[language], at: total.column, in: total.row, of: table.sheet, hint: hint[language],
      severity: .warning)
  }

  /// The notes on what a workbook hides: rows are read all the same, sheets are left out.
  static func notes(onHidden table: RegisterTable) -> [(message: Phrase, hint: Phrase)] {
    var notes: [(Phrase, Phrase)] = []
    let rows = table.hiddenRows
    if !rows.isEmpty {
      let shown = rows.prefix(20).map(String.init).joined(separator: ", ") + (rows.count > 20 ? " …" : "")
      notes.append(
        (
          Phrase(
            "\(table.file.name)：隐藏的行同样读入：\(rows.count) 行（行 \(shown)）",
            "\(table.file.name): hidden rows are read like others: \(EnglishCount.of(rows.count, "row", "rows")) (\(shown))"),
          Phrase("不应记入的行请删除，筛选或隐藏不起作用", "delete rows that are not to be recorded; a filter leaves none out")
        ))
    }
    if !table.hiddenSheets.isEmpty {
      let names = table.hiddenSheets
      notes.append(
        (
          Phrase(
            "\(table.file.name)：隐藏的工作表未读取：\(names.joined(separator: "、"))",
            "\(table.file.name): hidden sheets are not read: \(names.joined(separator: ", "))"),
          Phrase("如需记入，取消隐藏，或用 --sheet 指明", "if they are to be recorded, unhide them or name one with --sheet")
        ))
    }
    return notes
  }

  /// The note on dates of which something is taken for granted.
  static func note(_ date: AssumedDate, _ table: RegisterTable, in language: Language) -> Diagnostic {
    let hint =
      date.reason == .order
      ? Phrase(
        "如年份不在首位，在映射文件中写明 date-format，或把年份写成四位",
        "if the year does not stand first, say date-format in a mapping, or write years with four digits")
      : Phrase("如指其他年份，请写成四位", "if another year is meant, write it with four digits")
    return table.file.failure(
      .dateAssumed, message(date)[language], at: date.column, in: date.row, of: table.sheet, hint: hint[language], severity: .note)
  }

  /// How such dates are read.
  static func message(_ date: AssumedDate) -> Phrase {
    switch date.reason {
    case .order:
      Phrase("日期按年、月、日读取：\(date.text) 为 \(date.day)", "dates are read as year, month, day: \(date.text) is \(date.day)")
    case .century(let last):
      Phrase("两位年份不晚于 \(last) 年：\(date.text) 为 \(date.day)", "years of two digits are none after \(last): \(date.text) is \(date.day)")
    }
  }

  /// What a total states, and what its rows come to.
  static func message(_ total: TotalDifference) -> Phrase {
    let texts = [total.stated, total.sum].map {
      DecimalText.format($0, scale: total.commodity.scale, grouped: true) + " \(total.commodity.code)"
    }
    return Phrase(
      "第 \(total.row.number) 行“\(total.label)”的\(total.heading)为 \(texts[0])，各行合计 \(texts[1])",
      "row \(total.row.number), \(total.label), states \(texts[0]) under \(total.heading); its rows add up to \(texts[1])")
  }

  /// One difference: `amount 5,000,000.00 → 5,500,000.00`.
  static func text(_ difference: RegisterPlan.Difference, chinese: Bool = false) -> String {
    let name = difference.field.map { chinese ? $0.chinese : $0.name } ?? (chinese ? "日期" : "date")
    let none = chinese ? "空" : "nothing"
    return "\(name) \(difference.old.isEmpty ? none : difference.old) → \(difference.new.isEmpty ? none : difference.new)"
  }
}
