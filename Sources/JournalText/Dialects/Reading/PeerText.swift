/// A piece of one of the files of a peer's journal, as a range of bytes.
struct PeerText {
  /// The place of the file in `PeerJournal.sources`.
  var file: Int32
  var start: Int32
  var end: Int32

  static let none = PeerText(file: -1, start: 0, end: 0)

  init(file: Int32, start: Int32, end: Int32) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// The bytes between two offsets of a file.
  init(_ file: Int32, _ start: Int, _ end: Int) {
    self.init(file: file, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end))
  }

  var isEmpty: Bool { start >= end }
}
