import LedgerCore

/// The front page of a report that is handed in: who reports, what it stands for, and where it is signed.
///
/// Formats with pages set it on one of its own; others leave it out, since title and facts say the same.
public struct Cover: Hashable, Sendable {
  /// The body that reports, above the title.
  public var body: Phrase
  /// The title; that of the document says the body too.
  public var title: Phrase
  /// What the report is about, below the title, such as the year.
  public var lines: [Figure]
  /// Who signs; each gets a line to write on.
  public var signatures: [Phrase]

  /// A front page.
  public init(body: Phrase, title: Phrase, lines: [Figure], signatures: [Phrase]) {
    self.body = body
    self.title = title
    self.lines = lines
    self.signatures = signatures
  }
}
