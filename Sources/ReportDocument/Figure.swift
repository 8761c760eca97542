import LedgerCore

/// One labelled value: a key figure or a fact of the header.
public struct Figure: Hashable, Sendable {
  /// The stable machine name, such as `asOf` or `dpi`.
  public var id: String
  /// What is shown before the value.
  public var label: Phrase
  /// The exact value.
  public var value: Cell
  /// Decimals of a printed ratio, percentage or rate; money has its commodity's.
  public var decimals: Int
  /// What the figure means, with its basis; printed below it when not empty.
  public var definition: Phrase

  /// A figure; ratios print with two decimals unless told otherwise.
  public init(_ id: String, _ label: Phrase, _ value: Cell, decimals: Int = 2, definition: Phrase = .none) {
    self.id = id
    self.label = label
    self.value = value
    self.decimals = decimals
    self.definition = definition
  }
}
