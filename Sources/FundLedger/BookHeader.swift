import JournalText
import LedgerCore
import Portfolio

/// What the `book` event at the head of a journal says, read before the books that it opens exist.
public struct BookHeader: Sendable {
  public let title: String
  public let rules: String
  public let commodity: String?
  public let isStrict: Bool
  public let numbering: Numbering
  public let approval: Approval
  public let supervisors: String

  /// The header of a journal; nil when its first event is no `book` event or cannot be read.
  public init?(peeking bytes: [UInt8]) {
    guard let line = BookHeader.firstEventLine(of: bytes),
      let plain = try? RuleSet.builtIn("plain"),
      let event = try? JournalReader(register: Register(rules: plain)).event(parsing: line),
      event.kind.name == "book"
    else { return nil }
    title = event.text("title") ?? ""
    rules = event.text("rules") ?? RuleSet.defaultName
    commodity = event.text("commodity")
    isStrict = event.choice("accounts") == "strict"
    numbering = event.choice("numbering").flatMap { Numbering(rawValue: $0) } ?? .single
    approval = event.choice("approval").flatMap { Approval(rawValue: $0) } ?? .one
    supervisors = event.text("supervisors") ?? ""
  }

  /// The header of books that a peer's journal opens: its accounts are the chart, so that no other rules stand behind.
  init(ofPeer path: String) {
    let name = path == "-" ? "" : path.split(separator: "/").last.map(String.init) ?? path
    title = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    rules = "plain"
    commodity = nil
    isStrict = false
    numbering = .single
    approval = .one
    supervisors = ""
  }

  /// The first line that is neither blank nor a comment, with the indented lines after it.
  private static func firstEventLine(of bytes: [UInt8]) -> [UInt8]? {
    var taken: [UInt8] = []
    for line in bytes.prefix(65_536).split(separator: 0x0A, omittingEmptySubsequences: true) {
      let isIndented = line.first == 0x20 || line.first == 0x09
      let isComment = line.first == UInt8(ascii: ";") || line.first == UInt8(ascii: "#") || line.allSatisfy { $0 <= 32 }
      if taken.isEmpty {
        if isComment { continue }
        guard line.starts(with: "book".utf8) || line.starts(with: "账簿".utf8) || line.starts(with: "\u{FEFF}book".utf8)
        else { return nil }
        taken += line
      } else if isIndented {
        taken += [0x0A] + line
      } else {
        break
      }
    }
    return taken.isEmpty ? nil : taken + [0x0A]
  }
}

extension EventFile {
  /// What the file says of the books that it is to open; nil when it says nothing.
  public var header: BookHeader? { form.peer == nil ? BookHeader(peeking: bytes) : BookHeader(ofPeer: path) }
}
