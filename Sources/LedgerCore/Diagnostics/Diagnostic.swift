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
  /// One sentence that says what is wrong, with the facts, in every language.
  public var sentence: Wording
  /// What to do about it, in every language; may be empty.
  public var advice: Wording
  /// Where in a file it was found; nil when it is about no place.
  public var position: SourcePosition?

  /// A diagnostic from its sentence and what to do about it.
  public init(
    _ code: DiagnosticCode, _ sentence: Wording, hint advice: Wording = .none, at position: SourcePosition? = nil,
    severity: Severity = .error
  ) {
    self.code = code
    self.severity = severity
    self.sentence = sentence
    self.advice = advice
    self.position = position
  }

  /// The sentence in English.
  public var message: String { sentence.en }

  /// What to do about it, in English.
  public var hint: String { advice.en }

  /// What warnings have in common that are alike: their code, and where one code is for several kinds of things, the sentence.
  public var likeness: String { code == .peerPartLeftOut ? "\(code.rawValue) \(message)" : code.rawValue }

  /// The same diagnostic at a place, unless it already has one.
  public func at(_ position: SourcePosition?) -> Diagnostic {
    var copy = self
    copy.position = self.position ?? position
    return copy
  }

  /// The same diagnostic of a text that is no file and is called by a title.
  public func titled(_ title: Wording) -> Diagnostic {
    var copy = self
    copy.position?.title = title
    return copy
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The diagnostic in English, as shown in a terminal.
  public var description: String { text(in: .en) }

  /// The diagnostic as shown in a terminal: place, code, sentence, the line with a caret, the way out.
  public func text(in language: Language) -> String {
    var text = ""
    if let position { text += "\(position.source(in: language)):\(position.place): " }
    text += label(in: language) + Diagnostic.colon[language] + sentence[language]
    if let position, !position.lineText.isEmpty { text += "\n" + position.excerpt }
    if !advice.isEmpty { text += "\n  = \(advice[language])" }
    return text
  }

  /// Severity and code, which a terminal may colour.
  public func label(in language: Language) -> String { "\(severity.title[language]) \(code.rawValue)" }

  private static let colon = Wording("：", ": ")
}

extension Diagnostic.Severity {
  /// The word that a diagnostic begins with.
  public var title: Wording {
    switch self {
    case .error: Wording("错误", rawValue)
    case .warning: Wording("警告", rawValue)
    case .note: Wording("提示", rawValue)
    }
  }
}
