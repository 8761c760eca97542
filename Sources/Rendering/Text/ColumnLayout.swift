/// Chooses the widths of the columns of a text table, and folds a table that is too wide into several.
struct ColumnLayout {
  /// What is known of a column before its width is chosen, in terminal cells.
  struct Measure {
    /// The widest cell or heading.
    var natural: Int
    /// The width below which the table is rather folded: no name is broken, and headings break between words only.
    var minimum: Int
    /// The least width where folding does not help: no number is cut.
    var least: Int
    /// Whether its cells may wrap; of other columns only the heading may.
    var wraps: Bool

    /// A measure; the least width is the minimum unless told otherwise.
    init(natural: Int, minimum: Int, least: Int? = nil, wraps: Bool) {
      self.natural = natural
      self.minimum = minimum
      self.least = min(least ?? minimum, minimum)
      self.wraps = wraps
    }
  }

  /// One table of a folded one: which columns it shows, and how wide.
  struct Fold: Equatable {
    var columns: [Int]
    var widths: [Int]
  }

  /// Cells between two columns.
  static let gap = 2

  /// Widths for all columns in tables of at most `width` cells (0 for no limit).
  ///
  /// Headings over numbers give way first, then the widest column of text. When the minima do not fit, the table is
  /// folded: each part repeats the key columns, or only the first one where they leave no room. A part with a single
  /// column beside it may still be too wide; numbers are never cut.
  ///
  /// - Parameter keys: ascending, the first column among them; asked for only when the table is folded.
  static func folds(_ measures: [Measure], width: Int, keys: () -> [Int] = { [0] }) -> [Fold] {
    let all = Array(measures.indices)
    let least = measures.reduce(0) { $0 + $1.minimum } + gap * max(measures.count - 1, 0)
    guard width > 0, least > width, measures.count > 2 else { return [fit(all, measures, width)] }
    var keys = keys()
    let widestOther = measures.indices.filter { !keys.contains($0) }.map { measures[$0].minimum }.max() ?? 0
    if keys.reduce(widestOther, { $0 + measures[$1].minimum + gap }) > width { keys = [0] }
    var parts = parts(measures, keys, limit: width)
    // As many columns in each part as in the others, instead of one left over.
    for limit in stride(from: width - 1, to: 0, by: -1) {
      let evener = self.parts(measures, keys, limit: limit)
      if evener.count > parts.count { break }
      parts = evener
    }
    return parts.map { fit($0, measures, width) }
  }

  /// The columns of each part when parts of at most `limit` cells are filled one after the other.
  private static func parts(_ measures: [Measure], _ keys: [Int], limit: Int) -> [[Int]] {
    var parts: [[Int]] = []
    var part = keys
    let start = keys.reduce(0 - gap) { $0 + gap + measures[$1].minimum }
    var used = start
    for index in measures.indices where !keys.contains(index) {
      let wanted = gap + measures[index].minimum
      if used + wanted > limit && part.count > keys.count {
        parts.append(part.sorted())
        part = keys
        used = start
      }
      part.append(index)
      used += wanted
    }
    return part.count > keys.count || parts.isEmpty ? parts + [part.sorted()] : parts
  }

  /// Widths for some of the columns, shrunk no further than needed.
  private static func fit(_ columns: [Int], _ measures: [Measure], _ width: Int) -> Fold {
    guard width > 0 else { return Fold(columns: columns, widths: columns.map { measures[$0].natural }) }
    var widths = columns.map { min(measures[$0].natural, max(measures[$0].minimum, width)) }
    var excess = widths.reduce(0, +) + gap * max(columns.count - 1, 0) - width
    let floors: [(floor: KeyPath<Measure, Int> & Sendable, wraps: Bool)] = [
      (\.minimum, false), (\.minimum, true), (\.least, true), (\.least, false),
    ]
    for (floor, wraps) in floors {
      while excess > 0 {
        let candidates = columns.indices.filter {
          measures[columns[$0]].wraps == wraps && widths[$0] > measures[columns[$0]][keyPath: floor]
        }
        guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
        excess -= 1
      }
    }
    return Fold(columns: columns, widths: widths)
  }
}
