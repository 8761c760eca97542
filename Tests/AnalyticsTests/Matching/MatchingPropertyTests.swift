import Analytics
import LedgerCore
import Seeds
import Testing

@Suite("Matching, whatever the items")
struct MatchingPropertyTests {
  /// Items of few amounts, days, names and documents, so that they collide; `spread` makes them rarer.
  static func items(
    _ count: Int, spread: Int64, _ words: MatchWords, _ random: inout SeededGenerator
  ) -> [MatchItem] {
    let start = (Day(year: 2022, month: 1, day: 1) ?? .always).number
    return (1...max(1, count)).map { id in
      MatchItem(
        id: Int64(id), day: Day(number: start + Int32.random(in: 0...60, using: &random)),
        amount: Int64.random(in: -spread...spread, using: &random) * 100,
        names: words.names(Bool.random(using: &random) ? ["甲乙丙丁戊".map(String.init).randomElement(using: &random) ?? ""] : []),
        documents: words.documents(
          number: Int.random(in: 0...3, using: &random) == 0 ? "\(Int.random(in: 1...20, using: &random))" : ""))
    }
  }

  @Test("every item is in at most one match, both sides add up, no match crosses signs", arguments: 0..<60)
  func sound(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let spread: Int64 = [3, 20, 2000][seed % 3]
    let words = MatchWords()
    let lines = MatchingPropertyTests.items(Int.random(in: 1...300, using: &random), spread: spread, words, &random)
    let entries = MatchingPropertyTests.items(Int.random(in: 1...300, using: &random), spread: spread, words, &random)
    let found = Matching(lines: lines, entries: entries, words: words).matches
    #expect(spread > 20 || lines.count < 50 || entries.count < 50 || !found.isEmpty)
    let amountOfLine = Dictionary(uniqueKeysWithValues: lines.map { ($0.id, $0.amount) })
    let amountOfEntry = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.amount) })
    let usedLines = found.flatMap(\.lines)
    let usedEntries = found.flatMap(\.entries)
    #expect(Set(usedLines).count == usedLines.count, "seed \(seed)")
    #expect(Set(usedEntries).count == usedEntries.count, "seed \(seed)")
    for match in found {
      #expect(match.lines.count == 1 || match.entries.count == 1)
      let ours = try match.lines.map { try #require(amountOfLine[$0]) }
      let theirs = try match.entries.map { try #require(amountOfEntry[$0]) }
      #expect(ours.reduce(0, +) == match.amount && theirs.reduce(0, +) == match.amount, "seed \(seed)")
      #expect((ours + theirs).allSatisfy { ($0 > 0) == (match.amount > 0) }, "seed \(seed)")
      #expect((MatchRules().scoreMin - 20...100).contains(match.score))
    }
  }

  @Test("the order of the items changes nothing", arguments: 0..<30)
  func order(seed: Int) {
    var random = SeededGenerator(seed: UInt64(1000 + seed))
    let spread: Int64 = [3, 20, 2000][seed % 3]
    let words = MatchWords()
    let lines = MatchingPropertyTests.items(200, spread: spread, words, &random)
    let entries = MatchingPropertyTests.items(200, spread: spread, words, &random)
    let found = Matching(lines: lines, entries: entries, words: words).matches
    for _ in 0..<3 {
      let again = Matching(lines: lines.shuffled(using: &random), entries: entries.shuffled(using: &random), words: words)
      #expect(again.matches == found, "seed \(1000 + seed)")
    }
  }

  @Test("what was split from one list is found again, each piece whole", arguments: 0..<20)
  func recovered(seed: Int) {
    var random = SeededGenerator(seed: UInt64(2000 + seed))
    let start = (Day(year: 2022, month: 1, day: 1) ?? .always).number
    let words = MatchWords()
    var lines: [MatchItem] = []
    var entries: [MatchItem] = []
    for id in 1...200 {
      let amount = Int64.random(in: 1_000_000...9_000_000_000, using: &random)
      let day = start + Int32.random(in: 0...300, using: &random)
      lines.append(MatchItem(id: Int64(id), day: Day(number: day), amount: amount, names: words.names(["户\(id)"])))
      let part = Int64.random(in: 1...amount - 1, using: &random)
      let pieces = id % 4 == 0 ? [part, amount - part] : [amount]
      for (place, piece) in pieces.enumerated() {
        entries.append(
          MatchItem(
            id: Int64(id * 10 + place), day: Day(number: day - Int32.random(in: 0...5, using: &random)), amount: piece,
            names: words.names(["户\(id)有限公司"])))
      }
    }
    let found = Matching(lines: lines, entries: entries, words: words).matches
    #expect(found.count == 200, "seed \(2000 + seed)")
    #expect(found.allSatisfy { match in match.entries.allSatisfy { $0 / 10 == match.lines[0] } }, "seed \(2000 + seed)")
  }

  @Test("however many payments of one amount and party there are, their days do not cross", arguments: [10, 1_000])
  func ordered(blocks: Int) {
    let start = (Day(year: 2022, month: 1, day: 1) ?? .always).number
    let words = MatchWords()
    let name = words.names(["甲"])
    func items(_ days: [Int]) -> [MatchItem] {
      (0..<blocks * 2).map { place in
        let day = place / 2 * 20 + days[place % 2]
        return MatchItem(id: Int64(place), day: Day(number: start + Int32(day)), amount: 100, names: name)
      }
    }
    // The second line lies nearest to the first item; in order each item comes two days after its line.
    let found = Matching(lines: items([0, 3]), entries: items([2, 5]), words: words).matches
    #expect(found.map(\.entries) == found.map(\.lines) && found.count == blocks * 2)
    #expect(found.allSatisfy { $0.evidence.days == 2 })
  }

  @Test("three thousand lines of one amount are all paired, whole days at a time")
  func oneAmount() {
    let start = (Day(year: 2022, month: 1, day: 1) ?? .always).number
    let lines = (0..<3_000).map { MatchItem(id: Int64($0), day: Day(number: start + Int32($0 % 100)), amount: 100) }
    let entries = (0..<3_000).map { MatchItem(id: Int64($0), day: Day(number: start + Int32($0 % 100)), amount: 100) }
    let found = Matching(lines: lines, entries: entries, words: MatchWords()).matches
    #expect(found.count == 3_000 && found.allSatisfy { $0.evidence.days == 0 })
  }
}
