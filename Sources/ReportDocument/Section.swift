import LedgerCore

/// A part of a document under a heading of its own.
public struct Section: Hashable, Sendable {
  /// The stable machine name, such as `holdings`.
  public var id: String
  /// The heading; `.none` prints none, as in a report of a single table.
  public var title: Phrase
  /// The content, in order.
  public var blocks: [Block]

  /// A section; without a title its blocks follow directly.
  public init(_ id: String, title: Phrase = .none, blocks: [Block] = []) {
    self.id = id
    self.title = title
    self.blocks = blocks
  }
}
