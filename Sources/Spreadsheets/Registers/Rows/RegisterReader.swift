import JournalText
import LedgerCore
import Portfolio

/// Reads a register into events, row by row, against the names of some books.
public struct RegisterReader {
  /// All that a register says.
  public struct Reading: Sendable {
    /// The events in the order of rows.
    public var events: [RegisterEvent] = []
    /// Rows that are no data.
    public var skipped: [SkippedRow] = []
    /// What is wrong, in the order of rows; a row with a flaw gives no events.
    public var problems: [Diagnostic] = []
    /// What the rows with a flaw speak of: their company, deal, envelope.
    public var flawedWords: [[String]] = []
    /// Totals that the rows do not come to.
    public var totals: [TotalDifference] = []
    /// Of dates with two digits for the year the first of which something is taken for granted, one for each reason.
    public var assumedDates: [AssumedDate] = []
  }

  private let table: RegisterTable
  private let columns: RegisterColumns
  private let register: Register
  private let names: RegisterNames
  private let maker: RegisterEventMaker
  private let contributors: ContributorCheck
  /// After so many errors the rest would be more of the same.
  private static let problemsMax = 1000

  public init(_ table: RegisterTable, register: Register) {
    self.table = table
    columns = table.columns
    self.register = register
    names = RegisterNames(register)
    maker = RegisterEventMaker(table, register: register)
    contributors = ContributorCheck(table, register: register)
  }

  /// Reads all rows.
  public func read() -> Reading {
    var reading = Reading()
    reading.problems = table.file.problems
    let unknown = table.mapping?.unknownNames(in: table) ?? []
    for name in Set(unknown).sorted() {
      reading.problems.append(
        Diagnostic(
          .badMapping, Wording("\(table.file.name) 没有 \(name) 列", "\(table.file.name) has no column \(name)"),
          hint: Wording(
            "有：\(table.header.headings.map(\.text).joined(separator: "、"))",
            "it has: \(table.header.headings.map(\.text).joined(separator: ", "))")))
    }
    let units = unknown.isEmpty ? table.unitFlaws(in: register.base) : []
    reading.problems += units
    if !unknown.isEmpty || !units.isEmpty { return reading }
    let lastColumn = table.mapping?.takesColumnsByNumber == true ? .max : table.lastColumn
    var totals = RegisterTotals(table, register: register)
    var breakdown = BreakdownRows(table, totals.amounts)
    var section: PlannedSection?
    for row in table.rows {
      if reading.problems.count >= RegisterReader.problemsMax { break }
      let (errors, left) = (reading.problems.count, reading.skipped.count)
      if let reason = RowKind.skip(row, of: table) {
        reading.skipped.append(SkippedRow(row: row, reason: reason))
        breakdown.noteSkipped(row, reason)
        // Headings that are repeated below a title begin no other section.
        if reason == .heading, row.cells.count == 1 { section = PlannedSection(title: row.cells[0].text) }
        if reason == .total { totals.addTotal(row) } else if reason == .brought { totals.addBrought(row) }
      } else if let verdict = breakdown.verdict(on: row) {
        switch verdict {
        case .part: reading.skipped.append(SkippedRow(row: row, reason: .breakdown))
        case .flaw(let flaw): reading.problems.append(flaw)
        }
      } else {
        breakdown.noteData(row)
        let before = reading.events.count
        let isLeftOut = read(row, lastColumn, section, into: &reading)
        totals.add(row, isLeftOut: isLeftOut, addsUp: reading.events[before...].allSatisfy(\.slot.addsUp))
      }
      let isNoData = reading.skipped.count > left && reading.skipped.last?.reason != .total
      if isNoData || reading.problems.count > errors, let flaw = table.contradiction(by: row) {
        // Nobody knows how the other rows are meant.
        reading.events = []
        reading.problems.removeSubrange(errors...)
        reading.problems.append(flaw)
        return reading
      }
    }
    reading.totals = totals.differences()
    return reading
  }

