import LedgerCore

/// Texts of ours in a spelling that a line of a peer's journal holds without changing its meaning.
enum PeerName {
  /// A text on one line, runs of blanks as one: two blanks end a name or a description for hledger and Ledger.
  static func line(_ text: some StringProtocol) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || scalar.properties.isWhitespace || scalar.value == 0x7F {
        if !line.isEmpty && line.unicodeScalars.last != " " { line.unicodeScalars.append(" ") }
      } else {
        line.unicodeScalars.append(scalar)
      }
    }
    if line.unicodeScalars.last == " " { line.unicodeScalars.removeLast() }
    return line
  }

  /// A description: a `;` would begin a comment, so that it goes out in full width.
  static func description(_ text: String) -> String { replacing(line(text), [";": "；"]) }

  /// The value of a tag: a `,` would end it for hledger, and both peers would read a date in `[`.
  static func value(_ text: String) -> String { replacing(line(text), [",": "，", "[": "［", "]": "］"]) }

  /// The code of a transaction, which stands in parentheses.
  static func code(_ text: String) -> String { replacing(line(text), [")": "）", "(": "（", ";": "；"]) }

  /// An account of hledger or Ledger: no `;` in it, no sign of a status, a comment or a virtual posting before it, no
  /// empty part.
  static func account(_ path: String) -> String {
    let parts = path.split(separator: ":", omittingEmptySubsequences: false).map { part in
      let part = replacing(line(part), [";": "；"])
      return part.isEmpty ? "_" : part
    }
    let name = parts.joined(separator: ":")
    // In full width a sign is a letter like any other to the peers.
    guard let first = name.unicodeScalars.first, 0x21...0x7E ~= first.value, !first.properties.isAlphabetic,
      !(0x30...0x39 ~= first.value), first != "_", let wide = Unicode.Scalar(first.value + 0xFEE0)
    else { return name }
    return String(wide) + String(name.unicodeScalars.dropFirst())
  }

  /// The names with `-2`, `-3` … behind what another one before it is called already.
  static func unique(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      var (unique, count) = (name, 1)
      while !taken.insert(unique).inserted {
        count += 1
        unique = "\(name)-\(count)"
      }
      return unique
    }
  }

  /// Commodities of hledger or Ledger, each in quotes unless it is of plain letters, no two alike.
  static func commodities(_ codes: [String]) -> [String] {
    unique(codes.map { replacing(line($0), ["\"": "＂", ";": "；"]) }).map { code in
      let isPlain = code.unicodeScalars.allSatisfy { ("A"..."Z").contains($0) || ("a"..."z").contains($0) }
      return isPlain && !code.isEmpty ? code : "\"\(code)\""
    }
  }

  private static func replacing(_ text: String, _ signs: [Unicode.Scalar: Unicode.Scalar]) -> String {
    guard text.unicodeScalars.contains(where: { signs[$0] != nil }) else { return text }
    var replaced = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { replaced.append(signs[scalar] ?? scalar) }
    return String(replaced)
  }
}
