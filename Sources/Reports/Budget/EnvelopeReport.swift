import LedgerCore
import Portfolio
import ReportDocument

/// One envelope: its keys, its state, everything that moved it, where its money came from, what is open on it.
public struct EnvelopeReport: Sendable {
  /// The envelope's name, `YEAR/PROGRAMME`.
  public var envelope: String
  /// The two times of the question.
  public var moment: Moment

  public init(envelope: String, moment: Moment = .latest) {
    self.envelope = envelope
    self.moment = moment
  }

  /// The report as a document.
  ///
  /// - Throws: `unknownEnvelope` for a name that no event opened, `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let register = source.register
    guard let envelope = register.envelope(named: envelope) else {
      let near = register.nearestName(to: envelope, of: .envelope)
      throw Diagnostic(
        .unknownEnvelope, Wording("没有预算指标\(envelope)", "there is no envelope \(envelope)"),
        hint: near.map(Wording.didYouMean) ?? Wording("bgt budget 列出全部指标", "bgt budget shows all envelopes"))
    }
    let facts = try source.facts(at: moment)
    let cutOff = try source.cutOff(at: moment)
    let fold = try PortfolioFold(facts, register, from: .always)
    let trace = try SourceTrace(facts)
    let pledges = try PledgeTable(facts, register)
    let flags = EnvelopeFlags(
      register: register, fold: fold, pledges: pledges, aged: AgedMoney(trace, source, cutOff: cutOff), cutOff: cutOff)
    var document = try ReportFrame(source: source, moment: moment).document(
      "envelope", title: Phrase("预算指标 \(envelope.name)", "Envelope \(envelope.name)"),
      definitions: [BudgetSection.definition, EnvelopeReport.definition])
    let figures = EnvelopeKeys(source: source, envelope: envelope, cutOff: cutOff)
    document.sections = [
      Section("keys", title: Phrase("指标要素", "Keys"), blocks: [.figures(figures.keys(fold[envelope.id]))]),
      Section(
        "state", title: Phrase("执行情况", "State"),
        blocks: [.figures(figures.state(fold[envelope.id], pledged: pledges.amount(on: envelope), flags))]),
      Section(
        "movements", title: Phrase("指标变动", "What moved it"),
        blocks: [.table(try EnvelopeMovements(source, envelope, facts, moment: moment).table())]),
    ]
    let sources = SourceTable(source: source, trace: trace, envelope: envelope)
    var traced: [Block] = [.table(try sources.arrivals())]
    if let left = try sources.left() { traced.append(.table(left)) }
    document.sections.append(
      Section("sources", title: Phrase("源指标", "Where the money came from"), blocks: traced))
    let years = envelope.year...envelope.year
    let tables: [(String, Phrase, Table?)] = [
      (
        "commitments", Phrase("已签约未付", "Signed and not paid"),
        try OpenCommitments(facts, of: envelope.id).table(register, on: cutOff)
      ),
      (
        "pledges", Phrase("本年度应承担的跨年承诺", "Pledged on the year"),
        try pledges.table(years: years, programme: envelope.programme, fold)
      ),
      (
        "exceptions", Phrase("例外与授权", "Exceptions"),
        try ExceptionTable(facts, source).table { $0.dimensions.envelope == envelope.id }
      ),
    ]
    for case (let id, let title, var table?) in tables {
      table.title = .none
      document.sections.append(Section(id, title: title, blocks: [.table(table)]))
    }
    if let note = try flags.aged.note(in: envelope.id, register.base) { document.notes.append(note) }
    return document
  }

  /// What the lines of the movements mean.
  private static let definition = Phrase(
    "下达＝调整后−待分配，追加、追减、调剂、结转即时下达；支付按预留数冲减、按实付数列支；批复数下达后方可执行；源指标按先进先出追溯",
    "issued = final − unissued: every adjustment is issued at once; a payment relieves what was reserved and spends what was paid; "
      + "approved money is available once issued; sources are traced first in, first out")
}
