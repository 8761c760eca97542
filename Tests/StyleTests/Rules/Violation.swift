/// A place where a file breaks a rule of the house.
struct Violation: Equatable, CustomStringConvertible {
  let path: String
  /// From 1; 0 for the file as a whole.
  let line: Int
  let message: String

  /// As compilers write it, so that editors can jump there.
  var description: String { "\(path):\(line): \(message)" }
}
