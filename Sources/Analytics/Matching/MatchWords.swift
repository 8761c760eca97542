/// Names and document numbers of both sides as small numbers: each is brought into one form once and compared by number.
///
/// One object for both sides and all who look through them.
public final class MatchWords {
  private var nameWords = WordTable()
  private var documentWords = WordTable()
  /// What names were written as, with the number of the name or −1 for one that says nothing.
  private var written = WordTable()
  private var nameOfWritten: [Int32] = []
  /// The words of all lists one after the other, and where each list ends.
  private var words: [Int32] = []
  private var ends = [0]
  private var listOfWord: [Int32: Int32] = [:]
  private var listOfWords: [[Int32]: Int32] = [:]
  private var comparisons: [UInt64: MatchEvidence.Names] = [:]
  private var scratch: [UInt8] = []

  public init() {}

  /// The names by which one side knows whose money it is; what says nothing is left out.
  public func names(_ texts: [String]) -> WordList {
    if texts.isEmpty { return .none }
    if texts.count == 1 { return list(ofOne: name(texts[0])) }
    return list(texts.map { name($0) }.filter { $0 >= 0 })
  }

  /// Numbers of documents: the words of a bank's or a voucher's number that have a digit, and the words of a text that
  /// have at least three.
  public func documents(number: String = "", text: String = "") -> WordList {
    if number.isEmpty && text.isEmpty { return .none }
    var found: [Int32] = []
    addDocuments(in: number, digits: 1, to: &found)
    addDocuments(in: text, digits: 3, to: &found)
    return found.count == 1 ? list(ofOne: found[0]) : list(found)
  }

  /// The words of a list, ascending.
  func numbers(of list: WordList) -> ArraySlice<Int32> {
    let index = Int(list.number)
    return words[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// What two lists of names say about each other.
  func compare(_ ours: WordList, _ theirs: WordList) -> MatchEvidence.Names {
    if ours.isEmpty || theirs.isEmpty { return .unknown }
    if ours == theirs { return .same }
    let key = UInt64(UInt32(bitPattern: ours.number)) << 32 | UInt64(UInt32(bitPattern: theirs.number))
    if let known = comparisons[key] { return known }
    let answer: MatchEvidence.Names = meet(ours, theirs) ? .same : areSimilar(ours, theirs) ? .similar : .different
    // Of two long lists every pair would be new.
    if comparisons.count < 1_000_000 { comparisons[key] = answer }
    return answer
  }

  /// Whether two lists share a word.
  func meet(_ ours: WordList, _ theirs: WordList) -> Bool {
    if ours.isEmpty || theirs.isEmpty { return false }
    if ours == theirs { return true }
    let others = numbers(of: theirs)
    return numbers(of: ours).contains { others.contains($0) }
  }

  private func areSimilar(_ ours: WordList, _ theirs: WordList) -> Bool {
    let others = numbers(of: theirs)
    return numbers(of: ours).contains { one in
      others.contains { MatchName.isSimilar(nameWords[one], nameWords[$0]) }
    }
  }

  /// The number of a name; −1 for one that says nothing.
  private func name(_ text: String) -> Int32 {
    let (place, isNew) = written.number(of: text)
    if isNew {
      let name = MatchName.folded(name: text)
      nameOfWritten.append(name.isEmpty ? -1 : name.withUnsafeBufferPointer { nameWords.number(of: $0).number })
    }
    return nameOfWritten[Int(place)]
  }

  private func addDocuments(in text: String, digits: Int, to found: inout [Int32]) {
    var text = text
    text.withUTF8 { bytes in
      MatchName.eachWord(of: bytes, digits: digits) { word in
        scratch.removeAll(keepingCapacity: true)
        MatchName.fold(word, into: &scratch)
        if !scratch.isEmpty { found.append(scratch.withUnsafeBufferPointer { documentWords.number(of: $0).number }) }
      }
    }
  }

  private func list(ofOne word: Int32) -> WordList {
    if word < 0 { return .none }
    if let known = listOfWord[word] { return WordList(number: known) }
    let list = add([word])
    listOfWord[word] = list.number
    return list
  }

  private func list(_ found: [Int32]) -> WordList {
    if found.isEmpty { return .none }
    let sorted = Set(found).sorted()
    if sorted.count == 1 { return list(ofOne: sorted[0]) }
    if let known = listOfWords[sorted] { return WordList(number: known) }
    let list = add(sorted)
    listOfWords[sorted] = list.number
    return list
  }

  private func add(_ list: [Int32]) -> WordList {
    words.append(contentsOf: list)
    ends.append(words.count)
    return WordList(number: Int32(ends.count - 1))
  }
}
