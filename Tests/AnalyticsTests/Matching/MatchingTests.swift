import Analytics
import LedgerCore
import Testing

@Suite("Lines of a statement and items of the books that are the same money")
struct MatchingTests {
  private func match(_ lines: String, _ entries: String) -> [String] {
    let words = MatchWords()
    return Matching(lines: items(lines, words), entries: items(entries, words), words: words).text
  }

  @Test("the same amount on the same day is a match, another amount or the other sign is none")
  func amount() {
    #expect(match("2022-06-15 -500", "2022-06-15 -500") == ["1=1 (pair 80)"])
    #expect(match("2022-06-15 -500", "2022-06-15 -501") == [])
    #expect(match("2022-06-15 -500", "2022-06-15 500") == [])
    #expect(match("2022-06-15 0", "2022-06-15 0") == [])
  }

  @Test("the nearer day wins, fifteen days are the limit, a shared document reaches over a year end")
  func days() {
    #expect(match("2022-06-15 -500", "2022-06-01 -500\n2022-06-13 -500") == ["1=2 (pair 65)"])
    #expect(match("2022-06-16 -500", "2022-06-01 -500") == ["1=1 (pair 65)"])
    #expect(match("2022-06-17 -500", "2022-06-01 -500") == [])
    #expect(match("2023-01-12 -500 - 聊财付101", "2022-12-20 -500 - 聊财付101") == ["1=1 (pair 85)"])
  }

  @Test("a document decides among equal amounts, then the name, then the day")
  func strongest() {
    let entries = "2022-06-15 -500 力得\n2022-06-15 -500 新芯 101\n2022-06-14 -500 甲公司"
    #expect(
      match("2022-06-15 -500 新芯 101\n2022-06-16 -500 甲公司\n2022-06-20 -500", entries) == [
        "1=2 (pair 100)", "2=3 (pair 80)", "3=1 (pair 60)",
      ])
  }

  @Test("names are compared without their legal form; a short name is similar; two others speak against each other")
  func names() {
    #expect(match("2022-06-15 -500 力得汽车科技股份有限公司", "2022-06-15 -500 力得汽车科技") == ["1=1 (pair 95)"])
    #expect(match("2022-06-15 -500 力得汽车科技股份有限公司", "2022-06-15 -500 力得") == ["1=1 (pair 90)"])
    #expect(match("2022-06-15 -500 力得", "2022-06-15 -500 新芯") == ["1=1 (pair 65)"])
    #expect(match("2022-06-22 -500 力得\n2022-06-22 -500 丙", "2022-06-15 -500 新芯") == [])
    #expect(MatchName.name("（聊城）力得 有限公司") == "(聊城)力得")
    #expect(MatchName.name("有限公司") == "有限公司")
    #expect(MatchName.document("聊财指〔2022〕 15号") == MatchName.document("聊财指[2022]15号"))
  }

  @Test("a tie is paired and said to be one; items that say the same are no tie")
  func ties() {
    #expect(match("2022-06-15 -500", "2022-06-14 -500\n2022-06-16 -500") == ["1=1 (pair 48 tie)"])
    #expect(
      match("2022-06-15 -500\n2022-06-15 -500", "2022-06-15 -500\n2022-06-15 -500") == [
        "1=1 (pair 70)", "2=2 (pair 70)",
      ])
  }

  @Test("one line pays several items: of one document, of one party, of one day, or by the sum alone")
  func oneToMany() {
    #expect(
      match("2022-06-15 -900 - 101", "2022-05-01 -400 甲 101\n2022-06-15 -500 乙 101\n2022-06-15 -500 丙 102") == [
        "1=1,2 (document 80)"
      ])
    #expect(match("2022-06-15 -900 甲", "2022-06-12 -400 甲\n2022-06-14 -500 甲\n2022-06-14 -7 乙") == ["1=1,2 (name 85)"])
    #expect(
      match("2022-06-15 -900", "2022-06-15 -400 甲\n2022-06-15 -300 乙\n2022-06-15 -200 丙\n2022-06-15 3 丁") == [
        "1=1,2,3 (day 75)"
      ])
    #expect(match("2022-06-15 -903", "2022-06-12 -400\n2022-06-13 -503\n2022-06-13 -77") == ["1=1,2 (sum 50)"])
  }

  @Test("several lines pay one item")
  func manyToOne() {
    #expect(match("2022-06-15 -400 甲\n2022-06-15 -500 甲", "2022-06-15 -900 甲") == ["1,2=1 (name 90)"])
    #expect(match("2022-06-15 400\n2022-06-15 -500", "2022-06-15 -100") == [], "signs are not mixed")
  }

  @Test("of several sums the one with the name is taken")
  func strongestSum() {
    let lines = "2022-06-15 -900 甲"
    let entries = "2022-06-15 -400 甲\n2022-06-15 -500 甲\n2022-06-15 -300 甲\n2022-06-15 -600 乙"
    #expect(match(lines, entries) == ["1=1,2 (sum 70)"])
  }

  @Test("amounts at the end of the range are no trap")
  func extremes() {
    let day = Day(year: 2022, month: 6, day: 15) ?? .always
    let most = [
      MatchItem(id: 1, day: day, amount: .max), MatchItem(id: 2, day: .never, amount: .min),
      MatchItem(id: 3, day: .always, amount: .min + 1), MatchItem(id: 4, day: day, amount: .max - 1),
    ]
    let found = Matching(lines: most, entries: most, words: MatchWords())
    #expect(found.matches.count == 4)
    #expect(Matching(lines: [most[1]], entries: [most[2], most[1]], words: MatchWords()).matches.map(\.entries) == [[2]])
  }

  @Test("equal payments to one party are paired in the order of their days, where no less speaks for it")
  func crossed() {
    // The nearest pair alone is line 2 with item 1, a day apart, which leaves line 1 to item 2, five days off.
    #expect(
      match("2022-06-01 -500 甲\n2022-06-04 -500 甲", "2022-06-03 -500 甲\n2022-06-06 -500 甲") == [
        "1=1 (pair 80)", "2=2 (pair 80)",
      ])
    // Payments to two parties cross as they did.
    #expect(
      match("2022-06-01 -500 甲\n2022-06-04 -500 乙", "2022-06-03 -500 乙\n2022-06-06 -500 甲") == [
        "1=2 (pair 75)", "2=1 (pair 83)",
      ])
    // A document says which is which, whatever the days.
    #expect(
      match("2022-06-01 -500 甲 102\n2022-06-04 -500 甲 101", "2022-06-03 -500 甲 101\n2022-06-06 -500 甲 102") == [
        "1=2 (pair 100)", "2=1 (pair 100)",
      ])
  }

  @Test("as much speaks for either order: in order, and said to be a tie")
  func crossedTie() {
    // Days 2 and 2, or 0 and 4: 80 and 80, or 85 and 75.
    #expect(
      match("2022-06-01 -500 甲\n2022-06-03 -500 甲", "2022-06-03 -500 甲\n2022-06-05 -500 甲") == [
        "1=1 (pair 60 tie)", "2=2 (pair 60 tie)",
      ])
  }
}

