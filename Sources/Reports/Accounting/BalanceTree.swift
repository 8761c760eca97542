import LedgerCore
import ReportDocument

/// Lines of accounts cut to a depth, flat or as a tree in which a line sums up what is below it.
struct BalanceTree {
  private struct Node {
    let name: String
    let label: String
    let level: Int
    /// By commodity, with and without what is below.
    var total: [CommodityID: [Int64]] = [:]
    var own: [CommodityID: [Int64]] = [:]
    var parts: [Int] = []
  }

  /// How many amounts a line has.
  private let width: Int
  private let isTree: Bool
  private var nodes: [Node] = []
  private var roots: [Int] = []
  private var places: [String: Int] = [:]

  /// No lines yet.
  init(width: Int, isTree: Bool) {
    self.width = width
    self.isTree = isTree
  }

  /// Adds the amounts of a name, already cut to the depth; lines stand in the order in which they are added first.
  mutating func add(_ name: String, _ commodity: CommodityID, _ amounts: [Int64]) throws(Diagnostic) {
    var parent: Int?
    if isTree {
      var path = ""
      for (level, part) in name.split(separator: ":", omittingEmptySubsequences: false).enumerated() {
        path = level == 0 ? String(part) : path + ":" + part
        parent = place(of: path, String(part), level, parent)
        try add(amounts, to: \.total, of: parent ?? 0, commodity)
      }
    } else {
      parent = place(of: name, name, 0, nil)
      try add(amounts, to: \.total, of: parent ?? 0, commodity)
    }
    if let parent { try add(amounts, to: \.own, of: parent, commodity) }
  }

  private mutating func add(
    _ amounts: [Int64], to sums: WritableKeyPath<Node, [CommodityID: [Int64]]>, of place: Int, _ commodity: CommodityID
  ) throws(Diagnostic) {
    var sum = nodes[place][keyPath: sums][commodity] ?? Array(repeating: 0, count: width)
    for index in 0..<width { try sum[index].add(amounts[index]) }
    nodes[place][keyPath: sums][commodity] = sum
  }

  private mutating func place(of name: String, _ label: String, _ level: Int, _ parent: Int?) -> Int {
    if let place = places[name] { return place }
    nodes.append(Node(name: name, label: label, level: level))
    let place = nodes.count - 1
    places[name] = place
    if let parent { nodes[parent].parts.append(place) } else { roots.append(place) }
    return place
  }

  /// The lines from the top, each before its parts; with `sortedBy`, the largest amount of that place first.
  ///
  /// - Parameter showsZero: whether lines that are zero throughout stay.
  func lines(showsZero: Bool, sortedBy column: Int?) -> [BalanceLines.Line] {
    var lines: [BalanceLines.Line] = []
    for root in sorted(roots, column) { append(root, showsZero, column, to: &lines) }
    return lines
  }

  private func sorted(_ places: [Int], _ column: Int?) -> [Int] {
    guard let column else { return places }
    func size(_ place: Int) -> Int64 { nodes[place].total.min { $0.key < $1.key }?.value[column] ?? 0 }
    return places.enumerated().sorted { left, right in
      let (a, b) = (size(left.element), size(right.element))
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }

  private func append(_ place: Int, _ showsZero: Bool, _ column: Int?, to lines: inout [BalanceLines.Line]) {
    let node = nodes[place]
    var below: [BalanceLines.Line] = []
    for part in sorted(node.parts, column) { append(part, showsZero, column, to: &below) }
    let hasParts = !below.isEmpty
    for (commodity, amounts) in node.total.sorted(by: { $0.key < $1.key }) {
      let isZero = amounts.allSatisfy { $0 == 0 }
      // A heading stays while something stands below it, even when that sums to zero.
      if isZero && !showsZero && !(hasParts && node.total.count == 1) { continue }
      let cell = node.level == 0 || node.name == node.label ? Cell.text(node.name) : .code(node.name, .plain(node.label))
      lines.append(
        BalanceLines.Line(cell: cell, commodity: commodity, amounts: amounts, level: node.level, hasParts: hasParts))
    }
    if hasParts {
      for (commodity, amounts) in node.own.sorted(by: { $0.key < $1.key }) where amounts.contains(where: { $0 != 0 }) {
        lines.append(
          BalanceLines.Line(
            cell: .code(node.name, Phrase("（本级）", "(itself)")), commodity: commodity, amounts: amounts, level: node.level + 1))
      }
    }
    lines += below
  }
}
