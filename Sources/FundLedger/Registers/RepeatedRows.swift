import LedgerCore
import Portfolio
import Spreadsheets

/// Finds what rows of a table say that a row above says already.
///
/// A row that is alike in every cell is that row again, and so is one with its own key. Two instalments under one number differ in
/// something and stay two; but where a row tells of several things, and one of them, such as the agreement beside each instalment, is
/// told in a row above in the same words, only the others are new.
struct RepeatedRows {
  /// The columns of running numbers, which say nothing of a row.
  let running: Set<Int>

  /// Notes which lines are repetitions.
  ///
  /// - Parameters:
  ///   - asNew: the rows of which somebody says that they are new.
  ///   - differences: where a row and an event say different things.
  func settle(
    _ lines: inout [RegisterPlan.Line], asNew: Set<Int>, _ differences: (RegisterEvent, Event) -> [RegisterPlan.Difference]
  ) {
    /// The lines of what is known by the same, by identity.
    var linesOfIdentity = NameMap<[Int]>()
    /// The valuation of each deal and day: a holding is worth one thing on one day.
    var valuations = NameMap<Int>()
    /// The number of the row that said a text first: a row is compared with others, whatever number of events it makes.
    var said = NameMap<Int>()
    /// Lines whose event a row above tells in the same words, by row.
    var retold: [Int: [Int]] = [:]
    let factsOfRow = lines.reduce(into: [Int: Int]()) { if !$1.event.slot.declaresName { $0[$1.event.row.number, default: 0] += 1 } }
    for index in lines.indices where !lines[index].event.slot.declaresName {
      let event = lines[index].event
      if event.event.kind.name == "value", !event.isNumbered, !asNew.contains(event.row.number), let day = event.event.day {
        let place = "\(event.subject)\u{1F}\(day)"
        if !valuations.insert(index, for: place), let first = valuations[place], lines[first].event.row.number != event.row.number {
          let amounts = differences(event, lines[first].event.event).filter { $0.field?.name == "amount" }
          lines[index].fate = amounts.isEmpty ? .repeated : .differs(0, amounts)
          continue
        }
      }
      let hasOthers = (factsOfRow[event.row.number] ?? 0) > 1
      guard let others = linesOfIdentity[event.identity] else {
        linesOfIdentity.insert([index], for: event.identity)
        continue
      }
      if hasOthers { linesOfIdentity.update(others + [index], for: event.identity) }
      guard let first = others.first, lines[first].event.row.number != event.row.number, !asNew.contains(event.row.number) else { continue }
      if event.hasOwnKey {
        let differences = differences(event, lines[first].event.event)
        lines[index].fate = differences.isEmpty ? .repeated : .differs(0, differences)
        continue
      }
      // Only rows that are known by the same are compared, so that others cost nothing.
      said.insert(lines[first].event.row.number, for: text(of: lines[first].event.row))
      let text = text(of: event.row)
      if !said.insert(event.row.number, for: text), said[text] != event.row.number {
        lines[index].fate = .repeated
      } else if hasOthers, others.contains(where: { lines[$0].event.event.saysTheSame(as: event.event) }) {
        retold[event.row.number, default: []].append(index)
      }
    }
    // A row of nothing but what others say differs from them where no event has a field, and is another one.
    for (row, indices) in retold where indices.count < factsOfRow[row] ?? 0 {
      for index in indices { lines[index].fate = .repeated }
    }
  }

  /// All that a row says.
  private func text(of row: SheetRow) -> String {
    var text = ""
    for cell in row.cells where !running.contains(cell.column) {
      text += "\(cell.column)\u{1F}"
      text += cell.text
      text += "\u{1E}"
    }
    return text
  }
}

extension Event {
  /// Whether another event of its kind has the same day and the same fields.
  fileprivate func saysTheSame(as other: Event) -> Bool { kind == other.kind && day == other.day && values == other.values }
}
