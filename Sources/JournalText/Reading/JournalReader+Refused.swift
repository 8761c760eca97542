import LedgerCore
import Portfolio

extension JournalReader {
  /// Notes the names in the first line of a paragraph that could not be read, so that what builds on it is no surprise.
  func note(refused line: JournalLine, by code: DiagnosticCode) {
    guard let refused, !line.isIndented else { return }
    var line = line
    line.cursor = line.start
    var words: [String] = []
    // As far as the words can be told apart; an open quotation mark ends them.
    while true {
      line.skipSpaces()
      guard !line.isDone, line.peek != UInt8(ascii: ";") else { break }
      do throws(Diagnostic) {
        let token = try readToken(&line)
        let name = token.text.last == ":" && line.peek == UInt8(ascii: "\"") ? try readQuoted(&line) : ""
        words.append(token.text + name)
      } catch { break }
    }
    if words.first?.utf8.first.map({ $0 >= 48 && $0 <= 57 }) == true { words.removeFirst() }
    guard let kind = words.first.flatMap({ EventCatalog.kind(named: $0) }) else {
      return refused.add(words: words.map { String($0.drop { $0 != ":" }.dropFirst()) } + words, refusedBy: code)
    }
    refused.add(sketch(of: kind, words.dropFirst()), refusedBy: code)
  }

  /// An event with nothing but the texts of its header, in the fields that they were meant for.
  private func sketch(of kind: EventDeclaration, _ words: ArraySlice<String>) -> Event {
    var event = Event(kind)
    var open = kind.positionals[...]
    for word in words {
      let name = word.prefix { $0 != ":" }
      if name.count < word.count, let index = kind.index(of: String(name)) {
        event.values[index] = .text(String(word.dropFirst(name.count + 1)))
      } else if let index = open.popFirst() {
        event.values[index] = .text(word)
      }
    }
    return event
  }
}
