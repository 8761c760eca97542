import LedgerCore

/// The items of one side laid out for searching: by amount, then day, then id, names and documents as numbers.
///
/// One object for all who look through it, so that taking an item copies nothing.
final class MatchSide {
  private(set) var ids: [Int64] = []
  private(set) var days: [Int32] = []
  private(set) var amounts: [Int64] = []
  private(set) var names: [[Int32]] = []
  private(set) var documents: [[Int32]] = []
  /// Items with the same number cannot be told apart but by their id.
  private(set) var contents: [Int32] = []
  /// Whether an item is in no match yet.
  var isFree: [Bool] = []

  var count: Int { ids.count }

  /// Lays items out; those without an amount are left out, for there is nothing to match.
  init(_ items: [MatchItem], words: inout MatchWords) {
    // Numbers alone are sorted: items with their lists would be counted in and out at every comparison.
    let order = items.indices.filter { items[$0].amount != 0 }.map { index in
      Place(amount: items[index].amount, day: items[index].day.number, id: items[index].id, index: index)
    }.sorted()
    ids.reserveCapacity(order.count)
    var known: [Content: Int32] = [:]
    for place in order {
      let item = items[place.index]
      ids.append(item.id)
      days.append(item.day.number)
      amounts.append(item.amount)
      names.append(words.names(item.names))
      documents.append(words.documents(item.documents))
      let content = Content(
        day: item.day.number, amount: item.amount, names: names[names.count - 1], documents: documents[documents.count - 1])
      if let same = known[content] {
        contents.append(same)
      } else {
        contents.append(Int32(known.count))
        known[content] = Int32(known.count)
      }
    }
    isFree = Array(repeating: true, count: count)
  }

  /// The end of the run of one amount that begins at a place.
  func end(ofAmountAt start: Int) -> Int {
    var end = start + 1
    while end < count, amounts[end] == amounts[start] { end += 1 }
    return end
  }

  /// Where an item comes in the order.
  private struct Place: Comparable {
    let amount: Int64
    let day: Int32
    let id: Int64
    let index: Int

    static func < (one: Place, other: Place) -> Bool {
      if one.amount != other.amount { return one.amount < other.amount }
      if one.day != other.day { return one.day < other.day }
      return one.id < other.id
    }
  }

  /// What items are compared by.
  private struct Content: Hashable {
    let day: Int32
    let amount: Int64
    let names: [Int32]
    let documents: [Int32]
  }
}
