import LedgerCore
import Testing

@Suite("The four books")
struct AccountBookTests {
  @Test("Every book is found by its English and by its Chinese name", arguments: AccountBook.allCases)
  func found(book: AccountBook) {
    #expect(AccountBook(name: book.name) == book)
    #expect(AccountBook(name: book.chinese) == book)
  }

  @Test("An unknown name is no book", arguments: ["", "Fiscal", "fiscal ", "会计"])
  func unknown(name: String) {
    #expect(AccountBook(name: name) == nil)
  }

  @Test("Books sort fiscal, budget, quota, leverage")
  func order() {
    #expect(AccountBook.allCases.shuffled().sorted() == [.fiscal, .budget, .quota, .leverage])
  }
}
