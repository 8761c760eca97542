import LedgerCore
import Portfolio

/// Reads the value of a term as its field asks.
struct QueryTermReader {
  let words: CalendarWords
  /// The place of the value.
  let position: SourcePosition

  /// What the term asks for.
  ///
  /// - Throws: `badQueryValue`, `badPattern`, `badPeriod` or `ambiguousDate`.
  func condition(of field: QueryField, _ value: String, isQuoted: Bool) throws(Diagnostic) -> Query.Condition {
    if value.isEmpty && field != .tag {
      throw failure(
        Wording("\(field.rawValue): 后面没有内容", "\(field.rawValue): says nothing"),
        Wording("在冒号后写出条件", "write what it must be after the colon"))
    }
    switch field {
    // A wide colon parts the names of accounts as the colon does.
    case .account: return .name(try pattern(AccountName.withPlainColons(value), isQuoted: isQuoted))
    case .party, .deal, .programme, .envelope, .holder, .region, .industry, .text, .commodity, .document, .key, .note:
      return .name(try pattern(value, isQuoted: isQuoted))
    case .date: return .days(try days(value))
    case .amount:
      guard let amount = AmountCondition(value) else {
        throw failure(
          Wording("\(value) 不是可比较的金额", "\(value) is not an amount to compare with"),
          Wording("写作 >1000、<=-5万、500万元 或 =0", "write it as >1000, <=-5万, 500万元 or =0"))
      }
      return .amount(amount)
    case .book:
      guard let book = AccountBook(name: value.lowercased()) else {
        throw failure(
          Wording("\(value) 不是账簿", "\(value) is not a set of accounts"),
          Wording("有 fiscal、budget、quota 和 leverage", "there are fiscal, budget, quota and leverage"))
      }
      return .book(book)
    case .type:
      guard let type = VoucherType.allCases.first(where: { value.lowercased() == $0.name || value == $0.chinese }) else {
        let names = VoucherType.allCases.map { "\($0.name) \($0.chinese)" }.joined(separator: ", ")
        throw failure(Wording("\(value) 不是凭证类型", "\(value) is not a type of voucher"), Wording("有 \(names)", "there are \(names)"))
      }
      return .type(type)
    case .kind:
      guard let kind = EventCatalog.kind(named: value) else {
        let near = Spelling.nearest(to: value, among: EventCatalog.kinds.flatMap { [$0.name, $0.chinese] })
        throw failure(
          Wording("\(value) 不是事项的种类", "\(value) is not a kind of event"),
          near.map(Wording.didYouMean) ?? Wording("bgt record --help 列出各种事项", "bgt record --help lists them"))
      }
      return .kind(kind.name)
    case .event:
      guard let number = Int64(value.hasPrefix("#") ? String(value.dropFirst()) : value), number > 0 else {
        throw failure(Wording("\(value) 不是事项的编号", "\(value) is not the number of an event"), Wording("写作 #17", "write it as #17"))
      }
      return .event(number)
    case .tag: return try tag(value)
    }
  }

  private func pattern(_ value: String, isQuoted: Bool) throws(Diagnostic) -> NamePattern {
    let pattern = isQuoted ? NamePattern.part(value.lowercased()) : NamePattern(value)
    if pattern.isEmpty { throw failure(Wording("\(value) 没有内容", "\(value) says nothing"), Wording("写名称的一部分", "write a part of the name")) }
    _ = try pattern.matcher(at: position)
    return pattern
  }

  /// A stretch of days, or those before or after one: `2022`, `from 2022 to 2023`, `>=2022-06`.
  private func days(_ value: String) throws(Diagnostic) -> DaySpan {
    do throws(Diagnostic) {
      guard let (relation, length) = AmountCondition.Relation.read(value[...]) else {
        return try PeriodExpression(value, words).span
      }
      let span = try words.span(String(value.dropFirst(length)))
      return switch relation {
      case .atLeast: DaySpan(span.first, .never)
      case .above: DaySpan(span.last.adding(days: 1), .never)
      case .atMost: DaySpan(.always, span.last)
      case .below: DaySpan(.always, span.first.adding(days: -1))
      case .equal: span
      }
    } catch {
      throw Diagnostic(error.code, error.sentence, hint: error.advice, at: position)
    }
  }

  /// `note`, `note=续投`, `证据=/协议/`: a field of the event behind a posting, as its kind declares it.
  private func tag(_ value: String) throws(Diagnostic) -> Query.Condition {
    let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let known = EventCatalog.kinds.contains { $0.index(of: parts[0]) != nil }
    guard known else {
      let names = Set(EventCatalog.kinds.flatMap { $0.fields.flatMap { [$0.name, $0.chinese] } })
      let near = Spelling.nearest(to: parts[0], among: names.sorted())
      throw failure(
        Wording("没有一种事项有字段 \(parts[0])", "no kind of event has a field \(parts[0])"),
        near.map(Wording.didYouMean) ?? Wording("Docs/events.md 列出字段", "Docs/events.md lists the fields"))
    }
    return .tag(parts[0], parts.count == 2 ? try pattern(parts[1], isQuoted: false) : nil)
  }

  private func failure(_ sentence: Wording, _ hint: Wording) -> Diagnostic {
    Diagnostic(.badQueryValue, sentence, hint: hint, at: position)
  }
}
