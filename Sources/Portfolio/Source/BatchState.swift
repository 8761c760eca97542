/// A batch with what is left of it.
public struct BatchState: Hashable, Sendable {
  public let batch: Batch
  /// How many events came under it.
  public let events: Int
  /// How many of them did something that can be reversed.
  public let posting: Int
  /// How many of them were reversed since.
  public let reversed: Int

  public init(batch: Batch, events: Int, posting: Int, reversed: Int) {
    self.batch = batch
    self.events = events
    self.posting = posting
    self.reversed = reversed
  }

  /// Whether nothing of it is left but declarations.
  public var isUndone: Bool { reversed > 0 && reversed == posting }
}
