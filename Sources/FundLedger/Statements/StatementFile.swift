import BookStore
import LedgerCore
import Portfolio
import Reports
import Spreadsheets

/// A file with a statement of a bank or the treasury, its bytes at hand.
public struct StatementFile {
  /// What a file came to against a set of books.
  public struct Reading {
    /// The statement as a whole, then its lines; empty when something is wrong.
    public var events: [Event]
    /// Everything that is wrong with the file.
    public var problems: [Diagnostic]
    /// Entries of the file that are no lines of the statement, such as those not booked yet.
    public var remarks: [Diagnostic]
  }

  /// So many lines lie between two reports of the progress.
  private static let progressStep = 500

  /// The name of the file without its folder.
  public let name: String
  private let path: String
  private let bytes: [UInt8]

  /// Reads a file.
  ///
  /// - Throws: `fileUnreadable`, also for an empty file.
  public init(path: String) throws(Diagnostic) {
    self.path = path
    name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    bytes = try FileBytes.read(path)
    if bytes.isEmpty {
      throw Diagnostic(
        .fileUnreadable, Wording("\(path) 是空的", "\(path) is empty"),
        hint: Wording("没有可读的内容；核对是不是这个文件", "nothing to read; check that it is the right file"),
        at: SourcePosition(file: path, line: 1, column: 1))
    }
  }

  /// The mapping by which its table is read: the one named, else the one beside it, which has its name and ends in `.map`.
  ///
  /// - Returns: nil when there is none, with what is wrong with it when anything is.
  /// - Throws: `fileUnreadable` for a file named that cannot be read, `badUsage` for one named beside camt.053 or OFX.
  public func mapping(named given: String? = nil) throws(Diagnostic) -> (mapping: RegisterMapping?, problems: [Diagnostic]) {
    if !BankStatement.isTable(bytes) {
      if given == nil { return (nil, []) }
      throw Diagnostic(
        .badUsage, Wording("\(path) 不是表格", "\(path) is no table"),
        hint: Wording("camt.053 和 OFX 不用对照表；请不写 --map", "camt.053 and OFX need no mapping; leave --map out"))
    }
    if let given { return RegisterMapping.readForStatement(try FileBytes.read(given), file: given) }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (nil, []) }
    let beside = String(path.dropLast(name[dot...].count)) + ".map"
    guard let bytes = try? FileBytes.read(beside) else { return (nil, []) }
    return RegisterMapping.readForStatement(bytes, file: beside)
  }

  /// The statement as events of an account.
  ///
  /// - Parameters:
  ///   - account: name or code; the treasury's by the posting rules when nil.
  ///   - part: the sheet of a workbook, or the number of the account in a file of several; told by itself when nil.
  ///   - first: lines before it are left out.
  ///   - last: lines after it are left out.
  ///   - mapping: what stands where in a table of a layout of its own.
  ///   - isNewNumber: whether the account may have another number at its bank than earlier statements say.
  ///   - today: the day on which it is read, by which years of two digits are told.
  /// - Throws: `unknownAccount`, or what keeps the file from being read at all.
  public func statement(
    in source: any LedgerSource, account: String? = nil, part: String? = nil, from first: Day? = nil, to last: Day? = nil,
    mapping: RegisterMapping? = nil, isNewNumber: Bool = false, today: Day = .never
  ) throws(Diagnostic) -> Reading {
    let account = try StatementAccounts.account(account, in: source)
    let commodity = try StatementAccounts.commodity(of: account, in: source)
    let read = try BankStatement.read(
      bytes, name: path, part: part, in: source.register[commodity], mapping: mapping, today: today)
    if !read.problems.isEmpty { return Reading(events: [], problems: read.problems, remarks: read.remarks) }
    if !isNewNumber { try StatementAccounts.check(number: read.number, of: account, file: name, in: source) }
    let events = try read.limited(from: first, to: last).events(
      of: account, in: commodity, file: name, digest: Book.digest(of: bytes))
    return Reading(events: events, problems: [], remarks: read.remarks)
  }

  /// Records a statement in one transaction; what the book has already is left out.
  ///
  /// - Parameter progress: told now and then how many events are done, and of how many.
  /// - Returns: what is new with its place in the chain, and the number of the draft in books of two persons, else nil.
  /// - Throws: why it is refused; nothing is recorded then.
  public func record(
    _ events: [Event], in book: Book, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(Diagnostic) -> (recorded: [(sequence: Int64, event: Event)], draft: Int64?) {
    let origin = BatchOrigin(source: name, digest: Book.digest(of: bytes))
    let (recorded, draft) = try book.submit(source: origin) { writer throws(Diagnostic) in
      var recorded: [(sequence: Int64, event: Event)] = []
      for (done, event) in events.enumerated() {
        if done % StatementFile.progressStep == 0 { progress(done, events.count) }
        if let new = try writer.append(stated: event) { recorded.append((new.sequence, new.event)) }
      }
      return recorded
    }
    return (recorded, draft)
  }
}
