import LedgerCore
import Portfolio

/// Reads the native journal: one event a paragraph (Docs/journal-format.md has the grammar).
///
/// The reader hands each event on as soon as it is read, so that memory stays flat however long the journal is; names
/// of accounts and commodities are interned in the register of the books that the events go to.
public final class JournalReader {
  /// Reads the file that an `include` line names; the name is as written, relative to the including file.
  public typealias IncludeLoader = (_ name: String, _ from: String) throws(Diagnostic) -> (file: String, bytes: [UInt8])
  /// Takes the next event; what it throws is collected with the errors of reading.
  public typealias Receiver = (Event) throws(Diagnostic) -> Void

  let register: Register
  let fields: FieldParser
  private let loader: IncludeLoader?
  /// Counts the events that fail only because of an earlier one; nil to report them all.
  let refused: RefusedEvents?
  /// After this many errors reading stops: the rest is most likely their consequence.
  public static let errorsMax = 50
  /// A longer line is refused: no person writes it and it would flood every message.
  public static let lineLengthMax = 65_536

  private(set) var file = ""
  /// Set by a receiver that has enough: nothing after the event at hand is read.
  public var stopsHere = false
  /// The commodity read last: its code packed in a word, its id and scale.
  var lastCommodity: (code: UInt64, id: CommodityID, scale: Int) = (0, .none, 0)
  /// Whether events say where each of their fields stands; nobody asks that of an event that is stored.
  private(set) var keepsPlaces = true
  private var errors: [Diagnostic] = []
  private var includeChain: [String] = []

  /// A reader for the events of some books; with `refused`, errors that only follow from others are counted there.
  public init(register: Register, loader: IncludeLoader? = nil, refused: RefusedEvents? = nil) {
    self.register = register
    self.fields = FieldParser(register: register)
    self.loader = loader
    self.refused = refused
  }

  /// Reads a whole journal and returns all that is wrong with it, in order; empty when nothing is.
  public func read(_ bytes: [UInt8], file: String, _ receive: Receiver) -> [Diagnostic] {
    (errors, stopsHere) = ([], false)
    bytes.withUnsafeBufferPointer { read($0, file: file, receive) }
    return errors
  }

  /// Reads stored events, which stand one behind the other, as a whole journal; they say nothing of their fields' places.
  public func read(stored bytes: UnsafeBufferPointer<UInt8>, _ receive: Receiver) -> [Diagnostic] {
    (errors, stopsHere, keepsPlaces) = ([], false, false)
    defer { keepsPlaces = true }
    read(bytes, file: "", receive)
    return errors
  }

  /// Reads one event from its text; it says nothing of its fields' places.
  ///
  /// - Throws: what is wrong with it, or `strayText` when the text holds no event or more than one.
  public func event(parsing bytes: [UInt8]) throws(Diagnostic) -> Event {
    var found: [Event] = []
    let problems = bytes.withUnsafeBufferPointer { bytes in
      read(stored: bytes) { event throws(Diagnostic) in found.append(event) }
    }
    if let problem = problems.first { throw problem }
    guard found.count == 1 else {
      throw Diagnostic(.strayText, Wording("应是一笔事项，实有 \(found.count) 笔", "expected one event, found \(found.count)"))
    }
    return found[0]
  }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>, file name: String, _ receive: Receiver) {
    let outer = file
    file = name
    includeChain.append(name)
    defer {
      file = outer
      includeChain.removeLast()
    }
    if let flaw = TextCheck.firstFlaw(in: bytes) {
      errors.append(diagnostic(of: flaw, in: bytes))
      refused?.addFile()
      return
    }
    var lines = JournalLines(bytes)
    while !stopsHere, let line = lines.next() {
      if errors.count >= JournalReader.errorsMax { return stop(at: line) }
      do throws(Diagnostic) {
        try readParagraph(line, &lines, in: bytes, receive)
      } catch {
        add(error, in: bytes)
        note(refused: line, by: error.code)
        lines.skipIndented()
      }
    }
  }

  private func add(_ error: Diagnostic, in bytes: UnsafeBufferPointer<UInt8>) {
    errors.append(error.position.map { located(error, at: $0, in: bytes) } ?? error)
  }

  private func readParagraph(
    _ first: JournalLine, _ lines: inout JournalLines, in bytes: UnsafeBufferPointer<UInt8>, _ receive: Receiver
  ) throws(Diagnostic) {
    try checkLength(of: first)
    var line = first
    line.skipSpaces()
    let byte = line.peek
    if line.isDone || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "#") { return }
    if line.isIndented {
      throw failure(
        .strayPosting, Wording("缩进的一行前面没有事项", "an indented line without an event before it"), line, line.cursor, line.end,
        hint: Wording("事项顶格以日期或种类开头；一笔之内没有空行", "begin events at the left margin with a date or a kind; no blank line stands within one"))
    }
    if try include(line, receive) { return }
    let event = try readEvent(&line, &lines)
    do throws(Diagnostic) { try receive(event) } catch {
      if refused?.explains(error, of: event, in: register) != true { add(error, in: bytes) }
      refused?.add(event, refusedBy: error.code)
    }
  }

  /// Refuses a line that no person wrote.
  func checkLength(of line: JournalLine) throws(Diagnostic) {
    if line.end - line.start <= JournalReader.lineLengthMax { return }
    throw failure(
      .lineTooLong,
      Wording("该行有 \(line.end - line.start) 字节；最长 65536", "the line has \(line.end - line.start) bytes; the longest allowed has 65536"),
      line, line.start,
      line.start + 1, hint: Wording("这是文本账吗？bgt 读的是一段一笔事项的文字", "is this a journal? bgt reads text with one event a paragraph"))
  }

  private func include(_ first: JournalLine, _ receive: Receiver) throws(Diagnostic) -> Bool {
    var line = first
    guard line.peek == UInt8(ascii: "i"), line.word() == "include" else { return false }
    line.skipSpaces()
    let name = line.rest
    guard let loader else {
      throw failure(.fileUnreadable, Wording("此处不能 include", "include is not possible here"), line, line.cursor, line.end)
    }
    do throws(Diagnostic) {
      let (path, bytes) = try loader(name, file)
      if includeChain.contains(path) {
        throw Diagnostic(
          .includeLoop, Wording("\(path) 包含了自己", "\(path) includes itself"),
          hint: Wording("删去其中一行 include", "remove one of the include lines"))
      }
      bytes.withUnsafeBufferPointer { read($0, file: path, receive) }
    } catch {
      refused?.addFile()
      throw error.at(line.position(file: file, line.cursor, line.end))
    }
    return true
  }

  private func stop(at line: JournalLine) {
    errors.append(
      Diagnostic(
        .tooManyErrors, Wording("错误过多，读到此处为止", "too many errors; reading stopped here"),
        hint: Wording("先更正前面的错误，再执行一次", "correct the first ones, then run again"),
        at: line.position(file: file, line.start, line.start + 1), severity: .note))
  }

  /// A diagnostic at a range of a line.
  func failure(
    _ code: DiagnosticCode, _ sentence: Wording, _ line: JournalLine, _ from: Int, _ to: Int, hint: Wording = .none
  ) -> Diagnostic {
    Diagnostic(code, sentence, hint: hint, at: line.position(file: file, from, to))
  }
}
