import BookStore
import FoundationEssentials
import JournalText
import LedgerCore
import Portfolio

/// A folder of its own for one test, removed at the end, with a clock that ticks one second a batch; its books keep it alive.
final class BookFixture {
  let folder: String
  private var seconds = 0

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/bgt-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A path in the folder.
  func path(_ name: String = "test.book") -> String { folder + "/" + name }

  /// The next instant.
  func tick() -> String {
    seconds += 1
    let (minute, second) = (seconds / 60, seconds % 60)
    return "2026-01-01T00:\(minute < 10 ? "0" : "")\(minute):\(second < 10 ? "0" : "")\(second)Z"
  }

  /// A new book.
  func create(_ name: String = "test.book", rules: String = "plain", isStrict: Bool = false) throws -> Book {
    try Book.create(
      at: path(name), title: "试验", rules: try RuleSet.builtIn(rules), isStrict: isStrict, actor: "张三",
      now: { [self] in tick() })
  }

  /// The book of an earlier `create`, opened again.
  func open(_ name: String = "test.book", readOnly: Bool = false) throws -> Book {
    try Book.open(at: path(name), readOnly: readOnly, actor: "李四", now: { [self] in tick() })
  }
}

extension Book {
  /// Imports a journal as one batch; throws its first error, and nothing is recorded then.
  @discardableResult
  func importing(_ journal: String, source: String = "test.journal") throws -> [Appended] {
    try transaction(source: BatchOrigin(source: source)) { writer throws(Diagnostic) in
      var results: [Appended] = []
      let reader = JournalReader(register: writer.register)
      let errors = reader.read(Array(journal.utf8), file: source) { event throws(Diagnostic) in
        results.append(try writer.append(event))
      }
      if let error = errors.first { throw error }
      return results
    }
  }

  /// The canonical text of the whole chain.
  func printed() throws -> String {
    var text: [UInt8] = []
    try events { _, bytes throws(Diagnostic) in text += bytes }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Small journals that several tests record.
enum Journals {
  static let bank = """
    2022-01-05 * 银行手续费
        其他费用    120.00 CNY
        银行存款   -120.00 CNY

    2022-01-20 * 利息
        银行存款     30.50 CNY
        利息收入    -30.50 CNY

    2022-02-01 * 房租
        管理费用  5,000.00 CNY
        银行存款

    """
}
