import LedgerCore

/// Sorts the entries of returns by day, those of one day in the order that they have: in linear time, by counting days.
enum DaySort {
  /// The widest range of days that is counted out; beyond it sorting by comparison takes less memory.
  static let countedDaysMax = 1 << 20
  /// Fewer entries are sorted on one core.
  private static let shareLeast = 1 << 15

  /// The entries of parts that follow each other, by day.
  static func sorted(_ parts: [[ReturnEntry]]) -> [ReturnEntry] {
    guard let range = range(of: parts) else { return parts.count == 1 ? parts[0] : joined(parts) }
    if range.count > countedDaysMax {
      return parts.joined().enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        .map(\.element)
    }
    let count = parts.reduce(0) { $0 + $1.count }
    let shares = shares(of: parts, count)
    // How many entries of each day are in each share; then the place of the first of them.
    var places = ConcurrentPieces.map(shares.count, least: 1) { numbers in
      numbers.map { counts(parts[shares[$0]], range) }
    }
    var next = 0
    for day in 0..<range.count {
      for share in places.indices {
        next += places[share][day]
        places[share][day] = next - places[share][day]
      }
    }
    let first = places
    return Array(unsafeUninitializedCapacity: count) { sorted, filled in
      // Every share writes places of its own.
      nonisolated(unsafe) let target = sorted
      _ = ConcurrentPieces.map(shares.count, least: 1) { numbers in
        for share in numbers { put(parts[shares[share]], from: first[share], range, into: target) }
        return Array(repeating: (), count: numbers.count)
      }
      filled = count
    }
  }

  /// The entries of parts one behind the other, copied part by part.
  private static func joined(_ parts: [[ReturnEntry]]) -> [ReturnEntry] {
    var entries: [ReturnEntry] = []
    entries.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { entries.append(contentsOf: part) }
    return entries
  }

  /// The days of the entries; nil when they are sorted already.
  private static func range(of parts: [[ReturnEntry]]) -> ClosedRange<Int32>? {
    var (low, high, previous) = (Int32.max, Int32.min, Int32.min)
    var isSorted = true
    for part in parts {
      for entry in part {
        let number = entry.day.number
        isSorted = isSorted && number >= previous
        (low, high, previous) = (min(low, number), max(high, number), number)
      }
    }
    return isSorted ? nil : low...high
  }

  /// Ranges of parts with about as many entries each, one for each core where that is worth it.
  private static func shares(of parts: [[ReturnEntry]], _ count: Int) -> [Range<Int>] {
    let wanted = max(1, min(count / shareLeast, parts.count, ConcurrentPieces.coreCount))
    var shares: [Range<Int>] = []
    var (first, taken) = (0, 0)
    for (index, part) in parts.enumerated() {
      taken += part.count
      if taken * wanted >= count * (shares.count + 1) || index == parts.count - 1 {
        shares.append(first..<index + 1)
        first = index + 1
      }
    }
    return shares
  }

  private static func counts(_ parts: ArraySlice<[ReturnEntry]>, _ range: ClosedRange<Int32>) -> [Int] {
    var counts = Array(repeating: 0, count: range.count)
    for part in parts { for entry in part { counts[Int(entry.day.number - range.lowerBound)] += 1 } }
    return counts
  }

  private static func put(
    _ parts: ArraySlice<[ReturnEntry]>, from first: [Int], _ range: ClosedRange<Int32>,
    into sorted: UnsafeMutableBufferPointer<ReturnEntry>
  ) {
    var places = first
    for part in parts {
      for entry in part {
        let day = Int(entry.day.number - range.lowerBound)
        sorted.initializeElement(at: places[day], to: entry)
        places[day] += 1
      }
    }
  }
}
