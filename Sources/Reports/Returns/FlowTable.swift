import Analytics
import LedgerCore

/// The flows of every group, netted by day and ascending, one group behind the other in one flat array.
struct FlowTable: Sendable {
  /// What flowed in one group on one day, minor units.
  struct Flow: Sendable {
    let day: Day
    /// What was paid in, negative; what was taken back of it is positive.
    var paid: Int64 = 0
    /// What came back.
    var back: Int64 = 0
  }

  /// The flows of the first group, then those of the second, and so on.
  let flows: [Flow]
  /// For each group, the place of its first flow; one more at the end.
  let starts: [Int]

  /// Nets the flows of entries that are ascending by day in each group.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  init(_ grouped: GroupedEntries) throws(MoneyOverflow) {
    var flows: [Flow] = []
    var starts = [0]
    starts.reserveCapacity(grouped.starts.count)
    // Of one group alone most flows fall on days that have some already.
    if grouped.starts.count > 2 { flows.reserveCapacity(grouped.entries.count { $0.isFlow }) }
    for group in grouped.starts.indices.dropLast() {
      // The flow of the day at hand.
      var current: Flow?
      for entry in grouped.entries(of: group) where entry.isFlow {
        var flow = Flow(day: entry.day)
        if let today = current {
          if today.day == entry.day { flow = today } else { flows.append(today) }
        }
        if entry.part == .payment {
          flow.paid = try flow.paid.plus(entry.flow)
        } else {
          flow.back = try flow.back.plus(entry.flow)
        }
        current = flow
      }
      if let current { flows.append(current) }
      starts.append(flows.count)
    }
    self.flows = flows
    self.starts = starts
  }

  /// The places of a group's flows.
  func places(of group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }

  /// The net flows of a group added to a list.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  func append(_ group: Int, to list: inout [CashFlow]) throws(MoneyOverflow) {
    for flow in flows[places(of: group)] { list.append(CashFlow(flow.day, try flow.paid.plus(flow.back))) }
  }

  /// The net flows of a group.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  func flows(of group: Int) throws(MoneyOverflow) -> [CashFlow] {
    var list: [CashFlow] = []
    list.reserveCapacity(places(of: group).count)
    try append(group, to: &list)
    return list
  }
}
