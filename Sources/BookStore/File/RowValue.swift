/// What one column of one row holds, whatever that is.
enum RowValue: Hashable, Comparable {
  // In the order in which SQLite sorts them.
  case null
  /// A floating-point number, which no column of a book holds.
  case other
  case integer(Int64)
  case text([UInt8])
  case blob([UInt8])

  static func < (left: RowValue, right: RowValue) -> Bool {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): left < right
    case (.text(let left), .text(let right)), (.blob(let left), .blob(let right)): left.lexicographicallyPrecedes(right)
    default: left.rank < right.rank
    }
  }

  private var rank: Int {
    switch self {
    case .null: 0
    case .other: 1
    case .integer: 2
    case .text: 3
    case .blob: 4
    }
  }
}

extension RowValue: CustomStringConvertible {
  /// The value as shown in findings, cut short.
  var description: String {
    switch self {
    case .null: "nothing"
    case .integer(let value): "\(value)"
    case .text(let bytes): "“\(String(decoding: bytes.prefix(80), as: UTF8.self))”"
    case .blob(let bytes): "\(bytes.count) bytes"
    case .other: "a floating-point number"
    }
  }
}
