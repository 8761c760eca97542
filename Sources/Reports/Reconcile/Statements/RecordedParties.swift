import LedgerCore
import Portfolio

/// The parties that events name in fields of their own, beside those by which their vouchers are kept: the buyer of an exit, the
/// seller of an interest.
struct RecordedParties {
  private var parties: [Int64: [PartyID]] = [:]

  /// The fields in which events that move money name one; party and holder stand in the vouchers.
  private static let fields: [String] = Set(
    EventCatalog.kinds.filter { !$0.isDeclaration }.flatMap { kind in
      kind.fields.filter { $0.type == .name(.party) && !["party", "holder"].contains($0.name) }.map(\.name)
    }
  ).sorted()

  /// Looks among some events.
  init(of events: Set<Int64>, in source: any LedgerSource, knownAt: Int64) throws(Diagnostic) {
    if events.isEmpty { return }
    let naming = try source.sequences(stating: RecordedParties.fields, at: Moment(knownAt: knownAt)) { event in
      RecordedParties.fields.contains { event.text($0) != nil }
    }
    let own = naming.intersection(events).sorted()
    for (sequence, event) in zip(own, try source.events(at: own)) {
      guard let event else { continue }
      let names = RecordedParties.fields.compactMap { event.text($0) }
      parties[sequence] = names.compactMap { source.register.party(named: $0)?.id }
    }
  }

  /// The parties that an event names.
  subscript(event: Int64) -> [PartyID] { parties[event] ?? [] }
}
