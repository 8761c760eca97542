import LedgerCore
import Portfolio

/// The events that declare deals and parties, read when a finding first asks for them: most checks find nothing.
final class CheckedDeclarations {
  private var known: [CheckSubject.Kind: [String: [Int64]]] = [:]

  /// The events that declare a deal or a party, in order of recording; none for what is not declared by its name.
  ///
  /// - Throws: what the source throws.
  func events(of subject: CheckSubject, in source: any LedgerSource, at moment: Moment) throws(Diagnostic) -> [Int64] {
    guard subject.kind == .deal || subject.kind == .party else { return [] }
    if let all = known[subject.kind] { return all[subject.name] ?? [] }
    let sequences = try source.sequences(ofKind: subject.kind.rawValue, at: moment).sorted()
    var all: [String: [Int64]] = [:]
    for (sequence, event) in zip(sequences, try source.events(at: sequences)) {
      if let name = event?.text("name") { all[name, default: []].append(sequence) }
    }
    known[subject.kind] = all
    return all[subject.name] ?? []
  }
}
