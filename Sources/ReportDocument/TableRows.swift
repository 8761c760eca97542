import LedgerCore

/// The rows of a table in order, packed into bytes: a detailed ledger may have a million lines, and a row as a value of
/// its own takes six times the room.
///
/// It is used as any collection of rows. Whoever writes or reads very many goes around them: `beginRow` and `add` pack
/// one cell after the other, `RowReader` takes them out again.
public struct TableRows: Sendable {
  /// Filled pieces of packed rows; no row goes over the end of a piece.
  private(set) var pieces: [[UInt8]] = []
  /// The piece that is being filled.
  private(set) var filling: [UInt8] = []
  /// Where each row begins: the number of the piece and the byte in it.
  private(set) var starts: [Start] = []
  /// The commodities of all amounts.
  public private(set) var commodities: [Commodity] = []
  /// Values that are kept whole; the few phrases that repeat in a column are kept once.
  private(set) var others: [Cell] = []

  /// Bytes after which a new piece is begun, so that growing never copies what is there.
  private static let pieceSize = 1 << 18
  /// How many of the last values kept whole are looked through for one that repeats.
  private static let recentCount = 8

  /// The place of a row.
  struct Start: Sendable {
    let piece: Int32
    let byte: Int32
  }

  /// No rows.
  public init() {}

  /// Begins a row; its cells are added next.
  public mutating func beginRow(role: Row.Role = .body, indent: Int = 0) {
    if filling.count >= TableRows.pieceSize {
      pieces.append(filling)
      filling = []
      filling.reserveCapacity(TableRows.pieceSize + TableRows.pieceSize / 16)
    }
    starts.append(Start(piece: Int32(clamping: pieces.count), byte: Int32(clamping: filling.count)))
    filling.append(role.packed)
    append(fixed: Int32(clamping: indent))
  }

  /// Adds a cell to the last row.
  public mutating func add(_ cell: Cell) {
    switch cell {
    case .empty: filling.append(PackedTag.empty)
    case .text(let text): add(text: text)
    case .money(let minorUnits, let commodity):
      filling.append(PackedTag.money)
      append(variable: index(of: commodity))
      append(fixed: minorUnits)
    case .day(let day):
      filling.append(PackedTag.day)
      append(fixed: day.number)
    case .integer(let value):
      filling.append(PackedTag.integer)
      append(fixed: value)
    case .phrase, .code, .amounts:
      filling.append(PackedTag.other)
      append(variable: index(ofOther: cell))
    case .ratio(let ratio): add(ratio, PackedTag.ratio)
    case .percent(let ratio): add(ratio, PackedTag.percent)
    case .rate(let rate):
      if let bits = rate.plainBits {
        filling.append(PackedTag.rate)
        append(fixed: bits)
      } else {
        filling.append(PackedTag.other)
        append(variable: index(ofOther: cell))
      }
    }
  }

  /// Adds a text to the last row, with a number after it if one is given, such as `记-17`.
  public mutating func add(text: String, number: Int64? = nil) {
    filling.append(PackedTag.text)
    let digits = number.map { "\($0)" } ?? ""
    append(variable: text.utf8.count + digits.utf8.count)
    filling.append(contentsOf: text.utf8)
    filling.append(contentsOf: digits.utf8)
  }

  private mutating func add(_ ratio: Ratio, _ tag: UInt8) {
    filling.append(tag)
    append(fixed: ratio.numerator)
    append(fixed: ratio.denominator)
  }

  /// The parts that the rows play, in order.
  public var roles: [Row.Role] {
    starts.map { Row.Role(packed: piece(Int($0.piece))[Int($0.byte)]) }
  }

  /// The piece of a number.
  func piece(_ index: Int) -> [UInt8] { index < pieces.count ? pieces[index] : filling }

  /// Where the bytes of a row lie.
  func place(_ index: Int) -> (piece: Int, bytes: Range<Int>) {
    let piece = Int(starts[index].piece)
    let next = index + 1
    let isLast = next == starts.count || Int(starts[next].piece) != piece
    let end = isLast ? (piece < pieces.count ? pieces[piece].count : filling.count) : Int(starts[next].byte)
    return (piece, Int(starts[index].byte)..<end)
  }

  /// The number of a commodity, a new one when it has none.
  private mutating func index(of commodity: Commodity) -> Int {
    // Nearly always that of the row before.
    if let last = commodities.last, last == commodity { return commodities.count - 1 }
    if let index = commodities.firstIndex(of: commodity) { return index }
    commodities.append(commodity)
    return commodities.count - 1
  }

  /// The number of a value that is kept whole.
  private mutating func index(ofOther cell: Cell) -> Int {
    let first = Swift.max(others.count - TableRows.recentCount, 0)
    if let index = others[first...].firstIndex(of: cell) { return index }
    others.append(cell)
    return others.count - 1
  }

  /// Packs a count in as few groups of seven bits as it needs.
  private mutating func append(variable value: Int) {
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      filling.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    filling.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Packs an integer in full.
  private mutating func append<N: FixedWidthInteger>(fixed value: N) {
    withUnsafeBytes(of: value.littleEndian) { filling.append(contentsOf: $0) }
  }
}

/// What a packed cell begins with.
enum PackedTag {
  static let empty: UInt8 = 0
  static let text: UInt8 = 1
  static let money: UInt8 = 2
  static let day: UInt8 = 3
  static let integer: UInt8 = 4
  static let other: UInt8 = 5
  static let ratio: UInt8 = 6
  static let percent: UInt8 = 7
  static let rate: UInt8 = 8
}

extension Row.Role {
  /// The role as a byte.
  var packed: UInt8 {
    switch self {
    case .body: 0
    case .header: 1
    case .subtotal: 2
    case .total: 3
    case .result: 4
    case .blank: 5
    }
  }

  /// The role of a byte.
  init(packed: UInt8) {
    switch packed {
    case 1: self = .header
    case 2: self = .subtotal
    case 3: self = .total
    case 4: self = .result
    case 5: self = .blank
    default: self = .body
    }
  }
}
