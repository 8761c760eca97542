import LedgerCore
import Portfolio

/// Names in the spelling that beancount takes.
///
/// Its lexer knows five roots, parts of an account that begin with a capital or a digit, and letters, digits and `-`
/// after that; Chinese characters pass inside a part but not at its beginning.
enum BeancountName {
  /// An account under the root of its class: `Assets:Fiscal:X-国库存款`.
  static func account(_ account: PeerBooks.Account) -> String {
    let book = account.book.name
    let parts = account.name.split(separator: ":", omittingEmptySubsequences: false).map(part)
    let isPrefixed = account.path != account.name
    let prefix = isPrefixed ? [root(of: account), book.prefix(1).uppercased() + book.dropFirst()] : [root(of: account)]
    return (prefix + parts).joined(separator: ":")
  }

  /// The root of a class; what is only noted stands in no balance sheet and no income statement, so under equity.
  private static func root(of account: PeerBooks.Account) -> String {
    switch account.accountClass {
    case .asset: "Assets"
    case .liability: "Liabilities"
    case .netAssets, .memo: "Equity"
    case .income: "Income"
    case .expense: "Expenses"
    }
  }

  private static func part(_ text: Substring) -> String {
    var part = ""
    for scalar in PeerName.line(text).unicodeScalars {
      part.unicodeScalars.append(isAllowed(scalar) ? scalar : "-")
    }
    guard let first = part.unicodeScalars.first, first.isASCII, first != "-" else { return "X-\(part)" }
    // A small letter at the beginning becomes a capital.
    return String(first).uppercased() + String(part.unicodeScalars.dropFirst())
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
    default: scalar == "-"
    }
  }

  /// A currency of two to 24 capitals, digits and marks; another code goes out by its place, `UNIT-2`.
  static func commodity(_ code: String, place: Int) -> String {
    let scalars = Array(code.unicodeScalars)
    let isCapital = { (scalar: Unicode.Scalar) in ("A"..."Z").contains(scalar) }
    let isSound = { (scalar: Unicode.Scalar) in isCapital(scalar) || ("0"..."9").contains(scalar) }
    guard (2...24).contains(scalars.count), let first = scalars.first, let last = scalars.last, isCapital(first),
      isSound(last), scalars.allSatisfy({ isSound($0) || "'._-".unicodeScalars.contains($0) }),
      !code.hasPrefix("UNIT-"), code != "TRUE", code != "FALSE", code != "NULL"
    else { return "UNIT-\(place + 1)" }
    return code
  }

  /// Whether beancount takes a name for an account as it stands.
  static func isAccount(_ name: String) -> Bool {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1, ["Assets", "Liabilities", "Equity", "Income", "Expenses"].contains(parts[0]) else { return false }
    return parts.allSatisfy { part($0) == $0 }
  }

  /// A text in quotes that reads back as it is, line breaks and tabs too.
  static func quoted(keeping text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A text in quotes on one line.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in PeerName.line(text).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
