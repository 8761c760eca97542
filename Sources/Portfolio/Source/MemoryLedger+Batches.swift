import LedgerCore

extension MemoryLedger: BatchHistory {
  /// The batch that an event came under, as far as the journal says so.
  public func batch(ofEvent sequence: Int64) throws(Diagnostic) -> Batch? {
    let batches = events.filter { $0.value.kind.name == "batch" }.keys.sorted()
    guard let place = batches.last(where: { $0 <= sequence }), let event = events[place] else { return nil }
    return Batch(event, sequence: place, last: batches.first { $0 > place }.map { $0 - 1 } ?? self.sequence)
  }
}
