import LedgerCore
import Portfolio
import ReportDocument

/// The payments of a budget year one by one, each through quota, budget book, treasury and bank: what a difference of the
/// three-way reconciliation comes from.
public struct ReconcileTraceReport: Sendable {
  /// The budget year.
  public var year: Int
  /// One envelope; all of the year when nil.
  public var envelope: String?
  /// The two times of the question.
  public var moment: Moment

  public init(year: Int, envelope: String? = nil, moment: Moment = .latest) {
    self.year = year
    self.envelope = envelope
    self.moment = moment
  }

  /// The payments as a document.
  ///
  /// - Throws: `unknownEnvelope`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let reconciliation = try Reconciliation(source, year: year, moment: moment)
    var chosen: Envelope?
    if let envelope {
      chosen = source.register.envelope(named: envelope)
      guard let found = chosen, found.year == year else {
        let names = reconciliation.envelopes.map(\.name).joined(separator: ", ")
        throw Diagnostic(
          .unknownEnvelope, Wording("\(envelope)不是 \(year) 年的预算指标", "\(envelope) is no envelope of \(year)"),
          hint: Wording(
            names.isEmpty ? "--explain all 列出不属于任何指标的事项" : "有：\(names)；--explain all 列出全部",
            names.isEmpty ? "--explain all shows what stands on none" : "there are: \(names); --explain all shows every one"))
      }
    }
    var about = [Figure("year", Phrase("预算年度", "Budget year"), .text("\(year)"))]
    if let chosen { about.append(Figure("envelope", Phrase("指标", "Envelope"), .text(chosen.name))) }
    var document = try ReportFrame(source: source, moment: moment, about: about).document(
      "reconcileTrace", title: Phrase("\(year) 年度支付逐笔核对", "Payments of budget year \(year), one by one"),
      definitions: [
        Phrase(
          "每笔支付在指标、预算会计、资金账户和对账单上的金额；差异项附类别与说明",
          "each payment by quota, budget book, money account and statement; differences with class and reason")
      ])
    let trace = try PaymentTrace(source, reconciliation, envelope: chosen?.id)
    document.sections = [
      Section("payments", title: Phrase("逐笔", "Payments"), blocks: [.table(try trace.table())]),
      Section("differences", title: Phrase("差异明细", "Differences"), blocks: try trace.differences()),
    ]
    return document
  }
}
