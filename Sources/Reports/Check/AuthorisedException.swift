import LedgerCore
import Portfolio
import ReportDocument

/// An exception to a cap that was authorised when it was recorded: by which event, who did and why.
public struct AuthorisedException: Hashable, Sendable {
  /// The place in the chain of the event that states it.
  public let event: Int64
  public let authorised: String
  public let reason: String

  /// The exception in a finding.
  var phrase: Phrase {
    Phrase("；\(authorised)已授权例外：\(reason)（#\(event)）", "; exception authorised by \(authorised): \(reason) (#\(event))")
  }

  /// What is left to do about an authorised finding.
  static let advice = Phrase("已经授权，留存批准文件备查", "authorised; keep the approval at hand")
}

extension CheckedBooks {
  /// The latest authorised exception on some deals that covers what is held now; nil when none does.
  ///
  /// - Parameters:
  ///   - measure: the fact of the exceptions, whose amount is how far the cap was let be exceeded.
  ///   - covers: whether an excess of that much is as far as it goes now.
  /// - Throws: what the source throws.
  func exception(
    _ measure: Measure, on deals: [Deal], covering covers: (Int64) -> Bool
  ) throws(Diagnostic) -> AuthorisedException? {
    let facts = deals.flatMap { self.facts(of: $0) }.filter { $0.measure == measure && covers($0.amount) }
    guard let latest = facts.max(by: { ($0.day, $0.sequence) < ($1.day, $1.sequence) }),
      let event = try source.origin(of: latest.sequence)?.event
    else { return nil }
    return AuthorisedException(
      event: latest.sequence, authorised: event.text("authorised") ?? "", reason: event.text("override") ?? "")
  }
}
