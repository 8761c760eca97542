import LedgerCore
import Portfolio

/// Reads events from JSON: an array of objects, or one object after the other (JSON Lines).
///
/// `{"kind":"pay","date":"2022-06-15","deal":"力得/A","amount":"5000000.00 CNY"}`; keys are the names of fields in
/// English or Chinese. A plain voucher has `"lines":[{"account":"…","amount":"…"}]`.
public final class EventJSONReader {
  private let register: Register
  private let kind: EventDeclaration?
  private let refused: RefusedEvents?

  /// A reader for the events of some books; `kind` is that of objects which name none.
  ///
  /// With `refused`, errors that only follow from others are counted there.
  public init(register: Register, kind: EventDeclaration? = nil, refused: RefusedEvents? = nil) {
    self.register = register
    self.kind = kind
    self.refused = refused
  }

  /// Reads a whole file and returns all that is wrong with it, in order; empty when nothing is.
  public func read(_ bytes: [UInt8], file: String, _ receive: JournalReader.Receiver) -> [Diagnostic] {
    if let flaw = bytes.withUnsafeBufferPointer(TextCheck.firstFlaw) {
      let hint = Wording("JSON 是 UTF-8 文字；请先转换文件", "JSON is UTF-8 text; convert the file first")
      return [TextLines.notText(flaw.message, at: flaw.offset, in: bytes, file: file, hint: hint)]
    }
    var scanner = JSONScanner(bytes, file: file)
    var errors: [Diagnostic] = []
    if scanner.isAtEnd() { return [scanner.failure(.strayText, Wording("文件是空的", "the file is empty"), scanner.here())] }
    let isArray = scanner.take("[")
    if isArray, scanner.take("]") { return trailing(&scanner) }
    while errors.count < JournalReader.errorsMax, isArray || !scanner.isAtEnd() {
      let node: JSONNode
      do throws(Diagnostic) { node = try scanner.value() } catch {
        errors.append(error)
        // After a flaw in an array nobody knows where the next event begins.
        if isArray { return errors }
        scanner.skipLine()
        continue
      }
      do throws(Diagnostic) {
        let event = try event(from: node, scanner)
        do throws(Diagnostic) { try receive(event) } catch {
          let isFollowUp = refused?.explains(error, of: event, in: register) == true
          refused?.add(event, refusedBy: error.code)
          if !isFollowUp { throw error }
        }
      } catch {
        errors.append(located(error, at: node.place, scanner))
      }
      if !isArray || scanner.take(",") { continue }
      if scanner.take("]") { return errors + trailing(&scanner) }
      errors.append(scanner.failure(.strayText, Wording("一笔事项之后应是逗号或 ]", "a comma or ] is expected after an event"), scanner.here()))
      return errors
    }
    return errors
  }

  private func trailing(_ scanner: inout JSONScanner) -> [Diagnostic] {
    scanner.isAtEnd() ? [] : [scanner.failure(.strayText, Wording("数组结束后还有文字", "text after the end of the array"), scanner.here())]
  }

  /// Gives a diagnostic its place and the text of the line.
  private func located(_ error: Diagnostic, at place: FieldPlace, _ scanner: JSONScanner) -> Diagnostic {
    guard let position = error.position else {
      return error.at(scanner.failure(error.code, .none, place).position)
    }
    guard position.lineText.isEmpty, position.file == scanner.file else { return error }
    var copy = error
    copy.position?.lineText = TextLines.line(position.line, of: scanner.bytes)
    return copy
  }

