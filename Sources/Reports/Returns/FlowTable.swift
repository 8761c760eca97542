import Analytics
import LedgerCore
import Portfolio

/// The flows of every group, netted by day and ascending, one group behind the other in flat arrays.
struct FlowTable {
  /// The days with flows.
  private(set) var days: [Day]
  /// What was paid in on each, negative; what was taken back of it is positive.
  private(set) var paid: [Int64]
  /// What came back on each.
  private(set) var back: [Int64]
  /// For each group, the place of its first flow; one more at the end.
  private(set) var starts: [Int]

  /// Nets the flows of entries.
  ///
  /// - Parameters:
  ///   - entries: ascending by day.
  ///   - groups: the group of every deal, by deal id.
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  init(_ entries: [ReturnEntry], groups: [Int32], count: Int) throws(MoneyOverflow) {
    var last = Array(repeating: Day.always, count: count)
    starts = Array(repeating: 0, count: count + 1)
    let parts = ReturnEntry.parts
    for entry in entries {
      let part = parts[Int(entry.measure.rawValue)]
      if part != .payment && part != .distribution { continue }
      let group = Int(groups[Int(entry.deal)])
      if last[group] != entry.day {
        last[group] = entry.day
        starts[group + 1] += 1
      }
    }
    for group in 0..<count { starts[group + 1] += starts[group] }
    days = Array(repeating: .always, count: starts[count])
    paid = Array(repeating: 0, count: starts[count])
    back = Array(repeating: 0, count: starts[count])
    // The place behind the last flow of each group so far.
    var ends = starts
    for entry in entries {
      let part = parts[Int(entry.measure.rawValue)]
      if part != .payment && part != .distribution { continue }
      let group = Int(groups[Int(entry.deal)])
      if ends[group] == starts[group] || days[ends[group] - 1] != entry.day {
        days[ends[group]] = entry.day
        ends[group] += 1
      }
      let place = ends[group] - 1
      if part == .payment {
        paid[place] = try paid[place].plus(entry.flow)
      } else {
        back[place] = try back[place].plus(entry.flow)
      }
    }
  }

  /// The places of a group's flows.
  func places(of group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }

  /// The net flows of a group added to a list.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  func append(_ group: Int, to flows: inout [CashFlow]) throws(MoneyOverflow) {
    for place in places(of: group) { flows.append(CashFlow(days[place], try paid[place].plus(back[place]))) }
  }

  /// The net flows of a group.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  func flows(of group: Int) throws(MoneyOverflow) -> [CashFlow] {
    var flows: [CashFlow] = []
    try append(group, to: &flows)
    return flows
  }
}
