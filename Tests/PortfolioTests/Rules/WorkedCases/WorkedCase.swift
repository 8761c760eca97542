import LedgerCore
import Testing

@testable import Portfolio

/// One line of a table of accounting events: a journal whose last event is the line, and all that it must do.
struct WorkedCase: Sendable, CustomTestStringConvertible {
  /// The line of the table.
  let id: String
  /// What happens, in a few words.
  let title: String
  /// The journal after `Books.preamble`; its last event is the one that is looked at.
  let journal: String
  /// All that the last event posts, as `book side account amount`, in order; red amounts are negative.
  let postings: String
  /// Balances over everything, as `account amount`, debit positive.
  let balances: String

  var testDescription: String { "\(id) \(title)" }

  /// Records the journal and compares.
  func check() throws {
    let books = try Books(journal)
    #expect(books.problems == [], "\(id)")
    let last = try #require(books.events.last)
    let found = AccountBook.allCases.flatMap { book in
      books.postings(of: last, in: book).map { "\(book.name) \($0)" }
    }
    #expect(found == lines(of: postings), "\(id)")
    for line in lines(of: balances) {
      let parts = line.split(separator: " ").map(String.init)
      #expect(try books.balance(parts[0]) == parts[1], "\(id): \(parts[0])")
    }
    for event in books.events {
      for voucher in event.vouchers { #expect(try voucher.imbalance() == []) }
    }
  }

  private func lines(of text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
