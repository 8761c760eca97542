import LedgerCore
import Portfolio

/// Turns the names of a query into what they mean in one set of books.
struct QueryResolver {
  let source: any LedgerSource
  let moment: Moment
  let book: AccountBook?
  private var register: Register { source.register }

  /// The check of a node.
  ///
  /// - Throws: `unknownDeal` and its like for a name that nothing fits, `badPattern`, or what the source throws.
  func check(_ node: Query.Node) throws(Diagnostic) -> QueryCheck {
    switch node {
    case .term(let term): return try check(term)
    case .not(let inner): return .not(try check(inner))
    case .all(let nodes): return .all(try sorted(nodes))
    case .any(let nodes): return .any(try sorted(nodes))
    }
  }

  private func sorted(_ nodes: [Query.Node]) throws(Diagnostic) -> [QueryCheck] {
    var checks: [QueryCheck] = []
    for node in nodes { checks.append(try check(node)) }
    return checks.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
  }

  private func check(_ term: Query.QueryTerm) throws(Diagnostic) -> QueryCheck {
    switch term.condition {
    case .name(let pattern): return try check(term, pattern)
    case .days(let span): return .days(span)
    case .amount(let condition): return .amount(condition)
    case .book(let book): return .account(table(register.accounts) { $0.book == book })
    case .type(let type): return .type(type)
    case .kind(let kind): return .events(try source.sequences(ofKind: kind, at: moment))
    case .event(let number):
      let last = try source.head(at: moment).sequence
      if (1...max(1, last)).contains(number) { return .events([number]) }
      throw Diagnostic(
        .unknownEvent, Wording("没有事项 #\(number)", "there is no event #\(number)"),
        hint: Wording("最后一个是 #\(last)", "the last one is #\(last)"), at: term.position)
    case .tag(let name, let pattern):
      return try stating([name], try pattern?.matcher(at: term.position) ?? { _ in true })
    }
  }

  private func check(_ term: Query.QueryTerm, _ pattern: NamePattern) throws(Diagnostic) -> QueryCheck {
    let fits = try pattern.matcher(at: term.position)
    let register = register
    switch term.field {
    case .account: return .account(try accounts(pattern, at: term.position))
    case .commodity: return .commodity(try found(register.commodities.map { fits($0.code) || fits($0.name) }, .commodity, term))
    case .deal: return .dimension(.deal, try found(register.deals.map { fits($0.name) }, .deal, term))
    case .party: return .dimension(.party, try found(register.parties.map { fits($0.name) || fits($0.fullName) }, .party, term))
    case .holder: return .dimension(.holder, try found(register.parties.map { fits($0.name) || fits($0.fullName) }, .party, term))
    case .programme:
      return .dimension(.programme, try found(register.programmes.map { fits($0.name) || fits($0.fullName) }, .programme, term))
    case .envelope: return .dimension(.envelope, try found(register.envelopes.map { fits($0.name) }, .envelope, term))
    case .region:
      return ofInvestees { party in
        !party.region.isEmpty && (fits(party.region) || Region.named(party.region).map { fits($0.name) } ?? false)
      }
    case .industry: return ofInvestees { !$0.industry.isEmpty && fits($0.industry) }
    case .text: return .text(fits)
    case .document: return try stating(["doc", "evidence"], fits)
    case .key: return try stating(["key"], fits)
    default: return try stating(["note"], fits)
    }
  }

  /// Events that state one of some fields, in words that fit.
  private func stating(_ names: [String], _ fits: @escaping (String) -> Bool) throws(Diagnostic) -> QueryCheck {
    let register = register
    return .events(
      try source.sequences(stating: names, at: moment) { event in
        names.contains { name in
          guard let index = event.kind.index(of: name), !event.values[index].isAbsent else { return false }
          return fits(event.words(of: index, in: register))
        }
      })
  }

