import LedgerCore

/// The files of a peer's journal: the one at hand, those that include it, and their paragraphs one after the other.
final class PeerFiles {
  /// Reads what begins with a line, and the lines that belong to it.
  typealias Paragraph = (JournalLine, inout JournalLines) throws(Diagnostic) -> Void

  private let journal: PeerJournal
  private let loader: PeerReader.Loader?
  /// The file at hand, as its place in the journal.
  private(set) var file: Int32 = 0
  /// The file at hand and those that include it, the outermost first.
  private var chain: [String] = []

  init(_ journal: PeerJournal, loader: PeerReader.Loader?) {
    self.journal = journal
    self.loader = loader
  }

  /// The name of the file at hand.
  var name: String { journal.sources[Int(file)].name }

  /// Reads a file paragraph by paragraph; one with an error is passed over with all that is indented below it.
  func read(_ bytes: [UInt8], named name: String, _ paragraph: Paragraph) {
    let outer = file
    file = journal.add(source: bytes, named: name)
    chain.append(name)
    defer {
      file = outer
      chain.removeLast()
    }
    bytes.withUnsafeBufferPointer { bytes in
      if let flaw = PeerReader.flaw(of: bytes, file: name) { return journal.fail(flaw) }
      var lines = JournalLines(bytes)
      while !journal.isFull, let line = lines.next() {
        do throws(Diagnostic) {
          try PeerReader.checkLength(of: line, file: name)
          try paragraph(line, &lines)
        } catch {
          journal.fail(error)
          lines.skipIndented()
        }
      }
    }
  }

  /// Hands out the files that a pattern names in the file at hand.
  ///
  /// - Throws: at a place, when a file cannot be read or includes itself.
  func include(
    _ pattern: String, at place: SourcePosition, _ body: (_ bytes: [UInt8], _ name: String) -> Void
  ) throws(Diagnostic) {
    guard let loader else { throw Diagnostic(.fileUnreadable, Wording("此处不能 include", "include is not possible here"), at: place) }
    do throws(Diagnostic) {
      for (path, bytes) in try loader(pattern, name) {
        if chain.contains(path) {
          throw Diagnostic(
            .includeLoop, Wording("\(path) 包含了自己", "\(path) includes itself"),
            hint: Wording("删去其中一行 include", "remove one of the include lines"))
        }
        body(bytes, path)
      }
    } catch {
      throw error.at(place)
    }
  }
}
