import JournalText
import LedgerCore
import Portfolio

/// Reads events of a book for books in memory.
enum MemoryEvents {
  static func read(_ text: [UInt8], _ register: Register) throws(Diagnostic) -> Event {
    try JournalReader(register: register).event(parsing: text)
  }
}
