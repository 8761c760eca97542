import LedgerCore
import Portfolio

/// Reads journals of hledger, Ledger and beancount into events: each transaction becomes a plain voucher.
///
/// A journal is read whole before anything is handed on: balances that it states, amounts that follow from them and the
/// decimals of its commodities need all of it. What is read and what is named as not supported stands in Docs/peers.md.
public struct PeerReader {
  /// Reads the files that an `include` line names, which may be a pattern; the name is as written, relative to the
  /// including file.
  public typealias Loader = (_ pattern: String, _ from: String) throws(Diagnostic) -> [(file: String, bytes: [UInt8])]

  private let register: Register
  private let syntax: PeerSyntax
  private let loader: Loader?
  private let refused: RefusedEvents?

  /// A reader for the events of some books; with `refused`, errors that only follow from others are counted there.
  public init(register: Register, syntax: PeerSyntax, loader: Loader? = nil, refused: RefusedEvents? = nil) {
    self.register = register
    self.syntax = syntax
    self.loader = loader
    self.refused = refused
  }

  /// Reads a journal and hands its events on in order.
  ///
  /// - Parameter isDone: asked after each event whether the rest is left.
  /// - Returns: all that is wrong, and what a person should know beside that.
  public func read(
    _ bytes: [UInt8], file: String, until isDone: () -> Bool = { false }, _ receive: JournalReader.Receiver
  ) -> (problems: [Diagnostic], warnings: [Diagnostic]) {
    let journal = PeerJournal(syntax)
    withoutActuallyEscaping(receive) { receive in
      withoutActuallyEscaping(isDone) { isDone in
        let events = PeerEvents(journal, register: register, refused: refused, until: isDone, receive)
        switch syntax {
        case .hledger, .ledger:
          LedgerReader(journal, loader: loader).read(bytes, named: file)
          if !journal.problems.isEmpty { refused?.addFile() }
          LedgerBooking(journal, events, refused: refused).run()
        case .beancount:
          let reader = BeancountReader(journal, loader: loader)
          reader.read(bytes, named: file)
          if !journal.problems.isEmpty { refused?.addFile() }
          BeancountBooking(journal, reader.directives, reader.options, events, refused: refused).run()
        }
      }
    }
    return (journal.problems, journal.warnings)
  }

  /// What keeps bytes from being a text, or a text from being read here; nil when nothing does.
  static func flaw(of bytes: UnsafeBufferPointer<UInt8>, file: String) -> Diagnostic? {
    if bytes.count > Int(Int32.max) {
      return Diagnostic(
        .fileUnreadable, Wording("\(file) 大于 2 GB", "\(file) is larger than 2 GB"), hint: Wording("按年度拆分文本账", "split the journal by year"))
    }
    guard let flaw = TextCheck.firstFlaw(in: bytes) else { return nil }
    return TextLines.notText(
      flaw.message, at: flaw.offset, in: Array(bytes), file: file,
      hint: Wording(
        "文本账是 UTF-8 文字；GB18030 的请转换：iconv -f GB18030 -t UTF-8 旧文件 > 新文件",
        "a journal is UTF-8 text; convert one in GB18030: iconv -f GB18030 -t UTF-8 OLD > NEW"))
  }

  /// Refuses a line that no person wrote.
  static func checkLength(of line: JournalLine, file: String) throws(Diagnostic) {
    if line.end - line.start <= JournalReader.lineLengthMax { return }
    throw Diagnostic(
      .lineTooLong,
      Wording("该行有 \(line.end - line.start) 字节；最长 65536", "the line has \(line.end - line.start) bytes; the longest allowed has 65536"),
      hint: Wording("这是文本账吗？", "is this a journal?"), at: line.position(file: file, line.start, line.start + 1))
  }
}
