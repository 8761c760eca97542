import LedgerCore
import Portfolio

/// Whose journal a line belongs to, as far as the line alone tells.
enum PeerLineSign {
  case native, hledger, ledger, beancount
  /// hledger's or Ledger's, not ours.
  case either
  /// A lot in braces, as Ledger has it and hledger reads it.
  case lot
  /// It might stand in any.
  case none

  init(_ line: JournalLine) {
    var line = line
    if line.isDone { self = .none; return }
    if line.isIndented {
      line.skipSpaces()
      self = PeerLineSign.posting(line)
    } else if (48...57).contains(line.peek) {
      self = PeerLineSign.dated(&line)
    } else {
      self = PeerLineSign.undated(&line)
    }
  }

  /// What follows a date: a kind of ours, a directive of beancount, a transaction, or a second date.
  private static func dated(_ line: inout JournalLine) -> PeerLineSign {
    let date = line.word()
    line.skipSpaces()
    if date.contains("=") { return .either }
    let isWholeDate = Day(date) != nil
    if !isWholeDate { return Day("2000/" + date) != nil ? .either : .none }
    let word = line.word()
    line.skipSpaces()
    let next = line.word()
    line.skipSpaces()
    switch word {
    // The same words begin narrations: `open` alone says nothing.
    case "open", "pad", "document", "note": if isBeancountAccount(next) { return .beancount }
    case "custom", "query", "event", "txn": if next.hasPrefix("\"") { return .beancount }
    case "price" where !next.isEmpty && next.utf8.allSatisfy { (65...90).contains($0) }: return .beancount
    case "balance", "close": if next.contains(":") { return .beancount }
    case "commodity": if line.isDone { return .beancount }
    case "*", "!":
      // Two texts in quotes: a payee and a narration.
      if next.hasPrefix("\""), line.rest.contains("\" \"") || next.hasSuffix("\"") && line.peek == UInt8(ascii: "\"") {
        return .beancount
      }
      return .none
    default: break
    }
    return EventCatalog.kind(named: word) == nil ? .none : .native
  }

  /// Whether a word is an account as beancount writes them: parts in capitals or characters, joined by colons.
  private static func isBeancountAccount(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, word.contains(":") else { return false }
    return (65...90).contains(first.value) || first.value >= 0x80
  }

  private static func undated(_ line: inout JournalLine) -> PeerLineSign {
    let byte = line.peek
    let word = line.word()
    line.skipSpaces()
    switch word {
    case "option" where line.peek == UInt8(ascii: "\""), "plugin" where line.peek == UInt8(ascii: "\""),
      "include" where line.peek == UInt8(ascii: "\""):
      return .beancount
    case "pushtag", "poptag", "pushmeta", "popmeta": return .beancount
    case "alias", "apply", "comment", "D", "P", "Y", "~", "=", "payee", "tag", "end": return .either
    case "decimal-mark": return .hledger
    case "bucket", "A", "N", "C", "define", "def", "year", "assert", "check", "expr", "eval", "capture", "python", "fixed":
      // `assert` is a kind of ours too, but with a date before it.
      return .ledger
    case "account":
      if let note = line.rest.firstRange(of: ";"), line.rest[note.upperBound...].contains("type:") { return .hledger }
      return line.rest.contains("  ;") || line.rest.isEmpty ? .either : .none
    case "commodity":
      // Ours is a code and the number of decimals.
      let words = line.rest.split(separator: " ")
      return words.count >= 2 && Int(words[1]) != nil ? .native : .either
    default:
      if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "%") { return .ledger }
      return EventCatalog.kind(named: word) == nil ? .none : .native
    }
  }

  /// Lots, costs, stated balances, symbols before numbers and virtual accounts are no part of a voucher of ours.
  private static func posting(_ line: JournalLine) -> PeerLineSign {
    var line = line
    let first = line.peek
    if first == UInt8(ascii: ";") { return .none }
    while line.cursor < line.end, !isAmountStart(line) { line.cursor += 1 }
    let last = line.cursor > line.start ? line.bytes[line.cursor - 1] : 0
    if first == UInt8(ascii: "("), last == UInt8(ascii: ")") { return .either }
    if first == UInt8(ascii: "["), last == UInt8(ascii: "]") { return .either }
    line.skipSpaces()
    if line.isDone { return .none }
    // Only Ledger computes amounts.
    if line.peek == UInt8(ascii: "(") { return .ledger }
    var sign = PeerLineSign.none
    while line.cursor < line.end, line.peek != UInt8(ascii: ";") {
      switch line.peek {
      case UInt8(ascii: "{"):
        // A price that is fixed, and a price of a virtual cost, are Ledger's alone.
        if follows("=", line) { return .ledger }
        sign = .lot
      case UInt8(ascii: "(") where follows("@", line): return .ledger
      case UInt8(ascii: "=") where follows("=", line) || follows("*", line): return .hledger
      case UInt8(ascii: "@"), UInt8(ascii: "="), UInt8(ascii: "$"), UInt8(ascii: "\""):
        if case .lot = sign { break }
        sign = .either
      default: break
      }
      line.cursor += 1
    }
    return sign
  }

  private static func follows(_ mark: Character, _ line: JournalLine) -> Bool {
    guard let value = mark.asciiValue else { return false }
    return line.cursor + 1 < line.end && line.bytes[line.cursor + 1] == value
  }

  private static func isAmountStart(_ line: JournalLine) -> Bool {
    let byte = line.peek
    if byte == 0x09 { return true }
    return byte == 0x20 && line.cursor + 1 < line.end && JournalLine.isSpace(line.bytes[line.cursor + 1])
  }
}
