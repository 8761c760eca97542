import Analytics
import LedgerCore
import Portfolio

/// Lines and items of the books as the matching sees them, names and numbers brought into one form once.
final class MatchItems {
  let words = MatchWords()
  private let parties: PartyNames
  private var names: [Dimensions: WordList] = [:]

  init(_ register: Register) { parties = PartyNames(register) }

  /// A line of a statement.
  func item(_ line: StatedLine) -> MatchItem {
    MatchItem(
      id: line.sequence, day: line.day, amount: line.amount,
      names: line.counterparty.isEmpty ? .none : words.names([line.counterparty]),
      documents: words.documents(number: line.number, text: line.text))
  }

  /// An item of the books.
  func item(_ entry: AccountEntry) -> MatchItem {
    MatchItem(
      id: entry.sequence, day: entry.day, amount: entry.amount, names: names(of: entry.dimensions),
      documents: words.documents(text: entry.narration))
  }

  private func names(of dimensions: Dimensions) -> WordList {
    if dimensions == .none { return .none }
    if let known = names[dimensions] { return known }
    let list = words.names(parties.names(of: dimensions))
    names[dimensions] = list
    return list
  }
}
