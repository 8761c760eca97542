/// Remarks on a transaction or a posting: pieces of the file, and words that the journal adds by itself.
struct PeerNote {
  var pieces: [PeerText] = []
  /// Tags that `apply tag`, `pushtag` and the like add.
  var words: [String] = []

  /// All of it in one text, one piece a line.
  func text(in journal: PeerJournal, separator: String) -> String {
    (words + pieces.map { journal.string($0) }).filter { !$0.isEmpty }.joined(separator: separator)
  }
}
