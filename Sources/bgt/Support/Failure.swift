import FundLedger

/// Several diagnostics that end a command; the worst class decides the exit code.
struct Failure: Error {
  let diagnostics: [Diagnostic]

  /// Storage before refusal before input: what stops the most comes first.
  var exitCode: Int32 {
    let classes = diagnostics.filter { $0.severity == .error }.map(\.code.failureClass)
    for wanted in [Diagnostic.Class.storage, .input, .refused, .usage] where classes.contains(wanted) {
      return wanted.rawValue
    }
    return Diagnostic.Class.input.rawValue
  }
}
