import Glibc
import LedgerCore
import Portfolio

/// Reads the facts that a question is about: full blocks first, then the rows of the latest events.
struct FactReading {
  private let days: ClosedRange<Int32>
  private let isEmpty: Bool
  private let knownAt: Int64
  /// By raw value, whether a measure is asked for.
  private let isWanted: [Bool]
  private let measures: Set<Measure>?
  private let ids: StoredIDs
  /// By id in the file less one: asked for every fact, so held here.
  private let dimensions: [Dimensions]

  /// A question for the facts of a day and later, at a moment, of all measures or some.
  init(from first: Day, at moment: Moment, of measures: Set<Measure>?, ids: StoredIDs) {
    days = first.number...max(first.number, moment.asOf.number)
    isEmpty = moment.asOf < first
    knownAt = moment.knownAt
    var isWanted = Array(repeating: false, count: 256)
    for measure in measures ?? Set(Measure.allCases) { isWanted[Int(measure.rawValue)] = true }
    self.isWanted = isWanted
    self.measures = measures
    self.ids = ids
    dimensions = ids.allDimensions
  }

  /// The facts in order of recording.
  func facts(in file: BookFile) throws(Diagnostic) -> [Fact] {
    if isEmpty { return [] }
    var facts: [Fact] = []
    // The length of a blob is known without reading it.
    let sizes = try statement("length(facts)", in: file)
    var size = 0
    while try sizes.step() { size &+= Int(sizes.int(0)) }
    // A damaged file may state any length.
    facts.reserveCapacity(min(size / FactBlock.stride, 1 << 24))
    facts.askForLargePages()
    try forEach(in: file) { facts.append($0) }
    return facts
  }

  /// Hands out the facts in order of recording.
  func forEach(in file: BookFile, _ body: (Fact) throws(Diagnostic) -> Void) throws(Diagnostic) {
    if isEmpty { return }
    let blocks = try statement("id, facts, reversed", in: file)
    do throws(Diagnostic) {
      while try blocks.step() { try read(block: blocks.int(0), blocks.bytes(1), blocks.bytes(2), body) }
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
    for id in cut {
      let row = try file.statement("SELECT facts, reversed FROM fact_block WHERE id = ?")
      row.bind(1, id)
      defer { row.reset() }
      guard try row.step() else { continue }
      try read(block: id, row.bytes(0), row.bytes(1)) { last = max(last, $0.day.number) }
    }
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

  private func read(
    block id: Int64, _ bytes: UnsafeBufferPointer<UInt8>, _ reversed: UnsafeBufferPointer<UInt8>,
    _ body: (Fact) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let raw = UnsafeRawBufferPointer(bytes)
    let originals = UnsafeRawBufferPointer(reversed)
    guard id > 0, raw.count % FactBlock.stride == 0, originals.count % 8 == 0 else { throw damaged(id) }
    let before = (id &- 1) &* FactBlock.span
    var original = 0
    for start in stride(from: 0, to: raw.count, by: FactBlock.stride) {
      var reverses: Int64 = 0
      if raw[start + 27] != 0 {
        guard original + 8 <= originals.count else { throw damaged(id) }
        reverses = Int64(littleEndian: originals.loadUnaligned(fromByteOffset: original, as: Int64.self))
        original += 8
      }
      let number = raw[start + 26]
      let day = Int32(littleEndian: raw.loadUnaligned(fromByteOffset: start + 16, as: Int32.self))
      guard isWanted[Int(number)], days.contains(day) else { continue }
      let event = UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: start + 24, as: UInt16.self))
      let sequence = before &+ Int64(event) &+ 1
      guard sequence <= knownAt, let measure = Measure(rawValue: number) else { continue }
      let place = Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start + 20, as: UInt32.self)))
      guard place <= dimensions.count else { throw damaged(id) }
      let commodity = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start + 28, as: UInt32.self))
      try body(
        Fact(
          sequence: sequence, day: Day(number: day), measure: measure,
          amount: Int64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: Int64.self)),
          commodity: try ids.commodity(Int64(commodity)), dimensions: place == 0 ? .none : dimensions[place - 1],
          traits: Traits(packed: Int64(littleEndian: raw.loadUnaligned(fromByteOffset: start + 8, as: Int64.self))),
          reverses: reverses))
    }
    if original != originals.count { throw damaged(id) }
  }

  private func damaged(_ id: Int64) -> Diagnostic {
    StoreFailure.damaged("block \(id) of the facts is cut off; bgt verify --rebuild makes it anew")
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
