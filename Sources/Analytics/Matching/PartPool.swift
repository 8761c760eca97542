/// The free items of one side by what may hold a group together.
struct PartPool {
  private let bond: MatchEvidence.Group
  private let words: MatchWords
  /// By document or name: items by day.
  private var byWord: [Int32: [Int]] = [:]
  /// Money that came in, and money that went out, by day.
  private var incoming: [Int] = []
  private var outgoing: [Int] = []

  /// Whether there is nothing to look among.
  var isEmpty: Bool { byWord.isEmpty && incoming.isEmpty && outgoing.isEmpty }

  /// How many items are looked at around one day.
  private static let lookedAtMax = 128

  init(_ side: MatchSide, _ bond: MatchEvidence.Group, _ words: MatchWords) {
    self.bond = bond
    self.words = words
    let free = side.ids.indices.filter { side.isFree[$0] }.sorted {
      side.days[$0] != side.days[$1] ? side.days[$0] < side.days[$1] : $0 < $1
    }
    switch bond {
    case .document: for item in free { for word in words.numbers(of: side.documents[item]) { byWord[word, default: []].append(item) } }
    case .name: for item in free { for word in words.numbers(of: side.names[item]) { byWord[word, default: []].append(item) } }
    case .day, .sum, .pair:
      incoming = free.filter { side.amounts[$0] > 0 }
      outgoing = free.filter { side.amounts[$0] < 0 }
    }
  }

  /// Lists that may be the parts of an item, the likeliest first: of its sign, smaller than it, near its day.
  func candidates(for target: Int, of whole: MatchSide, among parts: MatchSide, rules: MatchRules) -> [[Int]] {
    let amount = whole.amounts[target]
    let day = Int(whole.days[target])
    func isPart(_ item: Int) -> Bool {
      parts.isFree[item] && (parts.amounts[item] > 0) == (amount > 0) && parts.amounts[item].magnitude < amount.magnitude
    }
    switch bond {
    case .document:
      return words.numbers(of: whole.documents[target]).map { word in
        near(byWord[word] ?? [], day, max(rules.days, rules.daysWithDocument), parts).filter(isPart)
      }
    case .name:
      return words.numbers(of: whole.names[target]).flatMap { word -> [[Int]] in
        let all = near(byWord[word] ?? [], day, rules.days, parts).filter(isPart)
        // What one party has on one day belongs together more likely than all of a fortnight.
        let days = Dictionary(grouping: all) { parts.days[$0] }
        let byDay = days.keys.sorted { (abs(Int($0) - day), $0) < (abs(Int($1) - day), $1) }.compactMap { days[$0] }
        return byDay.count > 1 ? byDay + [all] : [all]
      }
    case .day:
      let pool = amount > 0 ? incoming : outgoing
      return [0, -1, 1, -2, 2, -3, 3].map { near(pool, day + $0, 0, parts).filter(isPart) }
    case .sum, .pair: return [nearest(amount > 0 ? incoming : outgoing, day, rules, parts, isPart)]
    }
  }

  /// The parts nearest to a day, nearest first, earlier before later ones.
  private func nearest(
    _ list: [Int], _ day: Int, _ rules: MatchRules, _ side: MatchSide, _ isPart: (Int) -> Bool
  ) -> [Int] {
    var after = place(in: list, of: day, side)
    var before = after - 1
    var found: [Int] = []
    func apart(_ place: Int) -> Int {
      list.indices.contains(place) ? abs(Int(side.days[list[place]]) - day) : Int.max
    }
    for _ in 0..<PartPool.lookedAtMax {
      let isBefore = apart(before) <= apart(after)
      let place = isBefore ? before : after
      guard apart(place) <= rules.days, found.count < rules.searchedMax else { break }
      if isPart(list[place]) { found.append(list[place]) }
      if isBefore { before -= 1 } else { after += 1 }
    }
    return found
  }

  /// Items of a list by day that lie within some days of one; of very many those around the day itself.
  private func near(_ list: [Int], _ day: Int, _ days: Int, _ side: MatchSide) -> [Int] {
    let start = place(in: list, of: day - days, side)
    let end = place(in: list, of: day + days + 1, side)
    if end - start <= PartPool.lookedAtMax { return Array(list[start..<end]) }
    let middle = place(in: list, of: day, side)
    let first = max(start, min(middle - PartPool.lookedAtMax / 4, end - PartPool.lookedAtMax))
    return Array(list[first..<min(end, first + PartPool.lookedAtMax)])
  }

  /// The first place in a list by day that is not before a day.
  private func place(in list: [Int], of day: Int, _ side: MatchSide) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(side.days[list[middle]]) < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
