import JournalText
import LedgerCore
import Portfolio

/// The first event of a chain: what the books are called and which rules they follow.
struct Genesis {
  let event: Event
  let base: Commodity

  /// The `book` event of a new book.
  ///
  /// - Throws: `wrongCommodity` for a base that no journal could name, `badFieldValue` without a title.
  static func make(
    title: String, rules: RuleSet, base: Commodity, isStrict: Bool, numbering: Numbering = .single, approval: Approval = .one,
    supervisors: String = ""
  ) throws(Diagnostic) -> Genesis {
    if title.isEmpty {
      throw Diagnostic(.badFieldValue, Wording("账簿要有名称", "a book needs a title"), hint: Wording("写明是谁的账簿", "say whose books they are"))
    }
    guard commodity(base.code).scale == base.scale else {
      throw Diagnostic(
        .wrongCommodity,
        Wording(
          "\(base.code) 作为记账本位币有 \(commodity(base.code).scale) 位小数",
          "\(base.code) has \(commodity(base.code).scale) decimals as the base of a book"),
        hint: Wording("其他单位用 commodity 设置", "declare other units with a commodity event"))
    }
    var event = Event(try kind("book"))
    event["title"] = .text(title)
    event["rules"] = .text(rules.name)
    event["digest"] = .text(ChainDigest(of: rules.source).hexadecimal)
    event["commodity"] = .text(base.code)
    choose(isStrict ? "strict" : "open", for: "accounts", in: &event)
    // What is usual is left out, so that such books begin as they always did.
    if numbering != .single { choose(numbering.rawValue, for: "numbering", in: &event) }
    if approval != .one { choose(approval.rawValue, for: "approval", in: &event) }
    if !supervisors.isEmpty { event["supervisors"] = .text(supervisors) }
    return Genesis(event: event, base: commodity(base.code))
  }

  private static func choose(_ word: String, for field: String, in event: inout Event) {
    guard let index = event.kind.index(of: field), case .choice(let choices) = event.kind.fields[index].type else {
      return
    }
    event.values[index] = choices.firstIndex { $0.name == word }.map { .choice($0) } ?? .absent
  }

  /// The first event of the book in a file.
  static func read(from file: BookFile, rules: RuleSet) throws(Diagnostic) -> Genesis {
    guard let text = try file.text(of: 1) else {
      throw StoreFailure.damaged(Wording("\(file.path) 缺第一笔事项", "\(file.path) has lost its first event"))
    }
    do throws(Diagnostic) {
      let event = try JournalReader(register: Register(rules: rules)).event(parsing: text)
      if event.kind.name != "book" {
        throw Diagnostic(.unknownKind, Wording("它是“\(event.kind.chinese)”事项", "it is a \(event.kind.name) event"))
      }
      return Genesis(event: event, base: commodity(event.text("commodity") ?? Commodity.renminbi.code))
    } catch {
      throw StoreFailure.damaged(
        Wording("\(file.path) 的第一笔事项不能读取：", "the first event of \(file.path) cannot be read: ") + error.sentence)
    }
  }

  /// The fields in which another `book` event says something else that decides how events are posted; the title of the
  /// books and how strict they are stay as they were opened.
  func conflicts(with other: Event) -> [String] {
    zip(event.kind.fields, zip(event.values, other.values)).compactMap { field, values in
      let decides = ["rules", "digest", "commodity"].contains(field.name)
      return !decides || values.1.isAbsent || values.0 == values.1 ? nil : field.name
    }
  }

  /// A base commodity by its code alone, since the chain keeps no more of it.
  private static func commodity(_ code: String) -> Commodity {
    if code == Commodity.renminbi.code { return .renminbi }
    return Commodity(code: code, scale: Commodity.knownScales[code] ?? 2)
  }

  /// A kind of the catalog that books cannot do without.
  static func kind(_ name: String) throws(Diagnostic) -> EventDeclaration {
    guard let kind = EventCatalog.kind(named: name) else {
      throw Diagnostic(.unknownKind, Wording("没有 \(name) 这种事项", "\(name) is not an event kind"))
    }
    return kind
  }
}
