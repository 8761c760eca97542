import Analytics
import LedgerCore
import Portfolio

/// Lines and items of the books as the matching sees them, names and numbers brought into one form once.
final class MatchItems {
  let words = MatchWords()
  private let parties: PartyNames
  private let recorded: RecordedParties
  private var names: [Dimensions: WordList] = [:]

  /// - Parameter recorded: the parties that items of the books name in fields of their own.
  init(_ register: Register, _ recorded: RecordedParties) {
    parties = PartyNames(register)
    self.recorded = recorded
  }

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
      id: entry.sequence, day: entry.day, amount: entry.amount, names: names(of: entry),
      documents: words.documents(text: entry.narration))
  }

  private func names(of entry: AccountEntry) -> WordList {
    let own = recorded[entry.sequence]
    if !own.isEmpty { return words.names(parties.names(of: entry.dimensions, own)) }
    if entry.dimensions == .none { return .none }
    if let known = names[entry.dimensions] { return known }
    let list = words.names(parties.names(of: entry.dimensions))
    names[entry.dimensions] = list
    return list
  }
}
