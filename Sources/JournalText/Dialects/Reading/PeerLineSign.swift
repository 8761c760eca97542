import LedgerCore
import Portfolio

/// Whose journal a line belongs to, as far as the line alone tells.
enum PeerLineSign {
  case native, hledger, ledger, beancount
  /// hledger's or Ledger's, not ours.
  case either
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
    case "open", "pad", "custom", "query", "event", "document", "note", "txn": return .beancount
    case "price" where next.utf8.allSatisfy { (65...90).contains($0) }: return .beancount
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
    var sign = PeerLineSign.none
    while line.cursor < line.end, line.peek != UInt8(ascii: ";") {
      switch line.peek {
      case UInt8(ascii: "{"): return .ledger
      case UInt8(ascii: "@"), UInt8(ascii: "="), UInt8(ascii: "$"), UInt8(ascii: "\""): sign = .either
      default: break
      }
      line.cursor += 1
    }
    return sign
  }

  private static func isAmountStart(_ line: JournalLine) -> Bool {
    let byte = line.peek
    if byte == 0x09 { return true }
    return byte == 0x20 && line.cursor + 1 < line.end && JournalLine.isSpace(line.bytes[line.cursor + 1])
  }
}
