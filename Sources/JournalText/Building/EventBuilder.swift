import LedgerCore
import Portfolio

/// Puts an event together from named texts, alike for cells of a table, values of JSON and arguments.
///
/// What it throws has no place unless the event was given one; the caller knows where the text stood.
public struct EventBuilder {
  /// What has been put together so far.
  public private(set) var event: Event
  private let register: Register
  private let fields: FieldParser

  public init(_ kind: EventDeclaration, register: Register, file: String = "", line: Int = 0) {
    self.register = register
    self.fields = FieldParser(register: register)
    event = Event(kind)
    event.file = file
    event.line = line
    if line > 0 { event.places = Array(repeating: FieldPlace(), count: kind.fields.count) }
  }

  /// Reads a text into a field; a field may be given once.
  public mutating func set(_ index: Int, to text: String, at place: FieldPlace = FieldPlace()) throws(Diagnostic) {
    let field = event.kind.fields[index]
    guard event.values[index].isAbsent else {
      throw Diagnostic(
        .repeatedField, Wording("\(field.chinese)（\(field.name)）写了两次", "\(field.name) is given twice"),
        hint: Wording("保留一个", "keep one of them"))
    }
    event.values[index] = try value(of: field.isAccount ? register.accountName(typed: text) : text, for: field)
    if event.places.indices.contains(index) { event.places[index] = place }
  }

  /// The value that a text has in a field: texts keep their spaces, all else is trimmed.
  public func value(of text: String, for field: Field) throws(Diagnostic) -> FieldValue {
    switch field.type {
    case .text, .newName, .name, .event, .events: try fields.value(of: EventBuilder.withPlainLineBreaks(text), for: field)
    default: try fields.value(of: EventBuilder.trimmed(text), for: field)
    }
  }

  /// Reads the day of the event.
  public mutating func setDay(_ text: String) throws(Diagnostic) {
    guard event.day == nil else {
      throw Diagnostic(.repeatedField, Wording("日期写了两次", "the date is given twice"), hint: Wording("保留一个", "keep one of them"))
    }
    event.day = try day(text)
  }

  /// Takes a day for an event that has none yet and whose kind needs one.
  public mutating func setDefault(_ day: Day?) {
    if event.day == nil && event.kind.dating == .required { event.day = day }
  }

  /// Reads a day and refuses it for a kind that carries none.
  public func day(_ text: String) throws(Diagnostic) -> Day {
    let text = EventBuilder.trimmed(text)
    if event.kind.dating == .none {
      throw Diagnostic(
        .badDate, Wording("\(event.kind.chinese)（\(event.kind.name)）没有日期", "\(event.kind.name) carries no date"),
        hint: Wording("删去日期", "remove the date"))
    }
    guard let day = Day(text) else {
      throw Diagnostic(
        .badDate, Wording("\(text.prefix(40)) 不是日期", "\(text.prefix(40)) is not a date"),
        hint: Wording("日期写作 2022-06-15", "write dates as 2022-06-15"))
    }
    return day
  }

  /// Reads an amount.
  public func money(_ text: String) throws(Diagnostic) -> Money { try fields.money(EventBuilder.trimmed(text)) }

  /// Adds a line to a plain voucher; a nil amount is worked out by `fillElided`.
  public mutating func addLine(
    account: String, _ money: Money?, note: String? = nil, line: Int = 0
  ) throws(Diagnostic) {
    let name = EventBuilder.trimmed(account)
    if let flaw = EventTextCheck.flaw(ofAccount: name) {
      throw Diagnostic(
        .badFieldValue, Wording("科目", "the account ") + flaw, hint: Wording("写科目表中的名称或代码", "write its name or code as the chart has it"))
    }
    let note = note.map(EventBuilder.trimmed)
    if let note, let flaw = EventTextCheck.flaw(ofNote: note) {
      throw Diagnostic(
        .badFieldValue, Wording("分录的备注", "the note of the line ") + flaw, hint: Wording("备注是一行文字", "a note is one line of text"))
    }
    let amount = money ?? Money(0, register.baseID)
    event.lines.append(
      EntryLine(
        account: register.accountID(named: register.accountName(typed: name)), commodity: amount.commodity, amount: amount.minorUnits,
        line: Int32(clamping: line), note: note?.isEmpty == true ? nil : note))
  }

  /// Works out the amount of one line from the others.
  public mutating func fillElided(_ index: Int) throws(Diagnostic) {
    guard event.lines.indices.contains(index) else { return }
    let others = event.lines.indices.filter { $0 != index }.map { event.lines[$0] }
    let commodity = others.first?.commodity ?? register.baseID
    guard others.allSatisfy({ $0.commodity == commodity }) else {
      throw Diagnostic(
        .twoElidedAmounts, Wording("缺少的金额无法推算：其余是几种货币", "the missing amount cannot be worked out: the others are of several commodities"),
        hint: Wording("写出金额", "write the amount"))
    }
    var sum: Int64 = 0
    for line in others {
      do throws(MoneyOverflow) { sum = try sum.minus(line.amount) } catch {
        throw Diagnostic(
          .sumOverflow, Wording("各行合计过大，账簿记不下", "the sum of the lines is too large for the books"),
          hint: Wording("核对位数", "check the number of digits"))
      }
    }
    event.lines[index].amount = sum
    event.lines[index].commodity = commodity
  }

  /// The event, when a journal can hold it and it has the date that its kind needs.
  public func finished() throws(Diagnostic) -> Event {
    if event.day == nil && event.kind.dating == .required {
      throw Diagnostic(
        .missingDate, Wording("\(event.kind.chinese)（\(event.kind.name)）要有日期", "\(event.kind.name) needs a date"),
        hint: Wording("例如：\(event.kind.example)", "as in: \(event.kind.example)"))
    }
    try EventTextCheck.check(event)
    return event
  }

  /// A text without spaces and line breaks around it.
  static func trimmed(_ text: String) -> String {
    // Most texts begin and end with a visible character of ASCII, and need no look at what their characters are.
    if let first = text.utf8.first, let last = text.utf8.last, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) {
      return text
    }
    var view = Substring(text).unicodeScalars
    while let first = view.first, first.properties.isWhitespace { view.removeFirst() }
    while let last = view.last, last.properties.isWhitespace { view.removeLast() }
    return String(view)
  }

  /// Carriage returns are how some systems end lines, not part of a text.
  private static func withPlainLineBreaks(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var out = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" { out.append("\n") } else if scalar != "\n" || !isAfterReturn { out.append(scalar) }
      isAfterReturn = scalar == "\r"
    }
    return String(out)
  }
}
