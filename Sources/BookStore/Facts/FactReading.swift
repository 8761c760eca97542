import Glibc
import LedgerCore
import Portfolio

/// Reads the facts that a question is about: full blocks first, then the rows of the latest events.
struct FactReading {
  private let days: ClosedRange<Int32>
  private let isEmpty: Bool
  private let knownAt: Int64
  private let measures: Set<Measure>?
  private let ids: StoredIDs
  private let unpacking: FactUnpacking

  /// Bytes of blocks that are unpacked together on one core.
  private static let pieceSize = 1 << 19
  /// How many blocks tell how many facts there will be.
  private static let sampleSize = 32

  /// A question for the facts of a day and later, at a moment, of all measures or some.
  init(from first: Day, at moment: Moment, of measures: Set<Measure>?, ids: StoredIDs) {
    days = first.number...max(first.number, moment.asOf.number)
    isEmpty = moment.asOf < first
    knownAt = moment.knownAt
    self.measures = measures
    self.ids = ids
    unpacking = FactUnpacking(
      days: days, knownAt: knownAt, of: measures, dimensions: ids.allDimensions, commodities: ids.allCommodities)
  }

  /// The facts in order of recording.
  func facts(in file: BookFile) throws(Diagnostic) -> [Fact] {
    if isEmpty { return [] }
    var facts: [Fact] = []
    facts.reserveCapacity(try expectedCount(in: file))
    facts.askForLargePages()
    try forEach(in: file) { facts.append($0) }
    return facts
  }

  /// How many facts there will be, as far as a sample of the blocks tells: what is reserved and not used would keep what
  /// comes after it out of the pages that are ready (`HeapPages`), and what is not reserved would be copied.
  private func expectedCount(in file: BookFile) throws(Diagnostic) -> Int {
    // The length of a blob is known without reading it.
    let sizes = try statement("id, length(facts)", in: file)
    var blocks: [(id: Int64, count: Int)] = []
    var total = 0
    while try sizes.step() {
      blocks.append((sizes.int(0), Int(sizes.int(1)) / FactBlock.stride))
      total &+= blocks[blocks.count - 1].count
    }
    // A damaged file may state any length.
    total = min(total, 1 << 24)
    if measures == nil || blocks.count <= FactReading.sampleSize { return total }
    var (looked, found) = (0, 0)
    for number in 0..<FactReading.sampleSize {
      let block = blocks[number * (blocks.count - 1) / (FactReading.sampleSize - 1)]
      looked += block.count
      try unpack(block.id, in: file) { _ in found += 1 }
    }
    if looked == 0 { return total }
    return min(total, total * found / looked * 21 / 20 + 1024)
  }

  /// Hands out the facts of one block that the question is about.
  private func unpack(_ id: Int64, in file: BookFile, _ body: (Fact) -> Void) throws(Diagnostic) {
    let row = try file.statement("SELECT facts, reversed FROM fact_block WHERE id = ?")
    row.bind(1, id)
    defer { row.reset() }
    if try row.step() { try unpacking.unpack(id, row.bytes(0), row.bytes(1), body) }
  }

  /// The facts in sinks that follow each other: blocks are read here and unpacked on all cores.
  func gather<Sink: Sendable>(
    in file: BookFile, into empty: @escaping @Sendable (Int) -> Sink,
    _ add: @escaping @Sendable (inout Sink, Fact) -> Void
  ) throws(Diagnostic) -> [Sink] {
    if isEmpty { return [] }
    let blocks = try statement("id, facts, reversed", in: file)
    defer { blocks.reset() }
    let unpacking = unpacking
    var isAtEnd = false
    var sinks = try ConcurrentPieces.pipeline(
      next: { () throws(Diagnostic) in isAtEnd ? nil : try piece(of: blocks, &isAtEnd) },
      { (piece: PackedFacts) throws(Diagnostic) in
        var sink = empty(piece.facts.count / FactBlock.stride)
        try piece.forEachBlock { (id, facts, reversed) throws(Diagnostic) in
          try unpacking.unpack(id, facts, reversed) { add(&sink, $0) }
        }
        return sink
      })
    let latest = try latest(in: file)
    if !latest.isEmpty {
      var sink = empty(latest.count)
      for fact in latest { add(&sink, fact) }
      sinks.append(sink)
    }
    return sinks
  }

