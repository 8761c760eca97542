import LedgerCore
import Portfolio

extension Book {
  /// The places in the chain of all events of a kind, as far as they were known at a moment.
  public func sequences(ofKind kind: String, at moment: Moment) throws(Diagnostic) -> Set<Int64> {
    let moment = bounded(moment)
    return try reading { _ throws(Diagnostic) in
      let rows = try file.newStatement("SELECT seq FROM event WHERE kind = ? AND seq <= ?")
      rows.bind(1, copying: kind)
      rows.bind(2, moment.knownAt)
      var found: Set<Int64> = []
      while try rows.step() { found.insert(rows.int(0)) }
      return found
    }
  }
}
