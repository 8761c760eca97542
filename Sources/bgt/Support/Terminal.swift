import FundLedger
import Glibc

/// The terminal that the program talks to: bytes out, messages, its width and whether it is one at all.
enum Terminal {
  /// Whether a descriptor is a terminal: 1 for standard output, 2 for standard error.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether what goes to a descriptor is coloured: on a terminal that can, unless `NO_COLOR` or `--color` say otherwise.
  static func usesColour(_ descriptor: Int32) -> Bool {
    switch wishedColour {
    case "always": true
    case "never": false
    default: isTerminal(descriptor) && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
    }
  }

  /// What `--color` says, for messages that come before the options are read.
  private static let wishedColour = wish("--color") ?? "auto"

  /// The language of messages: what `--lang` says, else the locale's.
  static let language = wish("--lang").flatMap { Language(rawValue: $0.lowercased()) } ?? OutputOptions.localeLanguage

  /// The value of an option among the arguments, before they are read.
  private static func wish(_ option: String) -> String? {
    let words = CommandLine.arguments
    for (index, word) in words.enumerated() {
      if word == option, index + 1 < words.count { return words[index + 1] }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }

  /// Columns of the terminal; 0 when standard output is none and `COLUMNS` is not set.
  static var width: Int {
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    if isTerminal(1), ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return isTerminal(1) ? 80 : 0
  }

  /// The value of an environment variable, or nil when it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Writes text to standard output.
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes bytes to standard output; a reader that went away ends the program quietly.
  static func write(_ bytes: [UInt8]) {
    if FileBytes.writeAll(bytes, to: 1) { return }
    let number = errno
    if number == EPIPE { exit(0) }
    complain(FileBytes.writeFailure(of: Wording("标准输出", "standard output")[language], number))
    exit(Diagnostic.Class.storage.rawValue)
  }

  /// Writes a line to standard output, in the language of the user.
  static func say(_ line: Wording) { write(line[language] + "\n") }

  /// Writes text to standard error.
  static func writeError(_ text: String) { _ = FileBytes.writeAll(Array(text.utf8), to: 2) }

  /// Shows a diagnostic on standard error, coloured by severity on a terminal.
  static func complain(_ diagnostic: Diagnostic) {
    var text = diagnostic.text(in: language)
    if usesColour(2) {
      let colour = diagnostic.severity == .error ? "31" : "33"
      let word = diagnostic.label(in: language)
      if let range = text.firstRange(of: word) { text.replaceSubrange(range, with: "\u{1B}[\(colour);1m\(word)\u{1B}[0m") }
    }
    writeError("bgt: \(text)\n")
  }

  /// A closed pipe is an error of a write, not the death of the program.
  static func ignoreBrokenPipe() { signal(SIGPIPE, SIG_IGN) }

  /// A path in the folder for temporary files that no other process of the machine uses.
  static func scratchPath(_ name: String) -> String {
    "\(environment("TMPDIR") ?? "/tmp")/\(name)-\(getpid())"
  }

  static func exit(_ code: Int32) -> Never { Glibc.exit(code) }
}
