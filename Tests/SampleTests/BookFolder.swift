import FoundationEssentials
import FundLedger

/// A folder of its own for one test, removed at the end, for books in files.
final class BookFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/bgt-samples-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A new book under the rules, title and strictness that a journal names.
  func create(for journal: [UInt8] = []) throws -> Book {
    let header = BookHeader(peeking: journal)
    let rules = try RuleSet.builtIn(header?.rules ?? "fiscal-2022")
    return try Book.create(
      at: path + "/sample.book", title: header?.title ?? "样例", rules: rules, isStrict: header?.isStrict ?? false,
      actor: "张三", now: { "2026-01-01T00:00:00Z" })
  }
}
