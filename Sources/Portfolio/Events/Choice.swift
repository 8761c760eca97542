/// One of the words that a field accepts, with its Chinese equivalent; either may be written.
public struct Choice: Hashable, Sendable {
  public let name: String
  public let chinese: String

  public init(_ name: String, _ chinese: String) {
    self.name = name
    self.chinese = chinese
  }
}