  /// Deals of the companies and funds that fit.
  private func ofInvestees(_ fits: (Party) -> Bool) -> QueryCheck {
    .dimension(.deal, table(register.deals) { !$0.party.isNone && fits(register[$0.party]) })
  }

  /// The accounts that fit by name, or by the beginning of their code.
  func accounts(_ pattern: NamePattern, at position: SourcePosition?) throws(Diagnostic) -> [Bool] {
    let fits = try pattern.matcher(at: position)
    return table(register.accounts) { account in
      if fits(AccountName.withPlainColons(account.name)) { return true }
      guard !account.code.isEmpty else { return false }
      switch pattern {
      case .part(let text, _, let atEnd): return atEnd ? account.code == text : account.code.hasPrefix(text)
      case .glob, .expression: return fits(account.code)
      }
    }
  }

  private func table<Element>(_ elements: [Element], _ fits: (Element) -> Bool) -> [Bool] {
    [false] + elements.map(fits)
  }

  /// A table with a place for no name before it; a name that nothing fits is most likely mistyped.
  private func found(_ fits: [Bool], _ kind: EntityKind, _ term: Query.QueryTerm) throws(Diagnostic) -> [Bool] {
    if fits.contains(true) { return [false] + fits }
    guard case .name(let pattern) = term.condition else { return [false] + fits }
    let word = pattern.words
    let near = register.nearestName(to: word, of: kind)
    throw Diagnostic(
      kind.unknownCode,
      Wording(
        "没有名为 \(term.position?.asTyped(word) ?? word) 的\(kind.chinese)",
        "no \(term.field.rawValue) is named \(term.position?.asTyped(word) ?? word)"),
      hint: near.map(Wording.didYouMean) ?? QueryResolver.known(register.names(of: kind)), at: term.position)
  }

  /// What names there are, the first few of them.
  private static func known(_ names: [String]) -> Wording {
    if names.isEmpty { return Wording("还没有登记", "none is declared") }
    let (shown, rest) = (names.prefix(5), names.count - 5)
    return Wording(
      "有 \(shown.joined(separator: "、"))" + (rest > 0 ? " 等 \(names.count) 个；写名称的一部分即可" : ""),
      "there \(names.count == 1 ? "is" : "are") \(shown.joined(separator: ", "))"
        + (rest > 0 ? " and \(rest) more; a part of a name is enough" : ""))
  }
}

extension SourcePosition {
  /// A word of the line in the letters in which it was typed there, when it is known in small ones.
  fileprivate func asTyped(_ word: String) -> String? {
    let (line, small, wanted) = (Array(lineText), Array(lineText.lowercased()), Array(word))
    guard line.count == small.count, !wanted.isEmpty, wanted.count <= line.count else { return nil }
    let starts = max(0, column - 1)...max(0, column - 1, line.count - wanted.count)
    guard let start = starts.first(where: { $0 + wanted.count <= line.count && Array(small[$0..<$0 + wanted.count]) == wanted })
    else { return nil }
    return String(line[start..<start + wanted.count])
  }
}

extension NamePattern {
  /// The pattern as it is shown in a message.
  var words: String {
    switch self {
    case .part(let text, _, _), .glob(let text): text
    case .expression(let text): "/\(text)/"
    }
  }
}

extension Event {
  /// What a field says, as it is written in a journal.
  func words(of index: Int, in register: Register) -> String {
    switch values[index] {
    case .absent: ""
    case .text(let text): text
    case .amount(let money): DecimalText.format(money.minorUnits, scale: register[money.commodity].scale)
    case .rate(let rate): "\(rate)"
    case .day(let day): "\(day)"
    case .integer(let value): "\(value)"
    case .choice(let chosen):
      if case .choice(let choices) = kind.fields[index].type, choices.indices.contains(chosen) {
        "\(choices[chosen].name) \(choices[chosen].chinese)"
      } else {
        ""
      }
    }
  }
}
