/// Another name for accounts: `alias OLD=NEW`, or a pattern in the manner of hledger.
enum AccountAlias {
  /// The whole name, or the parts before a colon.
  case name(old: String, new: String)
  /// Every match, letters of either case; `\1` in the replacement is what the first group matched.
  case pattern(Regex<AnyRegexOutput>, replacement: String)

  /// The name that an account has by this alias.
  func applied(to name: String) -> String {
    switch self {
    case .name(let old, let new):
      if name == old { return new }
      if name.hasPrefix(old), name.dropFirst(old.count).first == ":" { return new + name.dropFirst(old.count) }
      return name
    case .pattern(let regex, let replacement):
      return name.replacing(regex) { AccountAlias.filled(replacement, $0) }
    }
  }

  private static func filled(_ replacement: String, _ match: Regex<AnyRegexOutput>.Match) -> String {
    var text = ""
    var isEscaped = false
    for character in replacement {
      if isEscaped {
        isEscaped = false
        if let group = character.wholeNumberValue {
          if group < match.output.count { text += match.output[group].substring.map(String.init) ?? "" }
        } else {
          text += "\\\(character)"
        }
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}
