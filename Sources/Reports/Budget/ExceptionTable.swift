import LedgerCore
import Portfolio
import ReportDocument

/// What went beyond an envelope or a cap all the same: authorised, or let pass with a warning (例外与授权).
struct ExceptionTable {
  /// The measures that say so.
  static let measures: Set<Measure> = [
    .excessAuthorised, .excessWarned, .excessIgnored, .shareCapAuthorised, .shareCapWarned, .ticketCapAuthorised,
    .ticketCapWarned, .largestHolderAuthorised, .largestHolderWarned,
  ]

  let source: any LedgerSource
  /// The exceptions that were not reversed, by day.
  let facts: [Fact]

  /// Finds the exceptions among the facts of one moment.
  init(_ facts: [Fact], _ source: any LedgerSource) {
    self.source = source
    let reversals = Reversals(in: facts)
    self.facts = facts.filter { ExceptionTable.measures.contains($0.measure) && !reversals.hides($0) }
      .sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
  }

  /// The exceptions that a condition lets pass, as a table; nil when there are none.
  func table(where isShown: (Fact) -> Bool = { _ in true }) throws(Diagnostic) -> Table? {
    let shown = facts.filter(isShown)
    if shown.isEmpty { return nil }
    var table = Table(
      "exceptions", title: Phrase("例外与授权", "Exceptions"),
      columns: [
        Column("date", Phrase("日期", "Date"), .day), Column("event", Phrase("事项", "Event")),
        Column("envelope", Phrase("指标或上限", "Envelope or cap")), Column("deal", Phrase("投资项目", "Deal"), link: .refers("deal")),
        Column("excess", Phrase("超出", "Excess"), .money), Column("way", Phrase("处理", "Let pass by")),
        Column("reason", Phrase("理由", "Reason")), Column("authorised", Phrase("授权人", "Authorised by")),
        Column("by", Phrase("记录人", "Recorded by")),
      ])
    let register = source.register
    for fact in shown {
      let origin = try source.origin(of: fact.sequence)
      let deal = fact.dimensions.deal
      table.add(
        .day(fact.day), .event(fact.sequence, origin?.event.kind), limit(of: fact),
        deal.isNone ? .empty : .text(register[deal].name), excess(of: fact),
        ExceptionTable.way(fact.measure), .text(origin?.event.text("override") ?? ""),
        .text(origin?.event.text("authorised") ?? ""), .text(origin?.by ?? ""))
    }
    return table
  }

  /// The envelope, or the rule whose cap it is.
  private func limit(of fact: Fact) -> Cell {
    switch fact.measure {
    case .shareCapAuthorised, .shareCapWarned:
      let party = fact.dimensions.party
      let isFund = !party.isNone && source.register[party].kind == .fund
      return ExceptionTable.name(of: isFund ? .fundShareCap : .shareCap)
    case .ticketCapAuthorised, .ticketCapWarned: return ExceptionTable.name(of: .ticketCap)
    case .largestHolderAuthorised, .largestHolderWarned: return ExceptionTable.name(of: .largestHolder)
    default: return .text(source.register[fact.dimensions.envelope].name)
    }
  }

  private static func name(of rule: PolicyRule) -> Cell { .code(rule.rawValue, rule.title) }

  /// How far it went beyond: money, or a share.
  private func excess(of fact: Fact) -> Cell {
    GrossTotals.counts(fact.measure)
      ? .money(fact.amount, source.register.base) : .share(Rate(partsPerBillion: fact.amount))
  }

  /// Whether somebody authorised it, rather than a control that only warns.
  static func isAuthorised(_ measure: Measure) -> Bool {
    [.excessAuthorised, .shareCapAuthorised, .ticketCapAuthorised, .largestHolderAuthorised].contains(measure)
  }

  private static func way(_ measure: Measure) -> Cell {
    switch measure {
    case .shareCapWarned, .ticketCapWarned, .largestHolderWarned:
      .code("requirement", Phrase("要求为警告", "requirement: warn"))
    case .excessWarned: .code("warn", Phrase("控制为提示", "control: warn"))
    case .excessIgnored: .code("ignore", Phrase("控制为不控制", "control: ignore"))
    default: .code("authorised", Phrase("授权", "authorisation"))
    }
  }
}

extension Cell {
  /// An event by its number and kind, as `#12 出资`.
  static func event(_ sequence: Int64, _ kind: EventDeclaration?) -> Cell {
    guard let kind else { return .text("#\(sequence)") }
    return .phrase(Phrase("#\(sequence) \(kind.chinese)", "#\(sequence) \(kind.name)"))
  }
}
