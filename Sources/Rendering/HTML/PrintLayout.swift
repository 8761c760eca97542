import ReportDocument

/// How a table lies on paper: which columns are written, in how many parts, how large the type is and how wide long texts are.
///
/// Type is never smaller than 7 points. A table that is wider still leaves out the columns that are zero throughout, and is
/// written in parts that each begin with the first column.
struct PrintLayout {
  /// Type sizes in tenths of a point.
  static let sizes = 70...85
  /// Width between the margins in tenths of a point.
  enum Room: Int {
    case portrait = 5_150
    case across = 7_850
  }

  /// Width beside the text of a column, tenths of a point.
  private static let padding = 75
  /// Width of a cell of text, hundredths of the type size.
  private static let cellWidth = 59
  /// No more than this of a text is asked to stand on one line, cells.
  private static let widthMax = 60
  /// A table of fewer columns shows all of them.
  private static let columnsMin = 6

  /// The columns of each part, ascending; the first column leads them all.
  let parts: [[Int]]
  /// Columns that are left out, since no row has anything in them.
  let leftOut: [Int]
  /// The size of the type, tenths of a point.
  let size: Int
  /// Per cent of the width that a column of long texts has, where a table does not fit with each of them on one line.
  let shares: [Int: Int]
  /// Columns whose texts are never broken.
  let whole: [Int]

  /// The whole of a small table.
  init(whole columns: Int) {
    parts = [Array(0..<columns)]
    leftOut = []
    size = PrintLayout.sizes.upperBound
    shares = [:]
    whole = []
  }

  /// The layout of a table that was measured.
  init(_ measure: PrintMeasure, rows: Int, in room: Room) {
    let all = Array(measure.columns.indices)
    var shown = PrintLayout.filled(measure, rows)
    if !PrintLayout.fits(shown, measure, room) && rows <= PrintMeasure.rowsMax {
      shown = shown.filter { $0 == 0 || !measure.columns[$0].isZero }
    }
    let parts = PrintLayout.parts(shown, measure, room)
    let size = parts.map { PrintLayout.size($0, measure, room) }.min() ?? PrintLayout.sizes.upperBound
    self.parts = parts
    self.size = size
    leftOut = all.filter { !shown.contains($0) }
    shares = parts.reduce(into: [:]) { shares, part in
      shares.merge(PrintLayout.shares(part, measure, room, size)) { max($0, $1) }
    }
    whole = all.filter { !measure.columns[$0].isBreakable }
  }

  /// Whether a table fits a sheet without leaving out what is zero and without parts.
  static func fits(_ measure: PrintMeasure, rows: Int, in room: Room) -> Bool { fits(filled(measure, rows), measure, room) }

  /// The columns that hold anything; all of a narrow or an endless table.
  private static func filled(_ measure: PrintMeasure, _ rows: Int) -> [Int] {
    let all = Array(measure.columns.indices)
    if all.count < columnsMin || rows > PrintMeasure.rowsMax || rows == 0 { return all }
    return all.filter { $0 == 0 || !measure.columns[$0].isEmpty }
  }

  /// What a column takes at a size, hundredths of tenths of a point.
  private static func cost(_ column: Int, _ measure: PrintMeasure, _ size: Int) -> Int {
    measure.columns[column].least * cellWidth * size + padding * 100
  }

  private static func fits(_ columns: [Int], _ measure: PrintMeasure, _ room: Room, size: Int = sizes.lowerBound) -> Bool {
    columns.reduce(0) { $0 + cost($1, measure, size) } <= room.rawValue * 100
  }

  /// The largest size that columns fit at.
  private static func size(_ columns: [Int], _ measure: PrintMeasure, _ room: Room) -> Int {
    sizes.reversed().first { fits(columns, measure, room, size: $0) } ?? sizes.lowerBound
  }

  /// All columns in one part when they fit, else in as few as they fit in, each about as wide as the others.
  private static func parts(_ columns: [Int], _ measure: PrintMeasure, _ room: Room) -> [[Int]] {
    if fits(columns, measure, room) || columns.count < 3 { return [columns] }
    func filled(_ limit: Int) -> [[Int]] {
      var parts: [[Int]] = []
      var (part, used) = ([0], cost(0, measure, sizes.lowerBound))
      for column in columns.dropFirst() {
        let wanted = cost(column, measure, sizes.lowerBound)
        if used + wanted > limit && part.count > 1 {
          parts.append(part)
          (part, used) = ([0], cost(0, measure, sizes.lowerBound))
        }
        part.append(column)
        used += wanted
      }
      return parts + [part]
    }
    var parts = filled(room.rawValue * 100)
    for percent in stride(from: 98, to: 30, by: -2) {
      let evener = filled(room.rawValue * percent)
      if evener.count > parts.count { break }
      parts = evener
    }
    return parts
  }

  /// What columns of long texts get of the width: what nearly all their texts need, and of the rest as much as they want.
  private static func shares(_ part: [Int], _ measure: PrintMeasure, _ room: Room, _ size: Int) -> [Int: Int] {
    let natural = part.reduce(0) { $0 + measure.columns[$1].natural * cellWidth * size + padding * 100 }
    let breakable = part.filter { measure.columns[$0].isBreakable }
    if natural <= room.rawValue * 100 || breakable.isEmpty { return [:] }
    let rest = max(room.rawValue * 100 - part.reduce(0) { $0 + cost($1, measure, size) }, 0)
    let wants = breakable.map { max(min(measure.columns[$0].natural, widthMax) - measure.columns[$0].least, 0) }
    let wanted = max(wants.reduce(0, +), 1)
    var shares: [Int: Int] = [:]
    for (column, want) in zip(breakable, wants) {
      shares[column] = (cost(column, measure, size) + rest * want / wanted) / room.rawValue
    }
    return shares
  }
}
