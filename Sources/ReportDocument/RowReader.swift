import LedgerCore

/// Takes the cells of packed rows out one after the other, without making rows of them.
public struct RowReader: Sendable {
  /// A cell as it is packed.
  public enum Item {
    /// Nothing.
    case empty
    /// UTF-8 text in these bytes of `bytes`.
    case text(Range<Int>)
    /// An amount in minor units, and which of `commodities` it is in.
    case money(Int64, Int)
    /// A calendar day.
    case day(Day)
    /// A whole number.
    case integer(Int64)
    /// A quotient, as a multiple.
    case ratio(Ratio)
    /// A quotient, in per cent.
    case percent(Ratio)
    /// A yearly rate without a remark.
    case rate(RateFigure)
    /// Which of `others` it is.
    case other(Int)
  }

  /// The packed bytes among which the texts of the row are.
  public private(set) var bytes: [UInt8] = []
  /// The commodities of all amounts.
  public let commodities: [Commodity]
  /// What part the row plays.
  public private(set) var role = Row.Role.body
  /// How deep the first cell is indented, in levels.
  public private(set) var indent = 0
  private let rows: TableRows
  private var piece = -1
  /// Where the first cell begins.
  private var start = 0
  private var position = 0
  private var end = 0

  /// A reader of rows; `load` takes it to one of them.
  public init(_ rows: TableRows) {
    self.rows = rows
    commodities = rows.commodities
  }

  /// Goes to the beginning of a row.
  public mutating func load(_ index: Int) {
    let place = rows.place(index)
    if place.piece != piece {
      piece = place.piece
      bytes = rows.piece(piece)
    }
    position = place.bytes.lowerBound
    end = place.bytes.upperBound
    role = Row.Role(packed: bytes[position])
    position += 1
    indent = Int(fixed(Int32.self))
    start = position
  }

  /// The next cell; empty after the last one.
  public mutating func next() -> Item { isAtEnd ? .empty : item() }

  /// Whether all cells of the row have been taken.
  public var isAtEnd: Bool { position >= end }

  /// Whether no cell of the row but the first holds anything.
  public var isEmptyBeyondFirst: Bool {
    var rest = self
    rest.position = start
    _ = rest.next()
    while !rest.isAtEnd { if case .empty = rest.next() { continue } else { return false } }
    return true
  }

  /// An item as a cell.
  public func cell(_ item: Item) -> Cell {
    switch item {
    case .empty: .empty
    case .text(let range): .text(String(decoding: bytes[range], as: UTF8.self))
    case .money(let minorUnits, let commodity): .money(minorUnits, commodities[commodity])
    case .day(let day): .day(day)
    case .integer(let value): .integer(value)
    case .ratio(let ratio): .ratio(ratio)
    case .percent(let ratio): .percent(ratio)
    case .rate(let value): .rate(value)
    case .other(let index): rows.others[index]
    }
  }

  private mutating func item() -> Item {
    let tag = bytes[position]
    position += 1
    switch tag {
    case PackedTag.text:
      let count = variable()
      position += count
      return .text(position - count..<position)
    case PackedTag.money:
      let commodity = variable()
      return .money(fixed(Int64.self), commodity)
    case PackedTag.day: return .day(Day(number: fixed(Int32.self)))
    case PackedTag.integer: return .integer(fixed(Int64.self))
    case PackedTag.ratio: return .ratio(ratio())
    case PackedTag.percent: return .percent(ratio())
    case PackedTag.rate: return .rate(RateFigure(plainBits: fixed(UInt64.self)))
    case PackedTag.other: return .other(variable())
    default: return .empty
    }
  }

  private mutating func ratio() -> Ratio {
    let numerator = fixed(Int64.self)
    return Ratio(numerator, over: fixed(Int64.self))
  }

  private mutating func variable() -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while true {
      let byte = bytes[position]
      position += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: value) }
      shift += 7
    }
  }

  private mutating func fixed<N: FixedWidthInteger & BitwiseCopyable>(_ type: N.Type) -> N {
    let value = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: type) }
    position += N.bitWidth / 8
    return N(littleEndian: value)
  }
}
