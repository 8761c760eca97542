import LedgerCore
import Portfolio

/// Adds the amounts of a register up beside the rows of totals that stand among its rows.
///
/// A total may be of all rows, of those since the last total, or of those since the last one that is called the same; one that
/// stands above its rows is of those below. A total of a month (本月合计) is of the rows since that of the month before; one of the
/// year (本年累计) of all rows of its year so far; one of a period that it names (8月合计) of the rows with a day in it. A running
/// total (累计) may go back to years that the file does not hold: two of them differ by the rows between. What the first row has from a
/// page or year before (承前页) may be in it. Where rows change others, as those of a plan, no sum of theirs is what a total means.
/// Nothing is added up in a register without totals.
struct RegisterTotals {
  /// The sums of the columns of amounts at some place among the rows.
  private struct Sums {
    /// By column of amounts: all rows.
    var all: [Int128]
    /// By column of amounts: without the rows that a mapping leaves out.
    var kept: [Int128]
  }

  /// A row of totals and what stood above it.
  private struct Mark {
    let row: SheetRow
    let label: String
    /// What it is a sum of.
    let span: TotalLabel
    let sums: Sums
    /// By column of days: the year of the last row above, and the sums before the first row of that year.
    let years: [Year?]
    /// By column of amounts, what a period that it names comes to in the rows above.
    let named: [[Int128]]
  }

  /// A year by some column of days.
  private struct Year {
    let number: Int
    /// The sums before its first row.
    let before: Sums
  }

  private let table: RegisterTable
  /// Reads the amounts.
  let amounts: RowAmounts
  private let readers: [ColumnReader]
  private let dayReaders: [ColumnReader]
  private var sums: Sums
  private var years: [Year?]
  /// Places of columns of days whose years go back: no total of theirs is of a year so far.
  private var unordered: Set<Int> = []
  private var marks: [Mark] = []
  private var pending: [(row: SheetRow, isLeftOut: Bool)] = []
  /// Columns with a cell that is no amount: they are not compared.
  private var unread: Set<Int> = []
  /// The rows by their days.
  private var dated: DatedSums
  /// By column of amounts, what stands above all rows as carried over from before.
  private var brought: [Int128]
  /// Whether there is a row of data yet.
  private var hasRows = false
  /// Whether the first total stands above all rows.
  private var isAbove = false
  /// Whether some row changes others.
  private var hasChanges = false

  init(_ table: RegisterTable, register: Register) {
    self.table = table
    amounts = RowAmounts(table, register: register)
    readers = amounts.readers
    dayReaders = table.readers.filter { $0.type == .day }
    years = dayReaders.map { _ in nil }
    dated = DatedSums(amounts.days(dayReaders), days: dayReaders.count)
    brought = amounts.zeros
    sums = Sums(all: amounts.zeros, kept: amounts.zeros)
  }

  /// Takes in a row of data.
  ///
  /// - Parameter addsUp: whether its amounts are part of a total, and change no other row.
  mutating func add(_ row: SheetRow, isLeftOut: Bool, addsUp: Bool) {
    pending.append((row, isLeftOut))
    hasRows = true
    if !addsUp { hasChanges = true }
  }

  /// Takes in a row of totals.
  mutating func addTotal(_ row: SheetRow) {
    guard let (text, span) = RowKind.label(of: row, in: table) else { return }
    if marks.isEmpty { isAbove = !hasRows }
    settle()
    marks.append(Mark(row: row, label: text, span: span, sums: sums, years: years, named: readers.indices.map { named(span, $0) }))
  }

  /// Takes in a row of what is brought forward: above all rows it is what totals may begin with; further down it repeats what is known.
  mutating func addBrought(_ row: SheetRow) {
    if !hasRows, marks.isEmpty { amounts.add(row, to: &brought) }
  }

  /// The totals that no sum of their rows agrees with, in the order of rows.
  mutating func differences() -> [TotalDifference] {
    if marks.isEmpty || hasChanges { return [] }
    settle()
    return marks.indices.flatMap { index in readers.indices.compactMap { difference(index, $0) } }
  }

  /// Adds up the rows since the last total.
  private mutating func settle() {
    for (row, isLeftOut) in pending {
      let days = dayReaders.map { day(row, $0) }
      note(days)
      for (index, reader) in readers.enumerated() {
        switch amounts.reading(row, reader) {
        case .amount(let amount):
          sums.all[index] += Int128(amount)
          if !isLeftOut { sums.kept[index] += Int128(amount) }
          if amount != 0 { dated.add(amount, index, days, isLeftOut: isLeftOut) }
        case .nothing: break
        case .unread: unread.insert(reader.column)
        }
      }
    }
    pending.removeAll()
  }

  /// The day of a row in a column; of merged cells it counts for each row.
  private func day(_ row: SheetRow, _ reader: ColumnReader) -> Day? {
    guard let cell = table.cell(reader.column, of: row, repeats: true), let text = try? table.cells.text(of: cell.value, for: .day) else {
      return nil
    }
    return Day(text)
  }

  /// Takes in in which year a row lies, by each of its days; rows of the year before end there.
  private mutating func note(_ days: [Day?]) {
    for (index, day) in days.enumerated() {
      guard let day, day.year != years[index]?.number else { continue }
      if let last = years[index], day.year < last.number { unordered.insert(index) }
      years[index] = Year(number: day.year, before: sums)
    }
  }

