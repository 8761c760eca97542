/// Finds pairs of the same amount, amount by amount.
struct PairFinder {
  let lines: MatchSide
  let entries: MatchSide
  let words: MatchWords
  let rules: MatchRules
  private(set) var found: [Match] = []
  /// Pairs chosen of one amount, by their places on both sides: taken when those that cross are undone.
  private var chosen: [CrossedPairs.Pair] = []

  /// Runs of one amount with more pairs than this are parted by document, name and day before any are compared.
  private static let comparedMax = 2_500

  init(lines: MatchSide, entries: MatchSide, words: MatchWords, rules: MatchRules) {
    self.lines = lines
    self.entries = entries
    self.words = words
    self.rules = rules
  }

  /// Pairs what can be paired.
  mutating func run() {
    var (line, entry) = (0, 0)
    while line < lines.count, entry < entries.count {
      if lines.amounts[line] < entries.amounts[entry] { line = lines.end(ofAmountAt: line); continue }
      if lines.amounts[line] > entries.amounts[entry] { entry = entries.end(ofAmountAt: entry); continue }
      let (lineEnd, entryEnd) = (lines.end(ofAmountAt: line), entries.end(ofAmountAt: entry))
      pair(Array(line..<lineEnd), Array(entry..<entryEnd))
      (line, entry) = (lineEnd, entryEnd)
    }
  }

  /// Pairs items of one amount, each list by day and id.
  private mutating func pair(_ ours: [Int], _ theirs: [Int]) {
    if ours.count == 1 && theirs.count == 1 {
      guard var only = evidence(ours[0], theirs[0]) else { return }
      only.isOnlyOne = true
      return take(ours[0], theirs[0], only)
    }
    if ours.count * theirs.count <= PairFinder.comparedMax { return compare(ours, theirs) }
    for part in parted(ours, theirs, \.documents) { pairPart(part.0, part.1) }
    for part in parted(free(ours, in: lines), free(theirs, in: entries), \.names) { pairPart(part.0, part.1) }
    sweep(free(ours, in: lines), free(theirs, in: entries))
  }

  private mutating func pairPart(_ ours: [Int], _ theirs: [Int]) {
    let (ours, theirs) = (free(ours, in: lines), free(theirs, in: entries))
    if ours.count * theirs.count <= PairFinder.comparedMax {
      compare(ours, theirs)
    } else {
      sweep(ours, theirs)
    }
  }

  private func free(_ items: [Int], in side: MatchSide) -> [Int] { items.filter { side.isFree[$0] } }

  /// The items that share a document or a name, for each that both sides have.
  private func parted(
    _ ours: [Int], _ theirs: [Int], _ lists: KeyPath<MatchSide, [WordList]>
  ) -> [([Int], [Int])] {
    var left: [Int32: [Int]] = [:]
    var right: [Int32: [Int]] = [:]
    for item in ours { for word in words.numbers(of: lines[keyPath: lists][item]) { left[word, default: []].append(item) } }
    for item in theirs { for word in words.numbers(of: entries[keyPath: lists][item]) { right[word, default: []].append(item) } }
    return left.keys.sorted().compactMap { word in
      right[word].map { (left[word] ?? [], $0) }
    }
  }

