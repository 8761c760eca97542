import FundLedger

/// Shows warnings without flooding: the first of each kind in full, of the rest where they stand.
enum Warnings {
  /// How many of one kind are shown in full.
  private static let shownMax = 3
  /// How many places of the rest are named.
  private static let placesMax = 20

  /// Shows warnings, each of them in full when `listsAll`.
  static func show(_ warnings: [Diagnostic], listsAll: Bool = false) {
    var rest: [String: [Diagnostic]] = [:]
    var counts: [String: Int] = [:]
    var lines = SourceLines()
    for warning in warnings {
      let likeness = warning.likeness
      counts[likeness, default: 0] += 1
      if listsAll || counts[likeness, default: 0] <= shownMax {
        Terminal.complain(lines.located(warning))
      } else {
        rest[likeness, default: []].append(warning)
      }
    }
    for (_, warnings) in rest.sorted(by: { $0.key < $1.key }) { Terminal.writeError(line(of: warnings)) }
  }

  /// Names the places of warnings that are like those shown: `2 more like these, at x.beancount:5, 6`.
  private static func line(of warnings: [Diagnostic]) -> String {
    guard let first = warnings.first else { return "" }
    // What is of one code and not of one kind is told apart by its sentence.
    let isChinese = Terminal.language == .zh
    let sentence = first.sentence[Terminal.language].prefix { !":;：；".contains($0) }
    let kind = first.likeness == first.code.rawValue ? "" : isChinese ? "（\(sentence)）" : " (\(sentence))"
    let count = warnings.count
    var line = "bgt: \(first.label(in: Terminal.language))"
    line += isChinese ? "：同类的还有 \(count) 条\(kind)" : ": \(count) more like these\(kind)"
    let places = warnings.compactMap(\.position)
    var file: String?
    for place in places.prefix(placesMax) {
      line += isChinese ? (file == nil ? "，见 " : "、") : (file == nil ? ", at " : ", ")
      line += place.file == file ? "" : "\(place.source(in: Terminal.language)):"
      line += place.address.isEmpty ? "\(place.line)" : place.address
      file = place.file
    }
    if places.count > placesMax { line += isChinese ? " 等处" : " and further places" }
    return line + "\n"
  }
}
