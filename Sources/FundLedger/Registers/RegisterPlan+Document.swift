import LedgerCore
import Portfolio
import ReportDocument
import Spreadsheets

extension RegisterPlan {
  /// The plan as a document: each row with what would be recorded of it, and what not and why.
  public func document(register: Register) -> ReportDocument {
    var rows = Table(
      "rows",
      columns: [
        Column("row", Phrase("行", "row"), .integer), Column("event", Phrase("事项", "event")),
        Column("date", Phrase("日期", "date"), .day), Column("subject", Phrase("对象", "subject")),
        Column("amount", Phrase("金额", "amount"), .moneyInFull), Column("outcome", Phrase("结果", "outcome")),
        Column("remark", Phrase("说明", "remark")),
      ])
    let told = Dictionary(grouping: lines, by: \.event.row.number)
    let left = Dictionary(grouping: skipped, by: \.row.number)
    let flawed = Dictionary(grouping: problems, by: { row(of: $0) })
    let numbers = Set(told.keys).union(left.keys).union(flawed.keys).sorted()
    for number in numbers {
      for skip in left[number] ?? [] {
        rows.add(
          .integer(Int64(number)), .empty, .empty, .text(String(skip.row.cells.first?.text.prefix(24) ?? "")), .empty,
          .code("left-out", Phrase("略过", "left out")), .phrase(Phrase(skip.reason.chinese, skip.reason.reason)))
      }
      for problem in flawed[number] ?? [] {
        rows.add(
          .integer(Int64(number)), .empty, .empty, .text(problem.position?.place ?? ""), .empty,
          .code("error", Phrase("错误", "error")), .phrase(.plain("\(problem.code.rawValue) ") + Phrase(problem.sentence)))
      }
      for line in told[number] ?? [] { add(line, register, to: &rows) }
    }
    let title = Phrase("导入\(table.kind.chinese)：\(place)", "Import of \(table.kind.name): \(place)")
    return ReportDocument(
      "registerImport", title: title, sections: [Section("rows", title: .none, blocks: [.table(rows)])], notes: notes)
  }

  /// The file and the sheet.
  private var place: String { table.file.name + (table.sheet.name.isEmpty ? "" : " · \(table.sheet.name)") }

  private func row(of problem: Diagnostic) -> Int { problem.position?.line ?? 0 }

  private func add(_ line: Line, _ register: Register, to rows: inout Table) {
    let event = line.event.event
    let money = event.amount("amount") ?? event.amount("ours") ?? event.amount("cost")
    var (code, outcome, remark) = words(of: line.fate)
    if let beside = line.beside {
      remark = Phrase("与 #\(beside.sequence) 文号相同，作为另一笔", "another one beside #\(beside.sequence), of the same document")
    }
    rows.add(
      .integer(Int64(line.event.row.number)), .code(event.kind.name, Phrase(event.kind.chinese, event.kind.name)),
      event.day.map { .day($0) } ?? .empty, .text(line.event.subject),
      money.map { .money($0.minorUnits, register[$0.commodity]) } ?? .empty, .code(code, outcome), .phrase(remark))
  }

  private func words(of fate: Fate) -> (String, Phrase, Phrase) {
    switch fate {
    case .new: return ("new", Phrase("新增", "new"), .none)
    case .known(let sequence): return ("known", Phrase("已有", "known"), Phrase("即 #\(sequence)", "it is #\(sequence)"))
    case .repeated: return ("repeated", Phrase("重复", "repeated"), Phrase("上文已有", "said by a row above"))
    case .refused(let problem):
      return (
        "refused", Phrase("拒绝", "refused"),
        .plain("\(problem.code.rawValue) ") + Phrase(problem.sentence)
      )
    case .differs(let sequence, let differences):
      let place = sequence == 0 ? ("与上文不同：", "differs from a row above: ") : ("与 #\(sequence) 不同：", "differs from #\(sequence): ")
      return (
        "differs", Phrase("不同", "differs"),
        Phrase(
          place.0 + differences.map { RegisterWords.text($0, chinese: true) }.joined(separator: "；"),
          place.1 + differences.map { RegisterWords.text($0) }.joined(separator: "; "))
      )
    }
  }

  /// Columns of the file that are not recorded.
  private var notes: [Phrase] {
    let unread = table.unreadHeadings
    let unknown = unread.filter { $0.reason.isEmpty }.map(\.heading)
    var notes: [Phrase] = unread.filter { !$0.reason.isEmpty }.map { known in
      Phrase("列“\(known.heading)”不记入：\(known.chinese)", "column \(known.heading) is not recorded: \(known.reason)")
    }
    notes += assumedUnits.map(\.message) + assumedDates.map(RegisterWords.message) + totals.map(RegisterWords.message)
    notes += (RegisterWords.notes(onHidden: table) + RegisterWords.notes(onUntold: table)).map(\.message)
    notes += table.takenHeadings.map { taken in
      Phrase("列“\(taken.heading)”按“\(taken.column.chinese)”读取", "column \(taken.heading) is read as \(taken.column.name)")
    }
    if !unknown.isEmpty {
      notes.append(
        Phrase("不认识的列，未读取：\(unknown.joined(separator: "、"))", "columns not known and not read: \(unknown.joined(separator: ", "))"))
    }
    return notes
  }

