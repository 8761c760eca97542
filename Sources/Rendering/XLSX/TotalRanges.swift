import ReportDocument

/// Follows the rows of a table and tells which totals are plain sums of rows above, and of which.
///
/// The same three ways in which a total may foot are looked for as in `RoundingNote`: all lines, the outermost lines,
/// the subtotals.
struct TotalRanges {
  /// What numbers are of: a commodity by its number in the table, or things that are counted.
  struct Unit: Equatable {
    private let index: Int
    /// Amounts of a commodity.
    init(_ index: Int) { self.index = index }
    /// Things that are counted.
    static let count = Unit(-1)
  }

  /// Rows of a sheet from a first to a last, the first being 0.
  struct Rows: Equatable {
    var first: UInt32
    var last: UInt32
  }

  /// Rows that may be parts of a total; nil when they are scattered over too many pieces to be named.
  private struct Parts {
    private(set) var pieces: [Rows]? = []

    /// Pieces of a formula that is still readable.
    private static let piecesMax = 24

    mutating func add(_ row: UInt32) {
      guard let count = pieces?.count else { return }
      if count > 0, pieces?[count - 1].last == row &- 1 {
        pieces?[count - 1].last = row
      } else if count < Parts.piecesMax {
        pieces?.append(Rows(first: row, last: row))
      } else {
        pieces = nil
      }
    }
  }

  /// Sums of one column over the same rows.
  private struct Sums {
    var sinceSubtotal: Int128 = 0
    var sinceTotal: Int128 = 0
    var outermost: Int128 = 0
    var subtotals: Int128 = 0
    var unit: Unit?
    /// Whether all parts are numbers of one unit.
    var isPlain = true
    /// What the row that is being written adds.
    var pending: Int128 = 0
  }

  private var sums: [Sums]
  private var sinceSubtotal = Parts()
  private var sinceTotal = Parts()
  private var outermost = Parts()
  private var subtotals = Parts()

  /// No rows yet.
  init(columnCount: Int) { sums = Array(repeating: Sums(), count: columnCount) }

  /// Adds a number of the line that is being written.
  mutating func add(_ value: Int64, _ unit: Unit, _ column: Int) {
    take(unit, column)
    sums[column].pending = Int128(value)
  }

  /// Adds a subtotal that is being written.
  mutating func addSubtotal(_ value: Int64, _ unit: Unit, _ column: Int) {
    take(unit, column)
    sums[column].subtotals += Int128(value)
  }

  /// A part of the column is no number: nothing sums it until the next total.
  mutating func spoil(_ column: Int) { sums[column].isPlain = false }

  private mutating func take(_ unit: Unit, _ column: Int) {
    if sums[column].unit == nil { sums[column].unit = unit }
    if sums[column].unit != unit { sums[column].isPlain = false }
  }

  /// The formula of a total that is the plain sum of rows above; nil when it is not.
  func formula(_ value: Int64, _ unit: Unit, _ column: Int, ofAll: Bool) -> String? {
    let sum = sums[column]
    guard sum.isPlain, sum.unit == unit else { return nil }
    let ways =
      ofAll
      ? [(sum.sinceTotal, sinceTotal), (sum.outermost, outermost), (sum.subtotals, subtotals)]
      : [(sum.sinceSubtotal, sinceSubtotal)]
    let fitting = ways.filter { $0.0 == Int128(value) }.compactMap { $0.1.pieces }.filter { !$0.isEmpty }
    guard let pieces = fitting.min(by: { $0.count < $1.count }) else { return nil }
    let letters = TotalRanges.letters(of: column)
    return "=SUM(" + pieces.map { "\(letters)\($0.first + 1):\(letters)\($0.last + 1)" }.joined(separator: ",") + ")"
  }

  /// Ends a row of the sheet.
  mutating func endRow(at row: UInt32, _ role: Row.Role, isOutermost: Bool) {
    switch role {
    case .body:
      for column in sums.indices where sums[column].pending != 0 {
        let value = sums[column].pending
        sums[column].sinceSubtotal += value
        sums[column].sinceTotal += value
        if isOutermost { sums[column].outermost += value }
        sums[column].pending = 0
      }
      sinceSubtotal.add(row)
      sinceTotal.add(row)
      if isOutermost { outermost.add(row) }
    case .subtotal:
      subtotals.add(row)
      sinceSubtotal = Parts()
      for column in sums.indices { sums[column].sinceSubtotal = 0 }
    case .total:
      self = TotalRanges(columnCount: sums.count)
    case .header, .result, .blank: break
    }
  }

  /// The letters of a column: A, Z, AA.
  static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
