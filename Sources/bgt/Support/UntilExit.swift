/// Values that live until the program ends.
///
/// A command is over once its answer is written. To take a large report or register apart piece by piece before the
/// end of the process gives all memory back at once would only let its user wait.
enum UntilExit {
  /// Keeps a value, so that nothing is spent on freeing it.
  static func keep<Value>(_ value: Value) { _ = Unmanaged.passRetained(Kept(value)) }

  private final class Kept<Value> {
    let value: Value
    init(_ value: Value) { self.value = value }
  }
}