  /// What is said of rows that repeat others, and of what others repeat in part.
  private func repeatedRows() -> [Diagnostic] {
    let facts = Dictionary(grouping: lines.filter { !$0.event.slot.declaresName }, by: \.event.row.number)
    let whole = repeated.filter { event in
      facts[event.row.number]?.allSatisfy { if case .repeated = $0.fate { true } else { false } } == true
    }
    let parts = repeated.filter { event in !whole.contains { $0.row.number == event.row.number } }
    var remarks: [Diagnostic] = []
    if let first = whole.first {
      let (count, shown) = RegisterPlan.numbers(of: whole.map(\.row))
      let message = Phrase(
        "略过 \(count) 行：与上文的一行相同（行 \(shown)）",
        count == 1
          ? "1 row is left out: it says what a row above says (row \(shown))"
          : "\(count) rows are left out: they say what rows above say (rows \(shown))")
      remarks.append(note(message, Phrase("确为两笔时，用 --as-new 指明行号", "if it happened twice, name the row: --as-new"), first.row))
    }
    if let first = parts.first {
      let (count, shown) = RegisterPlan.numbers(of: parts.map(\.row))
      let kinds = Set(parts.map { $0.event.kind.name }).sorted()
      let names = kinds.compactMap { name in parts.first { $0.event.kind.name == name }?.event.kind.chinese }
      let message = Phrase(
        "\(names.joined(separator: "、"))与上文的一行相同，不重复记入（行 \(shown)）",
        "\(kinds.joined(separator: ", ")) is that of a row above and not recorded again (\(count == 1 ? "row" : "rows") \(shown))")
      remarks.append(note(message, Phrase("确为两笔时，用 --as-new 指明行号", "if it happened twice, name the row: --as-new"), first.row))
    }
    return remarks
  }

  private func note(
    _ message: Phrase, _ hint: Phrase, _ row: SheetRow, severity: Diagnostic.Severity = .note
  ) -> Diagnostic {
    Diagnostic(
      .rowLeftOut, message.wording, hint: hint.wording,
      at: table.file.position(of: row.cells.first?.column, in: row, of: table.sheet), severity: severity)
  }

  /// How many rows some are, and their numbers.
  private static func numbers(of rows: [SheetRow]) -> (count: Int, shown: String) {
    let numbers = Set(rows.map(\.number)).sorted()
    return (numbers.count, numbers.prefix(20).map(String.init).joined(separator: ", ") + (numbers.count > 20 ? " …" : ""))
  }

  /// What is said of headings with words in brackets that are no unit, and of cells whose format shows the unit already.
  private var assumedUnits: [(message: Phrase, hint: Phrase)] {
    let scaled: [(message: Phrase, hint: Phrase)] = table.scaledHeadings.map { heading, unit in
      (
        Phrase(
          "\(table.file.name)：“\(heading)”的单元格格式已按\(unit)显示，所存的数按元读入",
          "\(table.file.name): the cells under \(heading) are shown in \(unit) by their format; what they hold is read as yuan"),
        Phrase("如所存的数已是\(unit)，把格式改为常规", "if they hold \(unit), set their format to General")
      )
    }
    let named: [(message: Phrase, hint: Phrase)] = table.assumedUnits.map { heading, unit in
      let message = Phrase(
        "\(table.file.name)：“\(heading)”括号内不是单位，金额按\(unit)读入",
        "\(table.file.name): \(heading) names no unit; its amounts are read in \(unit)")
      return (message, Phrase("如为其他单位，写作（万元）等", "if they are in another, write it, as （万元）"))
    }
    return scaled + named
  }

  /// How many rows were left out, by reason.
  public var leftOut: [(reason: RowSkip, count: Int)] {
    Dictionary(grouping: skipped, by: \.reason).map { ($0.key, $0.value.count) }.sorted { $0.reason.rawValue < $1.reason.rawValue }
  }

  /// The notes that an import shows: rows left out, columns not read.
  public func remarks() -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    for (reason, count) in leftOut {
      let rows = skipped.filter { $0.reason == reason }.map(\.row)
      guard let first = rows.first else { continue }
      let said =
        count == 1
        ? Phrase("略过 1 行", "1 row is left out")
        : Phrase(
          "略过 \(count) 行（行 \(RegisterPlan.numbers(of: rows).shown)）", "\(count) rows are left out (\(RegisterPlan.numbers(of: rows).shown))"
        )
      let message = said + Phrase("：\(reason.chinese)", ": \(reason.reason)")
      remarks.append(note(message, RegisterWords.hint(onRowsLeftOut: reason), first, severity: reason.isOpen ? .warning : .note))
    }
    remarks += repeatedRows() + totals.map { RegisterWords.warning($0, table) }
    remarks += assumedDates.map { RegisterWords.note($0, table) }
    for (message, hint) in assumedUnits {
      remarks.append(Diagnostic(.unitAssumed, message.wording, hint: hint.wording, severity: .note))
    }
    remarks += RegisterWords.notes(onUntold: table).map { Diagnostic(.rowLeftOut, $0.wording, hint: $1.wording, severity: .note) }
    remarks += RegisterWords.notes(onHidden: table).map { Diagnostic(.hiddenCells, $0.wording, hint: $1.wording, severity: .note) }
    let unread = table.unreadHeadings.filter { $0.reason.isEmpty }.map(\.heading)
    if unread.isEmpty { return remarks }
    let message = Phrase(
      "\(table.file.name)：\(table.kind.chinese)不认识的列：\(unread.joined(separator: "、"))",
      "\(table.file.name): columns that \(table.kind.name) does not know: \(unread.joined(separator: ", "))")
    remarks.append(
      Diagnostic(
        .columnNotRead, message.wording,
        hint: Wording("如需记入，在对照表中说明（--map 文件）", "name them in a mapping (--map FILE) if they say something"),
        severity: .note))
    return remarks
  }
}
