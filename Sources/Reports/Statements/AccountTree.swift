import LedgerCore
import Portfolio
import ReportDocument

/// Accounts as a tree by the parts of their names, with sums at every level (级次).
struct AccountTree {
  /// One line of the tree.
  struct Line {
    /// The full name down to this level.
    let name: String
    /// Its last part.
    let label: String
    /// The code of the account of that name, empty when there is none.
    let code: String
    /// 0 for the outermost level.
    let level: Int
    /// The sums of the account and all below it, one a column.
    let amounts: [Int64]
    /// Whether lines of the parts follow.
    let hasParts: Bool
    /// Whether the line holds what stands on an account itself, beside its details.
    let isOwn: Bool
    /// What the amounts are kept apart by below the account, such as a deal; empty for the account as a whole.
    let details: [String]

    /// The first cell: machines get the full name, people the last part, which the indent puts in its place.
    var cell: Cell {
      if isOwn { return .code(name, Phrase("（本级）", "(itself)")) }
      return level == 0 || name == label ? .text(name) : .code(name, .plain(label))
    }

    /// What part the line plays: a line with parts below it is their heading with their sum.
    var role: Row.Role { hasParts ? .header : .body }
  }

  private struct Node {
    let name: String
    let label: String
    let code: String
    let level: Int
    let details: [String]
    var own: [Int64]
    var total: [Int64]
    var parts: [Int] = []

    /// Whether it parts an account by details none of which is stated.
    var isAboutNothing: Bool { !details.isEmpty && details.allSatisfy(\.isEmpty) }
  }

  /// What two additions to the same line share.
  private struct Key: Hashable {
    let name: String
    var details: [String] = []
  }

  /// How many amounts a line has.
  private let width: Int
  private let register: Register
  private let depth: Int?
  private var nodes: [Node] = []
  private var roots: [Int] = []
  private var places: [Key: Int] = [:]

  /// An empty tree.
  ///
  /// - Parameter depth: names are cut to so many parts and summed; nil for whole names.
  init(width: Int, register: Register, depth: Int? = nil) {
    self.width = width
    self.register = register
    self.depth = depth
  }

  /// Adds the amounts of an account; lines stand in the order in which they are added first.
  ///
  /// - Parameter details: what the amounts are kept apart by below the account, such as a deal.
  mutating func add(_ account: Account, _ amounts: [Int64], details: [String] = []) throws(Diagnostic) {
    let parts = account.name(depth: depth).split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    var parent: Int?
    var name = ""
    for (level, part) in parts.enumerated() {
      name = level == 0 ? part : name + ":" + part
      let place = place(of: Key(name: name), part, level: level, parent: parent)
      for index in 0..<width { try nodes[place].total[index].add(amounts[index]) }
      parent = place
    }
    if !details.isEmpty {
      let place = place(of: Key(name: name, details: details), parts.last ?? "", level: parts.count, parent: parent)
      for index in 0..<width { try nodes[place].total[index].add(amounts[index]) }
      parent = place
    }
    guard let parent else { return }
    for index in 0..<width { try nodes[parent].own[index].add(amounts[index]) }
  }

  private mutating func place(of key: Key, _ label: String, level: Int, parent: Int?) -> Int {
    if let place = places[key] { return place }
    let zeros = Array(repeating: Int64(0), count: width)
    let code = register.account(named: key.name).flatMap { $0.name == key.name ? $0.code : nil } ?? ""
    nodes.append(
      Node(name: key.name, label: label, code: code, level: level, details: key.details, own: zeros, total: zeros))
    let place = nodes.count - 1
    places[key] = place
    if let parent { nodes[parent].parts.append(place) } else { roots.append(place) }
    return place
  }

  /// The lines from the top, each before its parts; what is zero in every column is left out.
  var lines: [Line] {
    var lines: [Line] = []
    for root in roots { append(root, to: &lines) }
    return lines
  }

  /// The sums of all accounts, one a column.
  func total() throws(Diagnostic) -> [Int64] {
    var sums = Array(repeating: Int64(0), count: width)
    for root in roots { for index in 0..<width { try sums[index].add(nodes[root].total[index]) } }
    return sums
  }

  private func append(_ place: Int, to lines: inout [Line]) {
    let node = nodes[place]
    let first = lines.count
    // An account whose amounts are about nothing in particular needs no line of its own for them.
    let isPlain = node.parts.count == 1 && nodes[node.parts[0]].isAboutNothing
    if !isPlain { for part in node.parts { append(part, to: &lines) } }
    let hasParts = lines.count > first
    let hasOwn = (isPlain ? node.total : node.own).contains { $0 != 0 }
    if !hasParts && !hasOwn { return }
    if hasParts && hasOwn {
      lines.insert(line(of: node, level: node.level + 1, node.own, isOwn: true), at: first)
    }
    lines.insert(line(of: node, level: node.level, node.total, hasParts: hasParts), at: first)
  }

  private func line(
    of node: Node, level: Int, _ amounts: [Int64], hasParts: Bool = false, isOwn: Bool = false
  ) -> Line {
    Line(
      name: node.name, label: node.label, code: node.code, level: level, amounts: amounts, hasParts: hasParts,
      isOwn: isOwn, details: node.details)
  }
}