@Suite("Items that are likely the same money with a wrong amount")
struct NearMatchingTests {
  private func near(_ lines: String, _ entries: String) -> [String] {
    let words = MatchWords()
    let found = NearMatching(lines: items(lines, words), entries: items(entries, words), words: words).found
    return found.map { "\($0.line)=\($0.entry) \($0.kind)" }
  }

  @Test("a shared document or name and another amount; the same amount with the other sign; the nearest day first")
  func kinds() {
    #expect(near("2022-06-15 -541 甲", "2022-06-14 -500 甲\n2022-06-10 -541 乙") == ["1=1 amount"])
    #expect(near("2022-06-15 -54 甲", "2022-06-14 -45 甲") == ["1=1 transposed"])
    #expect(near("2022-06-15 -500 - 101", "2022-01-14 -400 - 101") == ["1=1 amount"])
    #expect(near("2022-06-15 -500", "2022-06-14 500") == ["1=1 sign"])
    #expect(near("2022-06-15 -500 甲", "2022-05-14 -400 甲\n2022-06-14 -400 乙\n2022-06-15 400 甲") == [])
    #expect(near("2022-06-15 -500 甲", "2022-06-10 -400 甲\n2022-06-14 -300 甲") == ["1=2 amount"])
  }
}

@Suite("Words that items are matched by")
struct MatchWordsTests {
  @Test("a name is the same list however it is written; several names are one list in any order")
  func names() {
    let words = MatchWords()
    #expect(words.names(["力得汽车有限公司"]) == words.names([" 力得 汽车"]))
    #expect(words.names(["力得", "新芯"]) == words.names(["新芯公司", "力得集团", "力得"]))
    #expect(words.names(["力得"]) != words.names(["新芯"]))
    #expect(words.names([]) == .none && words.names([" "]) == .none)
  }

  @Test("of a number every word with a digit is a document, of a text every word with three; marks part words")
  func documents() {
    let words = MatchWords()
    #expect(words.documents(number: "ZF1") != .none && words.documents(text: "ZF1") == .none)
    #expect(words.documents(text: "拨款，聊财指〔2022〕15号；第2笔") == words.documents(number: "聊财指[2022]15号"))
    #expect(words.documents(text: "付第2笔 12") == .none)
    #expect(words.documents(number: "A1,B2：C3") == words.documents(number: "c3、b2 a1"))
    #expect(words.documents(number: "无") == .none)
  }

  @Test("ten thousand names keep their numbers while the table grows")
  func many() {
    let words = MatchWords()
    let lists = (0..<10_000).map { words.names(["户\($0)"]) }
    #expect(Set(lists).count == 10_000)
    #expect((0..<10_000).allSatisfy { words.names(["户\($0)有限公司"]) == lists[$0] })
  }
}
