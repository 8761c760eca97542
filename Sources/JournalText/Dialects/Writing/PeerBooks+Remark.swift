import LedgerCore
import Portfolio

extension PeerBooks {
  /// What is noted on a day and moves nothing.
  public struct Remark: Sendable {
    /// The metadata that fields of the event go out as; all other metadata is of its note.
    enum Key: String, CaseIterable {
      case doc = "bgt-doc"
      case key = "bgt-key"
      case attachments = "bgt-attachments"
    }

    /// The key of a note that is no list of keys and values.
    static let noteKey = "note"

    public var day: Day
    /// The word of beancount for it: `event`, `custom` or `query`.
    public var form: String
    public var about: String
    public var text: String
    /// What stands below it, each with its key.
    var metadata: [(key: String, value: BeancountValue)]

    /// The remark that an event of the kind is; nil for any other event.
    public init?(_ event: Event) {
      guard event.kind.name == "remark", let day = event.day else { return nil }
      self.day = day
      form = event.choice("form") ?? "event"
      about = event.text("about") ?? ""
      text = event.text("text") ?? ""
      metadata = Remark.metadata(ofNote: event.text("note"))
      for key in [Key.doc, .key] {
        if let value = event.text("\(key)") { metadata.append((key.rawValue, .text(value))) }
      }
      if let count = event.integer("attachments") { metadata.append((Key.attachments.rawValue, .word("\(count)"))) }
    }

    /// Lines of `key: value` as metadata of their own, as beancount had them; any other note as one.
    private static func metadata(ofNote note: String?) -> [(key: String, value: BeancountValue)] {
      guard let note else { return [] }
      var pairs: [(key: String, value: BeancountValue)] = []
      for line in note.split(separator: "\n", omittingEmptySubsequences: false) {
        guard let colon = line.firstRange(of: ": "), isKey(line[..<colon.lowerBound]) else { return [(noteKey, .text(note))] }
        let key = String(line[..<colon.lowerBound])
        if pairs.contains(where: { $0.key == key }) { return [(noteKey, .text(note))] }
        pairs.append((key, BeancountValue(inNote: String(line[colon.upperBound...]))))
      }
      // A note of one line is the note itself, whatever it begins with.
      if pairs.count == 1, pairs[0].key == noteKey, case .text = pairs[0].value { return [(noteKey, .text(note))] }
      return pairs
    }

    /// Whether a word can be a key of beancount that says nothing else here.
    private static func isKey(_ word: Substring) -> Bool {
      guard word.utf8.count > 1, let first = word.utf8.first, (97...122).contains(first), Key(rawValue: String(word)) == nil else {
        return false
      }
      return word.utf8.allSatisfy { byte in
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "_")
      }
    }

    /// All of it on one line, for a comment.
    public var line: String {
      let meta = metadata.map { "\(Key(rawValue: $0.key).map { "\($0)" } ?? $0.key): \($0.value.plain)" }.joined(separator: ", ")
      return "\(day) \(form) \(about): \(text)" + (meta.isEmpty ? "" : " (\(meta))")
    }
  }
}