  /// What the rows so far come to, in one column, in a period that a total names; nothing of other totals.
  private func named(_ span: TotalLabel, _ column: Int) -> [Int128] {
    guard case .named(let period, let isRunning) = span else { return [] }
    let periods = [period] + (isRunning ? [period.ofYearSoFar, period.fromBeginning] : [])
    return periods.flatMap { dated.candidates($0, column) }
  }

  /// What a total is off by in one column; nil when it agrees, says nothing, or cannot be told.
  private func difference(_ index: Int, _ column: Int) -> TotalDifference? {
    let mark = marks[index]
    let reader = readers[column]
    if unread.contains(reader.column) { return nil }
    guard let stated = stated(mark, reader) else { return nil }
    let candidates =
      switch mark.span {
      case .running: runningCandidates(index, column)
      case .named(_, let isRunning): namedCandidates(index, column, isRunning: isRunning)
      case .year: yearCandidates(index, column)
      case .month, .period: periodCandidates(index, column)
      case .all, .part, .carried, .brought: candidates(index, column)
      }
    guard let first = candidates.first, !candidates.contains(Int128(stated)) else { return nil }
    if mark.span.mayHoldBrought, candidates.contains(where: { $0 + brought[column] == stated }) { return nil }
    return TotalDifference(
      row: mark.row, column: reader.column, label: mark.label,
      heading: SheetFile.oneLine(table.header.headings.first { $0.column == reader.column }?.text ?? ""), stated: stated,
      sum: Int64(clamping: first),
      commodity: amounts.commodity, isOfPeriod: isNamed(mark.span))
  }

  /// What a total states in a column; nil when it says nothing there.
  private func stated(_ mark: Mark, _ reader: ColumnReader) -> Int64? {
    guard case .amount(let amount) = amounts.reading(mark.row, reader) else { return nil }
    return amount
  }

  /// The rows between two marks, or from the first row where there is none, with and without those that a mapping leaves out.
  private func sums(from first: Sums?, to last: Sums, _ column: Int) -> [Int128] {
    [\Sums.all, \Sums.kept].map { last[keyPath: $0][column] - (first?[keyPath: $0][column] ?? 0) }
  }

  private func isNamed(_ span: TotalLabel) -> Bool { if case .named = span { true } else { false } }

  /// The sums that a total of a period that it names may be: of the rows above with a day in it, or of all of them; of the rows since
  /// the last one too where some row says no day.
  private func namedCandidates(_ index: Int, _ column: Int, isRunning: Bool) -> [Int128] {
    let mark = marks[index]
    let all = named(mark.span, column)
    var found = isAbove ? all : mark.named[column] + all
    if isRunning { found += runningCandidates(index, column) }
    guard dated.undated.contains(column) else { return found }
    let others = isAbove ? marks[(index + 1)...].first { isNamed($0.span) } : marks[..<index].last { isNamed($0.span) }
    found += isAbove ? sums(from: mark.sums, to: others?.sums ?? sums, column) : sums(from: others?.sums, to: mark.sums, column)
    return found
  }

  /// The sums that a running total may be: what the one before it states and the rows since; none for the first one.
  private func runningCandidates(_ index: Int, _ column: Int) -> [Int128] {
    if isAbove { return [] }
    let span = marks[index].span
    guard let last = marks[..<index].last(where: { $0.span == span }), let before = stated(last, readers[column]) else { return [] }
    return sums(from: last.sums, to: marks[index].sums, column).map { Int128(before) + $0 }
  }

  /// The sums that a total of the year so far may be: of all rows of its year, or what the one before it states and the rows
  /// since; of all rows where no day says the year.
  private func yearCandidates(_ index: Int, _ column: Int) -> [Int128] {
    if isAbove { return [] }
    let mark = marks[index]
    let years = mark.years.indices.filter { !unordered.contains($0) }.compactMap { mark.years[$0] }
    if years.isEmpty, !unordered.isEmpty { return [] }
    let ofYear = years.flatMap { sums(from: $0.before, to: mark.sums, column) }
    let last = marks[..<index].last { $0.span == .year }
    let isNew = last.map { last in zip(last.years, mark.years).contains { $0?.number != $1?.number } } ?? false
    return (years.isEmpty ? sums(from: nil, to: mark.sums, column) : ofYear) + (isNew ? [] : runningCandidates(index, column))
  }

  /// The sums that a total of a month may be: of the rows since that of the month before.
  private func periodCandidates(_ index: Int, _ column: Int) -> [Int128] {
    let mark = marks[index]
    if isAbove { return sums(from: mark.sums, to: marks[(index + 1)...].first { $0.span == mark.span }?.sums ?? sums, column) }
    return sums(from: marks[..<index].last { $0.span == mark.span }?.sums, to: mark.sums, column)
  }

  /// The sums that a total may be, the likeliest first.
  private func candidates(_ index: Int, _ column: Int) -> [Int128] {
    let here = marks[index]
    let others = isAbove ? Array(marks[(index + 1)...]) : Array(marks[..<index].reversed())
    let same = others.first { $0.label == here.label }
    let end = isAbove ? sums : nil
    func distances(_ of: (Sums) -> [Int128]) -> [Int128] {
      let own = of(here.sums)[column]
      let far = end.map { of($0)[column] } ?? 0
      return [others.first.map { of($0.sums)[column] } ?? far, same.map { of($0.sums)[column] } ?? far, far].map {
        isAbove ? $0 - own : own - $0
      }
    }
    let (all, kept) = (distances(\.all), distances(\.kept))
    // 小计 is of the rows since the last total, 合计 and 总计 of all.
    return here.span == .part ? all + kept : all.reversed() + kept
  }
}
