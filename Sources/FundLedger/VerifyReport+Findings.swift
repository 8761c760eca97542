import BookStore
import LedgerCore
import ReportDocument
import Reports

extension VerifyReport {
  /// What the check of a book file found.
  public init(path: String, findings: [Finding], head: ChainHead? = nil, firstDamaged: Phrase? = nil) {
    let lines = findings.map {
      Line(
        part: $0.part.rawValue, title: Phrase($0.part.title), event: $0.sequence, message: Phrase($0.sentence),
        remedy: Phrase($0.remedy))
    }
    self.init(path: path, lines: lines, head: head, firstDamaged: firstDamaged)
  }
}