  /// The next blocks, as many as are worth handing to another core; nil when there is none. A statement that is stepped
  /// after its last row would begin anew, so it is said when that was reached.
  private func piece(of blocks: RowStatement, _ isAtEnd: inout Bool) throws(Diagnostic) -> PackedFacts? {
    var piece = PackedFacts()
    piece.facts.reserveCapacity(FactReading.pieceSize + FactReading.pieceSize / 8)
    while piece.facts.count < FactReading.pieceSize {
      guard try blocks.step() else {
        isAtEnd = true
        break
      }
      piece.add(blocks.int(0), blocks.bytes(1), blocks.bytes(2))
    }
    return piece.isEmpty ? nil : piece
  }

  /// Hands out the facts in order of recording.
  private func forEach(in file: BookFile, _ body: (Fact) throws(Diagnostic) -> Void) throws(Diagnostic) {
    if isEmpty { return }
    let blocks = try statement("id, facts, reversed", in: file)
    do throws(Diagnostic) {
      while try blocks.step() { try unpacking.unpack(blocks.int(0), blocks.bytes(1), blocks.bytes(2), body) }
    } catch {
      blocks.reset()
      throw error
    }
    for fact in try latest(in: file) { try body(fact) }
  }

  /// The events that facts reverse.
  func reversedEvents(in file: BookFile) throws(Diagnostic) -> Set<Int64> {
    var events: Set<Int64> = []
    if isEmpty { return events }
    let rows = try file.newStatement(
      "SELECT f.reverses FROM reversal r CROSS JOIN fact f ON f.seq = r.seq "
        + "WHERE r.seq <= ? AND f.day BETWEEN ? AND ? AND f.reverses <> 0")
    rows.bind(1, knownAt)
    rows.bind(2, Int64(days.lowerBound))
    rows.bind(3, Int64(days.upperBound))
    while try rows.step() { events.insert(rows.int(0)) }
    return events
  }

  /// The last day of a fact; `always` when there is none.
  func lastDay(in file: BookFile) throws(Diagnostic) -> Day {
    var last = Day.always.number
    let blocks = try statement("id, first, last", in: file)
    var cut: [Int64] = []
    while try blocks.step() {
      // All of a block counts when it ends in time and is known as a whole.
      if blocks.int(2) <= Int64(days.upperBound) && blocks.int(0) <= knownAt / FactBlock.span {
        last = max(last, Int32(clamping: blocks.int(2)))
      } else {
        cut.append(blocks.int(0))
      }
    }
    for id in cut { try unpack(id, in: file) { last = max(last, $0.day.number) } }
    for fact in try latest(in: file) { last = max(last, fact.day.number) }
    return Day(number: last)
  }

  /// The blocks that lie in the days and are known.
  private func statement(_ columns: String, in file: BookFile) throws(Diagnostic) -> RowStatement {
    let blocks = try file.newStatement(
      "SELECT \(columns) FROM fact_block WHERE last >= ? AND first <= ? AND (id - 1) * \(FactBlock.span) < ? ORDER BY id")
    blocks.bind(1, Int64(days.lowerBound))
    blocks.bind(2, Int64(days.upperBound))
    blocks.bind(3, knownAt)
    return blocks
  }

  /// The facts of events that are in no block yet.
  private func latest(in file: BookFile) throws(Diagnostic) -> [Fact] {
    var condition = "f.seq > ? AND f.seq <= ? AND f.day BETWEEN ? AND ?"
    if let measures {
      condition += " AND f.measure IN (\(measures.map { "\($0.rawValue)" }.sorted().joined(separator: ", ")))"
    }
    let rows = try file.newStatement("SELECT \(FactRow.columns) FROM fact f WHERE \(condition) ORDER BY f.seq, f.n")
    rows.bind(1, try FactBlock.last(in: file) * FactBlock.span)
    rows.bind(2, knownAt)
    rows.bind(3, Int64(days.lowerBound))
    rows.bind(4, Int64(days.upperBound))
    return try FactRow.all(rows, ids)
  }
}

extension [Fact] {
  /// Asks the system to back what is reserved by large pages: a million facts would else cost some 15 thousand faults.
  fileprivate mutating func askForLargePages() {
    let reserved = capacity
    withUnsafeMutableBufferPointer { facts in
      guard let base = facts.baseAddress else { return }
      let page = UInt(2 << 20)
      let first = (UInt(bitPattern: base) + page - 1) / page * page
      let end = (UInt(bitPattern: base) + UInt(reserved * MemoryLayout<Fact>.stride)) / page * page
      // Advice alone: where it is refused, nothing changes.
      if first < end { madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_HUGEPAGE) }
    }
  }
}
