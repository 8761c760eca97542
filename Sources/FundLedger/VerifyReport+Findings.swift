import BookStore
import LedgerCore
import Reports

extension VerifyReport {
  /// What the check of a book file found.
  public init(path: String, findings: [Finding], head: ChainHead? = nil, firstDamaged: String? = nil) {
    let lines = findings.map {
      Line(part: $0.part.rawValue, event: $0.sequence, message: $0.message, remedy: $0.diagnostic.hint)
    }
    self.init(path: path, lines: lines, head: head, firstDamaged: firstDamaged)
  }
}
