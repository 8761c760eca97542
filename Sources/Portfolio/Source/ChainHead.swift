/// Where the chain of events stands: how many events there are and the digest that covers them all.
public struct ChainHead: Hashable, Sendable {
  public var sequence: Int64
  /// SHA-256 as 64 hexadecimal digits; empty for a journal that was not recorded.
  public var digest: String

  public init(sequence: Int64, digest: String) {
    self.sequence = sequence
    self.digest = digest
  }
}