  private func event(from node: JSONNode, _ scanner: JSONScanner) throws(Diagnostic) -> Event {
    guard case .object(let members) = node.value else {
      throw scanner.failure(
        .strayText, Wording("一笔事项是一个对象，此处是 \(node.name)", "an event is an object, this is \(node.name)"), node.place,
        hint: Wording(
          #"例如：{"kind":"pay","date":"2022-06-15","deal":"力得/A","amount":"5000000.00 CNY"}"#,
          #"as in: {"kind":"pay","date":"2022-06-15","deal":"力得/A","amount":"5000000.00 CNY"}"#))
    }
    let kind = try kind(of: members, node, scanner)
    var builder = EventBuilder(kind, register: register, file: scanner.file, line: Int(node.place.line))
    for member in members {
      do throws(Diagnostic) { try read(member, into: &builder, scanner) } catch {
        refused?.add(builder.event, refusedBy: error.code)
        throw located(error, at: member.node.place, scanner)
      }
    }
    return try builder.finished()
  }

  private func kind(
    of members: [JSONMember], _ node: JSONNode, _ scanner: JSONScanner
  ) throws(Diagnostic) -> EventDeclaration {
    guard let member = members.first(where: { EventKey(named: $0.key) == .kind }) else {
      if let kind { return kind }
      throw scanner.failure(
        .missingField, Wording("没有写明事项的种类", "the event does not say its kind"), node.place,
        hint: Wording(#"以 "kind":"pay" 或其他种类开头"#, #"begin it with "kind":"pay" or another kind"#))
    }
    guard let kind = EventCatalog.kind(named: member.node.text ?? "") else {
      throw located(.unknownKind(member.node.text ?? member.node.name), at: member.node.place, scanner)
    }
    return kind
  }

  private func read(
    _ member: JSONMember, into builder: inout EventBuilder, _ scanner: JSONScanner
  ) throws(Diagnostic) {
    if case .null = member.node.value { return }
    let kind = builder.event.kind
    switch EventKey(named: member.key) {
    case .kind: return
    case .date: return try builder.setDay(try text(of: member))
    case nil: break
    }
    if kind.hasLines, member.key == "lines" || member.key == "分录" {
      return try readLines(member.node, into: &builder, scanner)
    }
    guard let index = kind.index(ofKey: member.key) else {
      let others = ["kind", "date"] + (kind.hasLines ? ["lines"] : [])
      throw located(.unknownField(member.key, of: kind, or: others), at: member.place, scanner)
    }
    try builder.set(index, to: try text(of: member), at: member.node.place)
  }

  private func text(of member: JSONMember) throws(Diagnostic) -> String {
    guard let text = member.node.text else {
      throw Diagnostic(
        .badFieldValue, Wording("\(member.key.prefix(40)) 是 \(member.node.name)", "\(member.key.prefix(40)) is \(member.node.name)"),
        hint: Wording("写成双引号中的字符串", "write it as a string in double quotes")
      )
    }
    return text
  }

  private func readLines(
    _ node: JSONNode, into builder: inout EventBuilder, _ scanner: JSONScanner
  ) throws(Diagnostic) {
    guard case .array(let lines) = node.value else {
      throw Diagnostic(
        .badFieldValue, Wording("lines 是 \(node.name)", "lines is \(node.name)"),
        hint: Wording(#"例如："lines":[{"account":"…","amount":"…"}]"#, #"as in: "lines":[{"account":"…","amount":"…"}]"#))
    }
    for line in lines {
      do throws(Diagnostic) { try readLine(line, into: &builder, scanner) } catch {
        throw located(error, at: line.place, scanner)
      }
    }
  }

  private func readLine(
    _ node: JSONNode, into builder: inout EventBuilder, _ scanner: JSONScanner
  ) throws(Diagnostic) {
    guard case .object(let members) = node.value else {
      throw Diagnostic(
        .badFieldValue, Wording("一行是 \(node.name)", "a line is \(node.name)"),
        hint: Wording(#"例如：{"account":"…","amount":"…"}"#, #"as in: {"account":"…","amount":"…"}"#))
    }
    var texts: [String: String] = [:]
    var amountPlace = node.place
    for member in members {
      if case .null = member.node.value { continue }
      let key = JSONLineKey(named: member.key)
      guard let key else {
        throw located(
          Diagnostic(
            .unknownField, Wording("一行没有 \(member.key.prefix(40))", "a line has no \(member.key.prefix(40))"),
            hint: Wording("可有：account 科目、amount 金额、note 备注", "it has: account, amount, note")),
          at: member.place, scanner)
      }
      if texts[key.rawValue] != nil {
        throw located(
          Diagnostic(.repeatedField, Wording("\(key) 写了两次", "\(key) is given twice"), hint: Wording("保留一个", "keep one of them")),
          at: member.place, scanner)
      }
      if key == .amount { amountPlace = member.node.place }
      do throws(Diagnostic) { texts[key.rawValue] = try text(of: member) } catch {
        throw located(error, at: member.node.place, scanner)
      }
    }
    guard let account = texts["account"], let amount = texts["amount"] else {
      throw Diagnostic(
        .missingField, Wording("一行要有 account 和 amount", "a line needs account and amount"),
        hint: Wording("金额以借方为正", "amounts are debit positive"))
    }
    let money: Money
    do throws(Diagnostic) { money = try builder.money(amount) } catch {
      throw located(error, at: amountPlace, scanner)
    }
    try builder.addLine(account: account, money, note: texts["note"], line: Int(node.place.line))
  }
}
