/// Something that is wrong, or may be, with what a user gave: the one type of all messages about input.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable { case error, warning, note }

  /// What kind of failure it is; decides the exit code of the command line.
  public enum Class: Int32, Sendable {
    /// The answer is no: unreconciled, damaged, breached.
    case answerIsNo = 1
    /// Bad usage of the command.
    case usage = 2
    /// Refused by a rule: over budget, closed period.
    case refused = 3
    /// Bad input.
    case input = 4
    /// The store failed.
    case storage = 5
  }

  /// A stable code, a letter and four digits.
  public var code: DiagnosticCode
  /// Whether it stops the work or only warns.
  public var severity: Severity
  /// One sentence that says what is wrong, with the facts.
  public var message: String
  /// What to do about it; may be empty.
  public var hint: String
  /// Where in a file it was found; nil when it is about no place.
  public var position: SourcePosition?

  public init(
    _ code: DiagnosticCode, _ message: String, hint: String = "", at position: SourcePosition? = nil,
    severity: Severity = .error
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.hint = hint
    self.position = position
  }

  /// What warnings have in common that are alike: their code, and where one code is for several kinds of things, the sentence.
  public var likeness: String { code == .peerPartLeftOut ? "\(code.rawValue) \(message)" : code.rawValue }

  /// The same diagnostic at a place, unless it already has one.
  public func at(_ position: SourcePosition?) -> Diagnostic {
    var copy = self
    copy.position = self.position ?? position
    return copy
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The diagnostic as shown in a terminal: place, code, sentence, the line with a caret, the way out.
  public var description: String {
    var text = ""
    if let position { text += "\(position.file):\(position.place): " }
    text += "\(severity.rawValue) \(code.rawValue): \(message)"
    if let position, !position.lineText.isEmpty { text += "\n" + position.excerpt }
    if !hint.isEmpty { text += "\n  = \(hint)" }
    return text
  }
}
