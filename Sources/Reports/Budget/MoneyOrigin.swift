import LedgerCore
import Portfolio

/// Where money of an envelope was first approved, and the envelopes that it came through since (源指标).
struct MoneyOrigin: Hashable, Sendable {
  /// The event that approved it, 0 when nothing recorded did.
  let sequence: Int64
  /// The day of the approval.
  let day: Day
  /// Whether it was approved, granted from above, or raised.
  let measure: Measure
  /// The envelope that it was approved for, then those that it came through.
  let path: [EnvelopeID]

  /// Money that came out of nothing recorded: from an envelope that owes, or before the cut-off only in part.
  static let unknown = MoneyOrigin(sequence: 0, day: .always, measure: .approved, path: [])

  /// The origin of money that moves on out of an envelope.
  func through(_ envelope: EnvelopeID) -> MoneyOrigin {
    path.last == envelope
      ? self : MoneyOrigin(sequence: sequence, day: day, measure: measure, path: path + [envelope])
  }

  /// How often it was carried from one year into the next on its way into an envelope.
  func yearsCarried(into envelope: Envelope, _ register: Register) -> Int {
    guard let first = path.first else { return 0 }
    return envelope.year - register[first].year
  }
}
