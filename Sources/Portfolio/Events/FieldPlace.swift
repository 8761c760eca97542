/// Where the value of a field stands in the text that it was read from; all zero when it came from elsewhere.
public struct FieldPlace: Hashable, Sendable {
  public var line: Int32
  public var column: Int32
  public var length: Int32

  public init(line: Int32 = 0, column: Int32 = 0, length: Int32 = 0) {
    self.line = line
    self.column = column
    self.length = length
  }
}
