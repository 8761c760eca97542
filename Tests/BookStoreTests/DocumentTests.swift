import BookStore
import FoundationEssentials
import GRDB
import Testing

@Suite("Docs/book-file.md")
struct DocumentTests {
  @Test("Names every table and every column of a book file")
  func complete() throws {
    let fixture = try BookFixture()
    _ = try fixture.create()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "Docs/book-file.md"), encoding: .utf8)
    let columns = try DatabaseQueue(path: fixture.path()).read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_schema WHERE type = 'table'
          UNION SELECT c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'
          """)
    }
    #expect(columns.count > 30)
    for column in columns { #expect(page.contains("`\(column)`"), "\(column)") }
  }
}
