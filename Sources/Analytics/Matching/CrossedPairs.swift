/// Pairs of one amount and one counterparty whose dates cross: the earlier line with the later item and the other way round.
///
/// Taking the strongest pair first pairs what lies nearest, and leaves the earlier line to the later item. What happened in
/// order stands in order on both sides, so the pairs are put in order where that speaks no less for them all together.
struct CrossedPairs {
  /// A line and an item of the books, by their places on their sides.
  struct Pair {
    let line: Int
    let entry: Int
    var evidence: MatchEvidence
  }

  /// What pairs have to agree in to be exchanged.
  private struct Key: Hashable {
    let line: WordList
    let entry: WordList
  }

  private let pairs: [Pair]
  private let lines: MatchSide
  private let entries: MatchSide

  /// Pairs as they were chosen.
  init(_ pairs: [Pair], lines: MatchSide, entries: MatchSide) {
    (self.pairs, self.lines, self.entries) = (pairs, lines, entries)
  }

  /// The pairs with those that cross put in order; one that a document proves stays.
  ///
  /// - Parameter evidence: what speaks for a line and an item; nil when it is too little.
  func undone(_ evidence: (Int, Int) -> MatchEvidence?) -> [Pair] {
    // Nearly all are in order as they are, and most of the others are two.
    let sorted = pairs.count < 2 ? pairs : pairs.sorted { isEarlier($0.line, $1.line, on: lines) }
    if isInOrder(sorted) { return pairs }
    if pairs.count == 2 {
      let isOpen = key(of: pairs[0]) == key(of: pairs[1]) && !pairs.contains(where: \.evidence.sharesDocument)
      return isOpen ? inOrder(sorted, evidence) ?? pairs : pairs
    }
    var groups: [Key: [Int]] = [:]
    for (place, pair) in pairs.enumerated() where !pair.evidence.sharesDocument {
      groups[key(of: pair), default: []].append(place)
    }
    var pairs = pairs
    for (_, places) in groups where places.count > 1 {
      let ordered = places.sorted { isEarlier(pairs[$0].line, pairs[$1].line, on: lines) }
      if isInOrder(ordered.map { pairs[$0] }) { continue }
      for block in blocks(ordered.map { pairs[$0].entry }) where block.count > 1 {
        let own = Array(ordered[block])
        if let better = inOrder(own.map { pairs[$0] }, evidence) {
          for (place, pair) in zip(own, better) { pairs[place] = pair }
        }
      }
    }
    return pairs
  }

  private func key(of pair: Pair) -> Key { Key(line: lines.names[pair.line], entry: entries.names[pair.entry]) }

  private func isEarlier(_ one: Int, _ other: Int, on side: MatchSide) -> Bool {
    (side.days[one], side.ids[one]) < (side.days[other], side.ids[other])
  }

  /// Whether no two pairs, by the days of their lines, cross.
  private func isInOrder(_ pairs: [Pair]) -> Bool {
    var latestBefore = Int32.min
    var latest = Int32.min
    for (place, pair) in pairs.enumerated() {
      // Lines of one day may have items of any order.
      if place > 0 && lines.days[pairs[place - 1].line] < lines.days[pair.line] { latestBefore = latest }
      let day = entries.days[pair.entry]
      if day < latestBefore { return false }
      latest = max(latest, day)
    }
    return true
  }

  /// Parts pairs, by the days of their lines, into the shortest runs whose items are a run of the items by day as well.
  private func blocks(_ items: [Int]) -> [Range<Int>] {
    let sorted = items.sorted { isEarlier($0, $1, on: entries) }
    var rank: [Int: Int] = [:]
    for (place, item) in sorted.enumerated() { rank[item] = place }
    var blocks: [Range<Int>] = []
    var (start, furthest) = (0, 0)
    for (place, item) in items.enumerated() {
      furthest = max(furthest, rank[item] ?? place)
      if furthest == place {
        blocks.append(start..<place + 1)
        start = place + 1
      }
    }
    return blocks
  }

  /// The same lines with the same items in order of days; nil where they do not cross, or where less would speak for them.
  private func inOrder(_ pairs: [Pair], _ evidence: (Int, Int) -> MatchEvidence?) -> [Pair]? {
    if isInOrder(pairs) { return nil }
    let items = pairs.map(\.entry).sorted { isEarlier($0, $1, on: entries) }
    var better: [Pair] = []
    for (pair, item) in zip(pairs, items) {
      guard let evidence = evidence(pair.line, item) else { return nil }
      better.append(Pair(line: pair.line, entry: item, evidence: evidence))
    }
    func sum(_ pairs: [Pair]) -> Int {
      pairs.reduce(0) { sum, pair in
        var plain = pair.evidence
        plain.isAmbiguous = false
        return sum + plain.score
      }
    }
    let (before, after) = (sum(pairs), sum(better))
    if after < before { return nil }
    // As much speaks for either order, or one of the pairs had another choice that was as good: a person decides.
    let isOpen = after == before || pairs.contains(where: \.evidence.isAmbiguous)
    for place in better.indices { better[place].evidence.isAmbiguous = isOpen }
    return better
  }
}
