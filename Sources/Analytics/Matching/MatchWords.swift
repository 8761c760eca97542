/// Names and document numbers of both sides as small numbers, so that they compare fast.
struct MatchWords {
  private var nameNumbers: [String: Int32] = [:]
  private var documentNumbers: [String: Int32] = [:]
  /// What names were written as, so that each is brought into one form once.
  private var rawNames: [String: Int32] = [:]
  private var nameTexts: [String] = []
  private var similar: [Int64: Bool] = [:]

  /// The numbers of some names, ascending; what says nothing is left out.
  mutating func names(_ texts: [String]) -> [Int32] {
    if texts.isEmpty { return [] }
    var numbers: [Int32] = []
    for text in texts {
      if let known = rawNames[text] {
        if known >= 0 && !numbers.contains(known) { numbers.append(known) }
        continue
      }
      let name = MatchName.name(text)
      guard !name.isEmpty else {
        rawNames[text] = -1
        continue
      }
      let number = nameNumbers[name] ?? Int32(nameTexts.count)
      if Int(number) == nameTexts.count {
        nameTexts.append(name)
        nameNumbers[name] = number
      }
      rawNames[text] = number
      if !numbers.contains(number) { numbers.append(number) }
    }
    return numbers.count > 1 ? numbers.sorted() : numbers
  }

  /// The numbers of some documents, ascending; what says nothing is left out.
  mutating func documents(_ texts: [String]) -> [Int32] {
    if texts.isEmpty { return [] }
    var numbers: [Int32] = []
    for text in texts {
      let document = MatchName.document(text)
      if document.isEmpty { continue }
      let next = Int32(documentNumbers.count)
      let number = documentNumbers[document, default: next]
      if number == next { documentNumbers[document] = next }
      if !numbers.contains(number) { numbers.append(number) }
    }
    return numbers.count > 1 ? numbers.sorted() : numbers
  }

  /// What two lists of names say about each other.
  mutating func compare(_ ours: [Int32], _ theirs: [Int32]) -> MatchEvidence.Names {
    if ours.isEmpty || theirs.isEmpty { return .unknown }
    if MatchWords.meet(ours, theirs) { return .same }
    for one in ours {
      for other in theirs where isSimilar(one, other) { return .similar }
    }
    return .different
  }

  /// Whether two ascending lists share a number.
  static func meet(_ ours: [Int32], _ theirs: [Int32]) -> Bool {
    if ours.isEmpty || theirs.isEmpty { return false }
    for number in ours where theirs.contains(number) { return true }
    return false
  }

  private mutating func isSimilar(_ one: Int32, _ other: Int32) -> Bool {
    let key = Int64(min(one, other)) << 32 | Int64(max(one, other))
    if let known = similar[key] { return known }
    let answer = MatchName.isSimilar(nameTexts[Int(one)], nameTexts[Int(other)])
    // Of two long lists every pair would be new.
    if similar.count < 1_000_000 { similar[key] = answer }
    return answer
  }
}
