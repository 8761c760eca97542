import LedgerCore
import Portfolio
import ReportDocument

/// Use of the budget, envelope by envelope (DOMAIN §7 C).
public struct BudgetReport: Sendable {
  /// The budget years shown; nil for all.
  public var years: ClosedRange<Int>?
  /// The two times of the question.
  public var moment: Moment

  public init(years: ClosedRange<Int>? = nil, moment: Moment = .latest) {
    self.years = years
    self.moment = moment
  }

  /// The report as a document.
  ///
  /// - Throws: `unknownEnvelope` for a year of which there is no envelope, `sumOverflow` when a sum leaves its range, or what the source
  ///   throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let view = try PortfolioView(source, moment: moment, from: .always)
    var document = try ReportFrame(source: source, moment: moment).document(
      "budget", title: Phrase("预算指标执行", "Use of the budget"), definitions: [BudgetSection.definition])
    let section = BudgetSection(view: view, years: years)
    let chart = try BudgetChart(view: view, lastYear: years?.upperBound ?? .max).chart()
    document.sections = [Section("budget", blocks: try section.blocks() + (chart.map { [.chart($0)] } ?? []))]
    let exceptions = try ExceptionTable(view.facts, source).table { fact in
      let envelope = fact.dimensions.envelope
      return years?.contains(envelope.isNone ? fact.day.year : source.register[envelope].year) != false
    }
    if let years, section.rows.isEmpty, exceptions == nil, !source.register.envelopes.contains(where: { years.contains($0.year) }) {
      throw .noEnvelopes(of: years.lowerBound, in: source.register)
    }
    if var exceptions {
      exceptions.title = .none
      document.sections.append(
        Section("exceptions", title: Phrase("例外与授权", "Exceptions"), blocks: [.table(exceptions)]))
    }
    if section.rows.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }
}
