import LedgerCore

/// The items of one side laid out for searching: by amount, then day, then id, names and documents as numbers.
///
/// One object for all who look through it, so that taking an item copies nothing.
final class MatchSide {
  private(set) var ids: [Int64] = []
  private(set) var days: [Int32] = []
  private(set) var amounts: [Int64] = []
  private(set) var names: [WordList] = []
  private(set) var documents: [WordList] = []
  /// Items with the same number cannot be told apart but by their id.
  private(set) var contents: [Int32] = []
  /// Whether an item is in no match yet.
  var isFree: [Bool] = []

  var count: Int { ids.count }

  /// Lays items out; those without an amount are left out, for there is nothing to match.
  init(_ items: [MatchItem]) {
    let sorted = items.filter { $0.amount != 0 }.sorted { one, other in
      if one.amount != other.amount { return one.amount < other.amount }
      if one.day != other.day { return one.day < other.day }
      return one.id < other.id
    }
    ids = sorted.map(\.id)
    days = sorted.map(\.day.number)
    amounts = sorted.map(\.amount)
    names = sorted.map(\.names)
    documents = sorted.map(\.documents)
    numberContents()
    isFree = Array(repeating: true, count: count)
  }

  /// The end of the run of one amount that begins at a place.
  func end(ofAmountAt start: Int) -> Int {
    var end = start + 1
    while end < count, amounts[end] == amounts[start] { end += 1 }
    return end
  }

  /// Numbers what items say; only those of one amount and day can say the same.
  private func numberContents() {
    contents.reserveCapacity(count)
    var known: [Words: Int32] = [:]
    var last: Int32 = -1
    for index in ids.indices {
      if index == 0 || amounts[index] != amounts[index - 1] || days[index] != days[index - 1] {
        if !known.isEmpty { known.removeAll(keepingCapacity: true) }
      }
      let words = Words(names: names[index], documents: documents[index])
      if let same = known[words] {
        contents.append(same)
      } else {
        last += 1
        contents.append(last)
        known[words] = last
      }
    }
  }

  /// What items of one amount and day are told apart by.
  private struct Words: Hashable {
    let names: WordList
    let documents: WordList
  }
}
