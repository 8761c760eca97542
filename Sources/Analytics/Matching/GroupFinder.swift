/// Finds items of one side that add up to one item of the other, among those that are in no pair.
struct GroupFinder {
  private let lines: MatchSide
  private let entries: MatchSide
  private let words: MatchWords
  private let rules: MatchRules
  private(set) var found: [Match] = []
  /// Whether the steps ran out.
  private(set) var isCutShort = false
  private var steps: Int

  init(after pairs: PairFinder) {
    lines = pairs.lines
    entries = pairs.entries
    words = pairs.words
    rules = pairs.rules
    steps = pairs.rules.stepsMax
  }

  /// What holds groups together, the strongest first; each way is tried with either side as the one item.
  mutating func run() {
    for bond in [MatchEvidence.Group.document, .name, .day, .sum] {
      for isLine in [true, false] { run(bond, isLine: isLine) }
    }
  }

  /// Looks for the parts of each free item of one side; the largest amounts first, since few sums reach them.
  private mutating func run(_ bond: MatchEvidence.Group, isLine: Bool) {
    let (whole, parts) = isLine ? (lines, entries) : (entries, lines)
    let pool = PartPool(parts, bond, words)
    if pool.isEmpty { return }
    let targets = whole.ids.indices.filter { whole.isFree[$0] }.sorted {
      let (one, other) = (whole.amounts[$0].magnitude, whole.amounts[$1].magnitude)
      return one != other ? one > other : $0 < $1
    }
    for target in targets {
      let candidates = pool.candidates(
        for: target, of: whole, among: isLine ? entries : lines, rules: rules)
      for list in candidates where list.count > 1 && take(target, list, bond, isLine: isLine) { break }
    }
  }

  /// Takes a list as the parts of an item: all of it when it adds up, else what of it does.
  private mutating func take(_ target: Int, _ list: [Int], _ bond: MatchEvidence.Group, isLine: Bool) -> Bool {
    let parts = isLine ? entries : lines
    let amount = isLine ? lines.amounts[target] : entries.amounts[target]
    let sum = list.reduce(Int128(0)) { $0 + Int128(parts.amounts[$1]) }
    if bond != .sum && list.count <= rules.groupMax && sum == Int128(amount) {
      return accept(target, [list], bond, isLine: isLine)
    }
    // Of one day alone there are too many that mean nothing.
    if bond == .day || sum.magnitude < Int128(amount).magnitude { return false }
    let sorted = list.prefix(rules.searchedMax).sorted {
      let (one, other) = (parts.amounts[$0].magnitude, parts.amounts[$1].magnitude)
      return one != other ? one > other : $0 < $1
    }
    guard steps > 0 else {
      isCutShort = true
      return false
    }
    guard amount != .min,
      var search = SubsetSum(
        sorted.map { Int64(clamping: parts.amounts[$0].magnitude) }, countMax: rules.sumMax, steps: min(steps, 20_000))
    else { return false }
    let before = search.steps
    search.search(for: Int64(clamping: amount.magnitude))
    steps -= before - search.steps
    return accept(target, search.found.map { $0.map { sorted[$0] } }, bond == .document ? .document : .sum, isLine: isLine)
  }

  /// Takes the strongest of several lists that add up, of equally strong ones the shortest.
  private mutating func accept(
    _ target: Int, _ lists: [[Int]], _ bond: MatchEvidence.Group, isLine: Bool
  ) -> Bool {
    let sums = lists.map { PartList(parts: $0.sorted(), evidence: evidence(target, $0, bond, isLine: isLine)) }.sorted()
    guard let strongest = sums.first else { return false }
    let list = strongest.parts
    var chosen = strongest.evidence
    chosen.isAmbiguous = sums.contains { other in
      other.evidence.score == strongest.evidence.score && other.parts.count == list.count
        && !isSame(other.parts, list, isLine: isLine)
    }
    guard chosen.score >= rules.scoreMin else { return false }
    let (whole, parts) = isLine ? (lines, entries) : (entries, lines)
    whole.isFree[target] = false
    for part in list { parts.isFree[part] = false }
    if isLine { add([target], list, chosen) } else { add(list, [target], chosen) }
    return true
  }

  /// Whether two lists cannot be told apart by what their items say.
  private func isSame(_ one: [Int], _ other: [Int], isLine: Bool) -> Bool {
    let contents = isLine ? entries.contents : lines.contents
    return one.map { contents[$0] }.sorted() == other.map { contents[$0] }.sorted()
  }

  private mutating func add(_ ours: [Int], _ theirs: [Int], _ evidence: MatchEvidence) {
    let amount = ours.count == 1 ? lines.amounts[ours[0]] : entries.amounts[theirs[0]]
    found.append(
      Match(
        lines: ours.map { lines.ids[$0] }.sorted(), entries: theirs.map { entries.ids[$0] }.sorted(), amount: amount,
        evidence: evidence))
  }

  private func evidence(
    _ target: Int, _ list: [Int], _ bond: MatchEvidence.Group, isLine: Bool
  ) -> MatchEvidence {
    let (whole, parts) = isLine ? (lines, entries) : (entries, lines)
    var evidence = MatchEvidence(days: 0, sharesDocument: true, names: .same, group: bond)
    for part in list {
      evidence.days = max(evidence.days, abs(Int(whole.days[target]) - Int(parts.days[part])))
      if !words.meet(whole.documents[target], parts.documents[part]) { evidence.sharesDocument = false }
      switch words.compare(whole.names[target], parts.names[part]) {
      case .different: evidence.names = .different
      case .unknown: if evidence.names != .different { evidence.names = .unknown }
      case .similar: if evidence.names == .same { evidence.names = .similar }
      case .same: break
      }
    }
    return evidence
  }
}

/// Parts that add up, the strongest before the weaker, of equally strong ones the shortest.
private struct PartList: Comparable {
  let parts: [Int]
  let evidence: MatchEvidence

  static func < (one: PartList, other: PartList) -> Bool {
    if one.evidence.score != other.evidence.score { return one.evidence.score > other.evidence.score }
    if one.parts.count != other.parts.count { return one.parts.count < other.parts.count }
    return one.parts.lexicographicallyPrecedes(other.parts)
  }
}
