/// Where the events of a transaction come from, kept in the `batch` event before them.
public struct BatchOrigin: Hashable, Sendable {
  /// The file or command.
  public var source: String
  /// SHA-256 of the file in hexadecimal digits; empty when there is no file.
  public var digest: String

  public init(source: String, digest: String = "") {
    self.source = source
    self.digest = digest
  }
}
