import LedgerCore
import ReportDocument

/// What one check comes to: what it found, and what it could not judge.
struct CheckOutcome {
  var findings: [CheckFinding] = []
  /// Why something could not be judged, each a sentence.
  var unjudged: [Phrase] = []

  init(_ findings: [CheckFinding] = [], unjudged: [Phrase] = []) {
    self.findings = findings
    self.unjudged = unjudged
  }
}