  /// Compares each with each and takes the strongest first.
  private mutating func compare(_ ours: [Int], _ theirs: [Int]) {
    var evidence: [MatchEvidence?] = []
    evidence.reserveCapacity(ours.count * theirs.count)
    var ourChoices = Array(repeating: 0, count: ours.count)
    var theirChoices = Array(repeating: 0, count: theirs.count)
    for (row, line) in ours.enumerated() {
      for (column, entry) in theirs.enumerated() {
        let one = self.evidence(line, entry)
        if one != nil {
          ourChoices[row] += 1
          theirChoices[column] += 1
        }
        evidence.append(one)
      }
    }
    var order: [(score: Int, days: Int, place: Int)] = []
    for place in evidence.indices where evidence[place] != nil {
      let (row, column) = place.quotientAndRemainder(dividingBy: theirs.count)
      evidence[place]?.isOnlyOne = ourChoices[row] == 1 && theirChoices[column] == 1
      if let one = evidence[place] { order.append((one.score, one.days, place)) }
    }
    order.sort { ($1.score, $0.days, $0.place) < ($0.score, $1.days, $1.place) }
    for candidate in order {
      let (row, column) = candidate.place.quotientAndRemainder(dividingBy: theirs.count)
      guard lines.isFree[ours[row]], entries.isFree[theirs[column]], var chosen = evidence[candidate.place] else { continue }
      let score = chosen.score
      let isTied =
        theirs.indices.contains { other in
          entries.isFree[theirs[other]] && entries.contents[theirs[other]] != entries.contents[theirs[column]]
            && evidence[row * theirs.count + other]?.score == score
        }
        || ours.indices.contains { other in
          lines.isFree[ours[other]] && lines.contents[ours[other]] != lines.contents[ours[row]]
            && evidence[other * theirs.count + column]?.score == score
        }
      chosen.isAmbiguous = isTied
      choose(ours[row], theirs[column], chosen)
    }
    takeChosen()
  }

  /// Pairs long lists day by day, the same day first, then ever further apart.
  private mutating func sweep(_ ours: [Int], _ theirs: [Int]) {
    guard let first = theirs.first, let last = theirs.last else { return }
    let start = Int(entries.days[first])
    // Days far apart would make a long table of empty days.
    guard Int(entries.days[last]) - start < 200_000 else { return }
    var waiting = Array(repeating: [Int](), count: Int(entries.days[last]) - start + 1)
    for entry in theirs.reversed() { waiting[Int(entries.days[entry]) - start].append(entry) }
    for days in 0...rules.days {
      for line in ours where lines.isFree[line] {
        // Books are mostly ahead of the bank.
        for day in days == 0 ? [0] : [0 - days, days] {
          let place = Int(lines.days[line]) - start + day
          guard waiting.indices.contains(place), let entry = waiting[place].last,
            var chosen = evidence(line, entry)
          else { continue }
          chosen.isAmbiguous = waiting[place].count > 1 && entries.contents[waiting[place][0]] != entries.contents[entry]
          waiting[place].removeLast()
          choose(line, entry, chosen)
          break
        }
      }
    }
    takeChosen()
  }

  /// What speaks for a pair of one amount; nil when it is too little.
  private func evidence(_ line: Int, _ entry: Int) -> MatchEvidence? {
    let days = abs(Int(lines.days[line]) - Int(entries.days[entry]))
    let sharesDocument = words.meet(lines.documents[line], entries.documents[entry])
    guard days <= (sharesDocument ? max(rules.days, rules.daysWithDocument) : rules.days) else { return nil }
    let evidence = MatchEvidence(
      days: days, sharesDocument: sharesDocument, names: words.compare(lines.names[line], entries.names[entry]))
    return evidence.score >= rules.scoreMin ? evidence : nil
  }

  private mutating func choose(_ line: Int, _ entry: Int, _ evidence: MatchEvidence) {
    lines.isFree[line] = false
    entries.isFree[entry] = false
    chosen.append(CrossedPairs.Pair(line: line, entry: entry, evidence: evidence))
  }

  /// Takes what was chosen of one amount: the strongest pairs first may have crossed the dates of the others.
  private mutating func takeChosen() {
    let crossed = CrossedPairs(chosen, lines: lines, entries: entries)
    for pair in crossed.undone(evidence) { take(pair.line, pair.entry, pair.evidence) }
    chosen.removeAll(keepingCapacity: true)
  }

  private mutating func take(_ line: Int, _ entry: Int, _ evidence: MatchEvidence) {
    lines.isFree[line] = false
    entries.isFree[entry] = false
    found.append(
      Match(lines: [lines.ids[line]], entries: [entries.ids[entry]], amount: lines.amounts[line], evidence: evidence))
  }
}
