/// The words of a command line as one line of text, quoted as a shell would read them.
public enum CommandWords {
  /// One line; a word with blanks or signs in it stands in double quotes.
  public static func line(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  private static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.allSatisfy { !$0.isWhitespace && !"\"'\\#".contains($0) }
    if isPlain { return word }
    return "\"" + word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") + "\""
  }

  /// The words of a line; nil when a quotation does not end. Nothing is expanded: a `$` is a `$`.
  public static func words(of line: Substring) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = line
    while let character = rest.popFirst() {
      switch (character, quote) {
      case ("\\", let open) where open != "'":
        guard let next = rest.popFirst() else { return nil }
        word = (word ?? "") + String(next)
      case (let sign, let open?):
        if sign == open { quote = nil } else { word = (word ?? "") + String(sign) }
      case ("\"", nil), ("'", nil):
        quote = character
        word = word ?? ""
      case (let blank, nil) where blank.isWhitespace:
        if let done = word { words.append(done) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if quote != nil { return nil }
    if let word { words.append(word) }
    return words
  }
}
