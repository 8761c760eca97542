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
    only = entries.starts.count == 2 ? try FlowTable.netted(entries.entries(of: 0)) : nil
  }

  /// The flows of a group by day.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  func flowsByDay(of group: Int) throws(MoneyOverflow) -> [Flow] {
    if let only { return only }
    return try FlowTable.netted(entries.entries(of: group))
  }

  private static func netted(_ entries: ArraySlice<ReturnEntry>) throws(MoneyOverflow) -> [Flow] {
    var flows: [Flow] = []
    // The flow of the day at hand.
    var current: Flow?
    for entry in entries {
      let part = entry.part
      guard part == .payment || part == .distribution else { continue }
      var flow = Flow(day: entry.day)
      if let today = current {
        if today.day == entry.day { flow = today } else { flows.append(today) }
      }
      if part == .payment {
        flow.paid = try flow.paid.plus(entry.flow)
      } else {
        flow.back = try flow.back.plus(entry.flow)
      }
      current = flow
    }
    if let current { flows.append(current) }
    return flows
  }

  /// The net flows of a group added to a list.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  func append(_ group: Int, to list: inout [CashFlow]) throws(MoneyOverflow) {
    if let only {
      for flow in only { list.append(CashFlow(flow.day, try flow.paid.plus(flow.back))) }
      return
    }
    var (day, net, isAny) = (Day.always, Int64(0), false)
    for entry in entries.entries(of: group) where entry.isFlow {
      if isAny && entry.day != day {
        list.append(CashFlow(day, net))
        net = 0
      }
      (day, isAny) = (entry.day, true)
      net = try net.plus(entry.flow)
    }
    if isAny { list.append(CashFlow(day, net)) }
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
