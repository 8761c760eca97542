import LedgerCore

/// Entries one group after the other, those of a group in the order that they had.
struct GroupedEntries: Sendable {
  /// The entries of the first group, then those of the second, and so on.
  let entries: [ReturnEntry]
  /// For each group, the place of its first entry; one more at the end.
  let starts: [Int]

  /// Bits of a group's number that one pass sorts by: with more, the places to write to no longer fit into the caches.
  private static let bitsOfPass = 14

  /// Sorts entries by the group of their deal, in linear time.
  ///
  /// - Parameter groups: the group of every deal, by deal id; all below `count`.
  init(_ entries: [ReturnEntry], groups: [Int32], count: Int) {
    if count == 1 {
      (self.entries, starts) = (entries, [0, entries.count])
      return
    }
    var starts = Array(repeating: 0, count: count + 1)
    for entry in entries { starts[Int(groups[Int(entry.deal)]) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    self.starts = starts
    var sorted = entries
    var shift = 0
    while max(0, count - 1) >> shift > 0 {
      sorted = GroupedEntries.pass(sorted, groups, shift)
      shift += GroupedEntries.bitsOfPass
    }
    self.entries = sorted
  }

  /// The entries by some bits of their group's number; those of which these agree stay in order.
  private static func pass(_ entries: [ReturnEntry], _ groups: [Int32], _ shift: Int) -> [ReturnEntry] {
    let mask = (1 << bitsOfPass) - 1
    var places = Array(repeating: 0, count: mask + 1)
    for entry in entries { places[(Int(groups[Int(entry.deal)]) >> shift) & mask] += 1 }
    var next = 0
    for digit in places.indices {
      next += places[digit]
      places[digit] = next - places[digit]
    }
    return Array(unsafeUninitializedCapacity: entries.count) { sorted, count in
      places.withUnsafeMutableBufferPointer { places in
        for entry in entries {
          let digit = (Int(groups[Int(entry.deal)]) >> shift) & mask
          sorted.initializeElement(at: places[digit], to: entry)
          places[digit] += 1
        }
      }
      count = entries.count
    }
  }

  /// The entries of a group.
  func entries(of group: Int) -> ArraySlice<ReturnEntry> { entries[starts[group]..<starts[group + 1]] }
}