  /// Reads a row of data.
  ///
  /// - Returns: whether the mapping, or the title of its section, leaves it out.
  private func read(_ sheetRow: SheetRow, _ lastColumn: Int, _ section: PlannedSection?, into reading: inout Reading) -> Bool {
    var row = RegisterRow(sheetRow, of: table)
    if row.isLeftOut {
      reading.skipped.append(SkippedRow(row: sheetRow, reason: .mapping))
      return true
    }
    if let section, section.leavesOut(row) {
      reading.skipped.append(SkippedRow(row: sheetRow, reason: .planned))
      return true
    }
    section?.complete(&row)
    if let stray = table.file.strayCell(of: sheetRow, beyond: lastColumn, of: table.sheet) {
      reading.problems.append(stray)
      return false
    }
    for date in assumedDates(in: sheetRow) where !reading.assumedDates.contains(where: { $0.reason == date.reason }) {
      reading.assumedDates.append(date)
    }
    names.complete(&row)
    var problems = row.problems + [table.unitBeside(sheetRow)].compactMap(\.self)
    let before = reading.events.count
    let flaws = problems.count
    var hasFact = false
    /// That a deal of which the row says no day is planned needs one.
    var undated: Diagnostic?
    for index in columns.slots.indices where isThere(index, row, &problems) {
      do throws(Diagnostic) {
        reading.events.append(try maker.event(index, row))
        if !columns.slots[index].slot.declaresName { hasFact = true }
      } catch {
        // What a flawed cell should have said is not missing.
        if !row.problems.isEmpty, [.missingDate, .missingField].contains(error.code) { continue }
        let flaw = table.located(error, nil, sheetRow)
        if error.code == .missingDate, columns.slots[index].slot.name == "deal" {
          undated = flaw
          continue
        }
        // A cell that fills two events is wrong once.
        if !problems.contains(where: { $0.position == flaw.position && $0.code == flaw.code }) { problems.append(flaw) }
      }
    }
    if hasFact, let flaw = contributors.flaw(in: row) { problems.append(flaw) }
    // A row with a company and a method alone says nothing that happened.
    if let undated, hasFact || !problems.isEmpty,
      !problems.contains(where: { $0.position == undated.position && $0.code == undated.code })
    {
      problems.insert(undated, at: flaws)
    }
    if problems.isEmpty && (hasFact || !columns.hasFacts || (undated == nil && saysName(row))) { return false }
    reading.events.removeSubrange(before...)
    if problems.isEmpty {
      reading.skipped.append(SkippedRow(row: sheetRow, reason: .empty))
      return false
    }
    reading.flawedWords.append(columns.speaksOf.map { row.text($0) }.filter { !$0.isEmpty })
    reading.problems += problems
    return false
  }

  /// The dates of a row whose first part need not be the year, unless a mapping says how dates are written, or whose year is taken
  /// for one before 2000.
  private func assumedDates(in row: SheetRow) -> [AssumedDate] {
    let years = table.cells.shortYears
    var dates: [AssumedDate] = []
    for reader in table.readers where reader.type == .day {
      guard let cell = row[reader.column], case .text = cell.value else { continue }
      let text = SheetText.narrowed(cell.text)
      if let format = table.cells.dateFormat {
        // The format says the order, but not the century.
        if format.hasShortYear, let day = format.day(text, years), day.year < 2000 {
          dates.append(AssumedDate(reason: .century(upTo: years.last), row: row, column: reader.column, text: text, day: day))
        }
        continue
      }
      guard let short = ShortDate(text, years) else { continue }
      for (reason, holds) in [(AssumedDate.Reason.order, short.isAssumed), (.century(upTo: years.last), short.isEarlier)] where holds {
        dates.append(AssumedDate(reason: reason, row: row, column: reader.column, text: text, day: short.day))
      }
    }
    return dates
  }

  /// Whether a row without amounts still says something: a deal that is only planned.
  private func saysName(_ row: RegisterRow) -> Bool {
    columns.slots.contains { $0.slot.name == "deal" && $0.slot.isWritten } && !row.text(columns.method).isEmpty
  }

  /// Whether a row says the event of a slot.
  private func isThere(_ index: Int, _ row: RegisterRow, _ problems: inout [Diagnostic]) -> Bool {
    let slot = columns.slots[index]
    if let choice = slot.choice {
      let word = SheetText.folded(row.text(choice.column))
      if word.isEmpty ? !slot.isFirstChoice : !choice.words.contains(word) {
        if slot.isFirstChoice, !slot.allWords.contains(word) { problems.append(unknownWord(slot, row, choice.column)) }
        return false
      }
    }
    // A known deal without anything new about it is only named.
    if slot.slot.name == "deal" { return says(columns.deal, row) && saysNewDeal(row) }
    if slot.triggers.contains(where: { says($0, row) }) { return true }
    if slot.slot.isSaidByZero, slot.triggers.contains(where: { isZero(row.text($0)) }), slot.date.contains(where: { !row.text($0).isEmpty })
    {
      return true
    }
    return row.outright.contains { $0.slot == index }
  }

  private func unknownWord(_ slot: SlotColumns, _ row: RegisterRow, _ column: Int) -> Diagnostic {
    let name = slot.slot.choice?.column ?? ""
    let flaw = Diagnostic(
      .badFieldValue, Wording("\(row.text(column)) 不是\(name)的值", "\(row.text(column)) is not a value of \(name)"),
      hint: Wording("可写：\(slot.shownWords.joined(separator: "、"))", "one of: \(slot.shownWords.joined(separator: ", "))"))
    return table.located(flaw, row.values[column]?.column, row.row)
  }

  private func saysNewDeal(_ row: RegisterRow) -> Bool {
    columns.ofDeal.contains { row.values[$0]?.column != nil } || register.deal(named: row.text(columns.deal)) == nil
  }

  /// Whether a column says something other than zero.
  private func says(_ column: Int, _ row: RegisterRow) -> Bool {
    guard let text = row.values[column]?.text, !text.isEmpty else { return false }
    return !isZero(text)
  }

  private func isZero(_ text: String) -> Bool {
    var hasDigit = false
    var isPlain = true
    for byte in text.utf8 {
      if (0x31...0x39).contains(byte) { return false }
      if byte == 0x30 { hasDigit = true }
      if !(0x2B...0x39).contains(byte) && byte != 0x25 { isPlain = false }
    }
    return hasDigit && (isPlain || text.hasSuffix("元"))
  }
}
