import LedgerCore

extension Register {
  /// Beyond so many accounts nobody is asked whether another was meant: every new name would be compared with all.
  private static let nearNamesMax = 500
  /// Letters that tell one account from the next as numbers do.
  private static let ordinals = Set("一二三四五六七八九十甲乙丙丁戊东西南北中上下内外大小新旧长短收付借贷".unicodeScalars)

  /// Takes in that the accounts met so far stand in the book: whoever names one of them again makes no new name.
  public func noteKnownAccounts() { knownAccounts = accounts.count }

  /// The account in a chart, declared or named before, from whose name that of a new one differs in one letter: most likely the one
  /// that was meant. Nil when there is none, and for names that are not new.
  func nearName(to account: Account) -> String? {
    if account.isDeclared || account.id.rawValue <= knownAccounts || accounts.count > Register.nearNamesMax { return nil }
    let name = Array(account.name.unicodeScalars)
    return accounts.first { other in
      (other.isDeclared || other.id.rawValue < account.id.rawValue)
        && abs(other.name.utf8.count - account.name.utf8.count) <= 4
        && Register.isSlip(name, Array(other.name.unicodeScalars))
    }?.name
  }

  /// Whether two names differ by one letter within a part of them that is long enough: by another letter, one more or less, or two that
  /// changed places. What differs in its first letter, or as numbers do, is another name.
  private static func isSlip(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    let shorter = min(left.count, right.count)
    var start = 0
    while start < shorter, left[start] == right[start] { start += 1 }
    var tail = 0
    while tail < shorter - start, left[left.count - 1 - tail] == right[right.count - 1 - tail] { tail += 1 }
    let (mine, theirs) = (left[start..<(left.count - tail)], right[start..<(right.count - tail)])
    let isSwap = mine.count == 2 && theirs.count == 2 && mine.first == theirs.last && mine.last == theirs.first
    guard isSwap || (mine.count <= 1 && theirs.count <= 1 && mine.count + theirs.count > 0) else { return false }
    if (Array(mine) + Array(theirs)).contains(where: isTelling) { return false }
    // The part in which they differ, between its colons.
    let first = left[..<start].lastIndex(of: ":").map { $0 + 1 } ?? 0
    let rest = left[(left.count - tail)...].prefix { $0 != ":" }
    let length = start - first + min(mine.count, theirs.count) + rest.count
    let isLatin = (Array(left[first..<start]) + Array(rest)).allSatisfy(\.isASCII)
    return start > first && length >= (isLatin ? 5 : 3)
  }

  /// Whether a letter makes another name: a digit, a capital, a mark, a word of order.
  private static func isTelling(_ letter: Unicode.Scalar) -> Bool {
    (letter.isASCII && !("a"..."z").contains(letter)) || letter.properties.numericType != nil || ordinals.contains(letter)
  }
}
