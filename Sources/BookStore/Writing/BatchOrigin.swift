/// Where the events of a transaction come from, kept in the `batch` event before them.
public struct BatchOrigin: Hashable, Sendable {
  /// The file or command.
  public var source: String
  /// SHA-256 of the file in hexadecimal digits, of several files each, in their order and parted by blanks; empty when there is no
  /// file.
  public var digest: String
  /// Who prepared the events, when somebody else records them.
  public var preparer: String
  /// Whether the transaction is only tried, so that nobody reviews it yet.
  var isRehearsal = false

  public init(source: String, digest: String = "", preparer: String = "") {
    self.source = source
    self.digest = digest
    self.preparer = preparer
  }
}
