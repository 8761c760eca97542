import LedgerCore
import Portfolio
import ReportDocument
import Spreadsheets

/// What is said of the rows of a register, in words.
enum RegisterWords {
  /// The warning for a row that differs from what the book has.
  static func warning(
    _ event: RegisterEvent, _ sequence: Int64, _ differences: [RegisterPlan.Difference], _ table: RegisterTable
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
          + (event.isNumbered ? .none : asNew(event, table))
    let diagnostic = Diagnostic(.registerDiffers, message.wording, hint: hint.wording, severity: .warning)
    return table.located(diagnostic, of: event)
  }

  /// Why rows cannot be new: the table has none of these numbers, or a total there; nil when it has them all, or a flaw that may be
  /// theirs.
  static func missing(_ rows: Set<Int>, in plan: RegisterPlan) -> Diagnostic? {
    let there = Set(plan.lines.map(\.event.row.number))
    let missing = rows.subtracting(there)
    if missing.isEmpty || !plan.problems.isEmpty { return nil }
    var ranges: [(first: Int, last: Int)] = []
    for row in there.sorted() {
      if let last = ranges.last, last.last + 1 == row { ranges[ranges.count - 1].last = row } else { ranges.append((row, row)) }
    }
    let shown = ranges.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)" }
    let wanted = missing.sorted().map(String.init)
    let name = plan.table.file.name
    return Diagnostic(
      .badUsage,
      Wording(
        "--as-new：\(name) 第 \(wanted.joined(separator: "、")) 行不是数据行",
        "--as-new: no data in row \(wanted.joined(separator: ", ")) of \(name)"),
      hint: there.isEmpty
        ? Wording("该表没有数据行", "the table has no rows of data")
        : Wording(
          "数据行：\(shown.joined(separator: "、"))；行号见 bgt import --dry-run",
          "rows of data: \(shown.joined(separator: ", ")); bgt import --dry-run shows their numbers"))
  }

  /// How to say that a row is another one than that of the book.
  private static func asNew(_ event: RegisterEvent, _ table: RegisterTable) -> Phrase {
    let sheet = table.sheet.name.isEmpty ? "" : " --sheet \(table.sheet.name)"
    let command = "bgt import \(table.file.name)\(sheet) --as-new \(event.row.number)"
    return Phrase("；如为另一笔：\(command)", "; if it is another one: \(command)")
  }

  /// The warning for a row that is taken for another instalment beside an event of the book.
  static func warning(
    _ event: RegisterEvent, beside known: RegisterHistory.Known, _ table: RegisterTable, _ register: Register
  ) -> Diagnostic {
    func words(_ event: Event) -> String {
      let money = event.amount("amount") ?? event.amount("ours")
      let amount = money.map { DecimalText.format($0.minorUnits, scale: register[$0.commodity].scale, grouped: true) }
      return [event.day?.description, amount].compactMap(\.self).joined(separator: " ")
    }
    let kind = event.event.kind
    let (new, old, sequence) = (words(event.event), words(known.event), known.sequence)
    let message = Phrase(
      "\(kind.chinese) \(event.subject) \(new) 作为另一笔记入：与 #\(sequence)（\(old)）文号相同，日期和金额都不同",
      "\(kind.name) \(event.subject) \(new) counts beside #\(sequence) (\(old)): the same document, another day and amount")
    let day = known.event.day?.description ?? ""
    let hint = Phrase(
      "如该行是更正 #\(sequence)，将其冲销：bgt reverse \(sequence) --date \(day) --reason …",
      "if the row puts #\(sequence) right, reverse that one: bgt reverse \(sequence) --date \(day) --reason …")
    return table.located(Diagnostic(.anotherInstalment, message.wording, hint: hint.wording, severity: .warning), of: event)
  }

  /// The warning for a total that is not what its rows come to.
  static func warning(_ total: TotalDifference, _ table: RegisterTable) -> Diagnostic {
    let hint = Phrase("是否漏了行，或某行金额有误？合计行本身不记入", "is a row missing, or an amount wrong? the row of totals is not recorded")
    return table.file.failure(
      .registerTotalDiffers, message(total).wording, at: total.column, in: total.row, of: table.sheet, hint: hint.wording,
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

  /// The note on sheets whose headings do not tell which register they are.
  static func notes(onUntold table: RegisterTable) -> [(message: Phrase, hint: Phrase)] {
    let names = table.untoldSheets
    if names.isEmpty { return [] }
    return [
      (
        Phrase(
          "\(table.file.name)：看不出是哪一种台账的工作表未读取：\(names.joined(separator: "、"))",
          "\(table.file.name): sheets are not read, as their headings tell no register: \(names.joined(separator: ", "))"
        ),
        Phrase(
          "汇总表不必导入；如需记入，用 --sheet 和 --register 指明",
          "sums need not be imported; if they are to be recorded, name one with --sheet and --register")
      )
    ]
  }

  /// What to do about rows that are left out for a reason.
  static func hint(onRowsLeftOut reason: RowSkip) -> Phrase {
    switch reason {
    case .brought:
      Phrase(
        "其内容须已在账簿中：先导入以前的台账，或用 bgt record opening",
        "the book must have it already: import the register before, or bgt record opening")
    case .void:
      Phrase(
        "确已作废的，从表中删去该行；仍然有效的，清空该单元格；也可在对照表中写 skip",
        "delete the row if it is void; clear the cell if it is not; or say skip in a mapping")
    case .planned:
      Phrase(
        "尚未支付的，从表中删去或移到另一张表；已经支付的，移到已出资一节",
        "delete the row, or put it in another table, if it is not paid; put it in the section of what is paid if it is")
    default: Phrase("用 bgt import --dry-run 逐行查看", "bgt import --dry-run shows every row")
    }
  }

  /// The note on dates of which something is taken for granted.
  static func note(_ date: AssumedDate, _ table: RegisterTable) -> Diagnostic {
    let hint =
      date.reason == .order
      ? Phrase(
        "如年份不在首位，在对照表中写明 date-format，或把年份写成四位",
        "if the year does not stand first, say date-format in a mapping, or write years with four digits")
      : Phrase("如指其他年份，请写成四位", "if another year is meant, write it with four digits")
    return table.file.failure(
      .dateAssumed, message(date).wording, at: date.column, in: date.row, of: table.sheet, hint: hint.wording, severity: .note)
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
    let difference = Int128(total.sum) - Int128(total.stated)
    let texts = [total.stated, total.sum, Int64(clamping: difference.magnitude)].map {
      DecimalText.format($0, scale: total.commodity.scale, grouped: true)
    }
    let code = total.commodity.code
    let unit = code == "CNY" ? "元" : code
    let rows = total.isOfPeriod ? Phrase("该期间各行", "the rows of that period") : Phrase("各行", "its rows")
    let sign = difference < 0 ? Phrase("少", "less") : Phrase("多", "more")
    return Phrase(
      "第 \(total.row.number) 行“\(total.label)”的\(total.heading)为 \(texts[0]) \(unit)，\(rows.zh)合计 \(texts[1]) \(unit)，"
        + "\(sign.zh) \(texts[2]) \(unit)",
      "row \(total.row.number), \(total.label), states \(texts[0]) \(code) under \(total.heading); \(rows.en) add up to \(texts[1]) \(code), "
        + "\(texts[2]) \(sign.en)")
  }

  /// A refusal in the words of whoever fills registers in: names come from other registers, and an empty cell is not the one above.
  static func explained(_ refusal: Diagnostic) -> Diagnostic {
    var copy = refusal
    switch refusal.code {
    case .unknownDeal where refusal.hint.hasPrefix("declare it first"):
      copy.advice = Wording(
        "先导入股权投资台账（investments），或在同一命令中一并导入；或那里写法不同？",
        "import 股权投资台账 (investments) first, or in the same command; or is it written otherwise there?")
    case .unknownAccount where refusal.hint.hasPrefix("declare it first"):
      copy.advice = Wording(
        "先设置科目，如文本账中的一行：account 其他财政存款:托管户 class:asset",
        "record the account first, as by a line of a journal: account 其他财政存款:托管户 class:asset")
    case .missingField where refusal.message.contains("needs deal"):
      copy.advice = Wording(
        "空单元格不等于上一格：每行写明项目，或合并单元格",
        "an empty cell is not the one above it: write the project in each row, or merge the cells")
    case .overRecycled where refusal.message.contains("at the holder"):
      copy.advice =
        copy.advice
        + Wording(
          "；先到持股机构的资金，在退出一行的资金账户（cash）写科目，如 其他财政存款",
          "; money that reached the holder first has its account in 资金账户 (cash) of the exit's row, as 其他财政存款")
    default: break
    }
    return copy
  }

  /// One difference: `amount 5,000,000.00 → 5,500,000.00`.
  static func text(_ difference: RegisterPlan.Difference, chinese: Bool = false) -> String {
    let name = difference.field.map { chinese ? $0.chinese : $0.name } ?? (chinese ? "日期" : "date")
    func shown(_ value: String) -> String {
      if value.isEmpty { return chinese ? "空" : "nothing" }
      guard chinese, case .choice(let choices)? = difference.field?.type else { return value }
      return choices.first { $0.name == value }.map { "\($0.chinese)（\($0.name)）" } ?? value
    }
    return "\(name) \(shown(difference.old)) → \(shown(difference.new))"
  }
}
