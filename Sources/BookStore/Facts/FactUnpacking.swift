import LedgerCore
import Portfolio

/// Unpacks those facts of blocks that a question is about; any thread may.
struct FactUnpacking: Sendable {
  private let days: ClosedRange<Int32>
  private let knownAt: Int64
  /// By raw value, whether a measure is asked for.
  private let isWanted: [Bool]
  /// By id in the file less one.
  private let dimensions: [Dimensions]
  /// By id in the file.
  private let commodities: [CommodityID]

  /// A question for facts of some days, known at an event, of all measures or some.
  init(
    days: ClosedRange<Int32>, knownAt: Int64, of measures: Set<Measure>?, dimensions: [Dimensions],
    commodities: [CommodityID]
  ) {
    self.days = days
    self.knownAt = knownAt
    var isWanted = Array(repeating: false, count: 256)
    for measure in measures ?? Set(Measure.allCases) { isWanted[Int(measure.rawValue)] = true }
    self.isWanted = isWanted
    self.dimensions = dimensions
    self.commodities = commodities
  }

  /// Hands out the facts of a block in order of recording.
  ///
  /// - Throws: `bookDamaged` when it is cut off or names what the book does not have.
  @inline(__always)
  func unpack(
    _ id: Int64, _ bytes: UnsafeBufferPointer<UInt8>, _ reversed: UnsafeBufferPointer<UInt8>,
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
      let commodity = Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start + 28, as: UInt32.self)))
      guard commodity < commodities.count else {
        throw StoreFailure.damaged(
          Wording("账簿引用了没有的币种 \(commodity)", "the book names commodity \(commodity), which it does not have"))
      }
      try body(
        Fact(
          sequence: sequence, day: Day(number: day), measure: measure,
          amount: Int64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: Int64.self)),
          commodity: commodities[commodity], dimensions: place == 0 ? .none : dimensions[place - 1],
          traits: Traits(packed: Int64(littleEndian: raw.loadUnaligned(fromByteOffset: start + 8, as: Int64.self))),
          reverses: reverses))
    }
    if original != originals.count { throw damaged(id) }
  }

  private func damaged(_ id: Int64) -> Diagnostic {
    StoreFailure.damaged(
      Wording(
        "记载的第 \(id) 块不完整；bgt verify --rebuild 重新生成",
        "block \(id) of the facts is cut off; bgt verify --rebuild makes it anew"))
  }
}
