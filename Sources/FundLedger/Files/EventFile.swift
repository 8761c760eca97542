import BookStore
import JournalText
import LedgerCore
import Portfolio
import ReportDocument
import Spreadsheets

/// A file of events in one of the formats that the program reads, its bytes at hand.
public struct EventFile {
  /// How the events of a file are written.
  public enum Form: String, CaseIterable, Sendable {
    case journal, csv, json
    case hledger, ledger, beancount

    /// The form that a file's name ends in; a journal when it says nothing.
    init(path: String) {
      let name = path.lowercased()
      if let peer = PeerSyntax(path: path) {
        self.init(peer)
      } else if name.hasSuffix(".csv") || name.hasSuffix(".tsv") {
        self = .csv
      } else if name.hasSuffix(".json") || name.hasSuffix(".jsonl") {
        self = .json
      } else {
        self = .journal
      }
    }

    /// The form of a peer's journal.
    init(_ syntax: PeerSyntax) {
      self =
        switch syntax {
        case .hledger: .hledger
        case .ledger: .ledger
        case .beancount: .beancount
        }
    }

    /// The peer whose journals are written so; nil for forms of our own.
    public var peer: PeerSyntax? { PeerSyntax(rawValue: rawValue) }
  }

  /// The path as given; `-` for standard input.
  public let path: String
  /// The whole file.
  public let bytes: [UInt8]
  /// How its events are written.
  public let form: Form
  /// Whether the form was told from the text alone.
  public let isGuessed: Bool
  /// The kind of rows that name none.
  public let kind: EventDeclaration?

  /// The day on which it is read, by which years of two digits in tables are told; all after 1999 when none is given.
  public var today = Day.never

  /// Reads a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - form: how its events are written; told from the name and the text when nil.
  ///   - kind: the name of the kind of rows that name none.
  /// - Throws: `fileUnreadable`, also for an empty file; `unknownKind`.
  public init(path: String, form: Form? = nil, kind: String? = nil) throws(Diagnostic) {
    self.path = path
    self.kind = try kind.map { name throws(Diagnostic) in
      guard let kind = EventCatalog.kind(named: name) else {
        throw Diagnostic(
          .unknownKind, Wording("没有 \(name) 这种事项", "\(name) is not an event kind"),
          hint: Wording("bgt record --help 列出各种事项", "bgt record --help lists the kinds"))
      }
      return kind
    }
    self.bytes = try FileBytes.read(path)
    let told = form ?? Form(path: path)
    // A journal that says by no name whose it is may still be a peer's.
    let guessed = form == nil && told == .journal ? PeerSyntax(guessing: bytes, path: path).map { Form($0) } : nil
    isGuessed = guessed != nil
    self.form = guessed ?? (form == nil && told == .journal && EventFile.isRegister(bytes, path: path) ? .csv : told)
    if bytes.isEmpty {
      throw Diagnostic(
        .fileUnreadable, Wording("\(path) 是空的", "\(path) is empty"),
        hint: Wording("没有可记的内容；核对是不是这个文件", "nothing to record; check that it is the right file"),
        at: SourcePosition(file: path, line: 1, column: 1))
    }
  }

  /// Reads all events and hands each on; returns all that is wrong.
  ///
  /// - Parameters:
  ///   - refused: counts the events that fail only because of another; nil to report them all.
  ///   - isDone: asked after each event whether the rest of a journal is left unread.
  ///   - warn: takes what a person should know beside errors.
  func read(
    register: Register, refused: RefusedEvents? = nil, until isDone: () -> Bool = { false },
    warn: ([Diagnostic]) -> Void = { _ in }, _ receive: JournalReader.Receiver
  ) throws(Diagnostic) -> [Diagnostic] {
    if let problems = try readRegisters(register: register, until: isDone, warn: warn, receive) { return problems }
    switch form {
    case .journal:
      let reader = JournalReader(register: register, loader: JournalBooks.load, refused: refused)
      return reader.read(bytes, file: path) { event throws(Diagnostic) in
        try receive(event)
        if isDone() { reader.stopsHere = true }
      }
    case .csv: return EventCSVReader(register: register, kind: kind, refused: refused).read(bytes, file: path, receive)
    case .hledger, .ledger, .beancount:
      guard let syntax = form.peer else { return [] }
      let reader = PeerReader(register: register, syntax: syntax, loader: PeerFiles.load, refused: refused)
      let (problems, warnings) = reader.read(bytes, file: path, until: isDone, receive)
      warn(isGuessed && problems.isEmpty ? [guess(syntax)] + warnings : warnings)
      return isGuessed && !problems.isEmpty ? problems + [guess(syntax)] : problems
    case .json: return EventJSONReader(register: register, kind: kind, refused: refused).read(bytes, file: path, receive)
    }
  }

  /// Says whose journal the text was taken for.
  private func guess(_ syntax: PeerSyntax) -> Diagnostic {
    Diagnostic(
      .peerGuessed, Wording("按内容把 \(path) 当作 \(syntax.rawValue) 文本账读取", "\(path) is read as a journal of \(syntax.rawValue), by its text"),
      hint: Wording(
        "bgt import --format journal、hledger、ledger 或 beancount 可另行指定；文件名以 .hledger、.ledger、.beancount 结尾也可以",
        "bgt import --format journal, hledger, ledger or beancount says otherwise; so does an ending .hledger, .ledger, .beancount"),
      severity: .note)
  }

  /// Where a transaction comes from: the names of its files and the digest of each, in the same order, parted by blanks.
  static func origin(of files: [EventFile]) -> BatchOrigin {
    let names = files.map { file in file.path.lastIndex(of: "/").map { String(file.path[file.path.index(after: $0)...]) } ?? file.path }
    return BatchOrigin(source: names.joined(separator: " "), digest: files.map { Book.digest(of: $0.bytes) }.joined(separator: " "))
  }
}
