import Analytics
import LedgerCore

/// The flows of every group, netted by day and ascending.
///
/// Those of an only group are kept. Of many groups they are netted when they are asked for: that takes less time than
/// the memory to hold them all.
struct FlowTable: Sendable {
  /// What flowed in one group on one day, minor units.
  struct Flow: Sendable {
    let day: Day
    /// What was paid in, negative; what was taken back of it is positive.
    var paid: Int64 = 0
    /// What came back.
    var back: Int64 = 0
  }

  private let entries: GroupedEntries
  private let only: [Flow]?

  /// The flows of entries that are ascending by day in each group.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  init(_ entries: GroupedEntries) throws(MoneyOverflow) {
    self.entries = entries
    var flows: [Flow]?
    if entries.starts.count == 2 {
      flows = []
      try FlowTable.net(entries.entries(of: 0)) { flows?.append($0) }
    }
    only = flows
  }

  /// Hands out the flows of a group, netted by day.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits, or what the body throws.
  @inline(__always)
  private func forEachFlow(of group: Int, _ body: (Flow) throws(MoneyOverflow) -> Void) throws(MoneyOverflow) {
    guard let only else { return try FlowTable.net(entries.entries(of: group), body) }
    for flow in only { try body(flow) }
  }

  @inline(__always)
  private static func net(
    _ entries: ArraySlice<ReturnEntry>, _ body: (Flow) throws(MoneyOverflow) -> Void
  ) throws(MoneyOverflow) {
    // The flow of the day at hand.
    var current: Flow?
    for entry in entries {
      let part = entry.part
      guard part == .payment || part == .distribution else { continue }
      var flow = Flow(day: entry.day)
      if let today = current {
        if today.day == entry.day { flow = today } else { try body(today) }
      }
      if part == .payment {
        flow.paid = try flow.paid.plus(entry.flow)
      } else {
        flow.back = try flow.back.plus(entry.flow)
      }
      current = flow
    }
    if let current { try body(current) }
  }

  /// The flows of a group by day.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  func flowsByDay(of group: Int) throws(MoneyOverflow) -> [Flow] {
    var flows: [Flow] = []
    try forEachFlow(of: group) { flows.append($0) }
    return flows
  }

  /// The net flows of a group added to a list.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  func append(_ group: Int, to list: inout [CashFlow]) throws(MoneyOverflow) {
    try forEachFlow(of: group) { (flow) throws(MoneyOverflow) in
      list.append(CashFlow(flow.day, try flow.paid.plus(flow.back)))
    }
  }

  /// The net flows of a group.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  func flows(of group: Int) throws(MoneyOverflow) -> [CashFlow] {
    var list: [CashFlow] = []
    try append(group, to: &list)
    return list
  }

  /// The days on which anything flowed in any group.
  var days: Set<Day> {
    if let only { return Set(only.map(\.day)) }
    var days: Set<Day> = []
    for entry in entries.entries where entry.isFlow { days.insert(entry.day) }
    return days
  }
}
