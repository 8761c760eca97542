import LedgerCore

/// Collects findings, a bounded number of each part, so that one broken table does not hide the others.
struct Findings {
  /// Findings of one part that are told one by one.
  static let perPartMax = 20

  private var told: [Finding] = []
  private var counts: [Finding.Part: Int] = [:]
  /// The finding about the earliest damaged event; told even when its part has too many.
  private var first: Finding?

  /// Adds a finding.
  mutating func add(_ part: Finding.Part, _ sequence: Int64? = nil, _ sentence: Wording) {
    counts[part, default: 0] += 1
    if part.isOfEvents, let sequence, sequence < first?.sequence ?? .max {
      first = Finding(part: part, sequence: sequence, sentence: sentence)
    }
    if counts[part, default: 0] <= Findings.perPartMax {
      told.append(Finding(part: part, sequence: sequence, sentence: sentence))
    }
  }

  /// Runs one check; what keeps it from running is a finding too.
  mutating func gather(_ part: Finding.Part, _ body: (inout Findings) throws(Diagnostic) -> Void) {
    do throws(Diagnostic) { try body(&self) } catch { add(part, nil, error.sentence) }
  }

  /// All findings, with a closing one for each part that has more.
  var all: [Finding] {
    (first.map { told.contains($0) ? [] : [$0] } ?? []) + told
      + Finding.Part.allCases.compactMap { part in
        let more = (counts[part] ?? 0) - Findings.perPartMax
        return more > 0
          ? Finding(
            part: part, sequence: nil,
            sentence: Wording("\(part.title.zh)另有 \(more) 处", "and \(more) more in \(part.rawValue)")) : nil
      }
  }
}
