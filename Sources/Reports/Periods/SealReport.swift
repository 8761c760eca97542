import LedgerCore
import Portfolio
import ReportDocument

/// The seals of closed years (封账): chain head and digest of the trial balance of each.
public struct SealReport: Sendable {
  /// Only this year; nil for every year that was ever closed.
  public var year: Int?
  /// SHA-256 of bytes as hexadecimal digits.
  public var digest: @Sendable ([UInt8]) -> String

  public init(year: Int? = nil, digest: @escaping @Sendable ([UInt8]) -> String) {
    self.year = year
    self.digest = digest
  }

  /// The seals as a document.
  ///
  /// - Throws: `notClosed` when the year asked for is not closed in all four books.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let periods = source.register.periods
    var years: Set<Int> = []
    for case .year(let closed) in periods.changes.map(\.period) where year ?? closed == closed { years.insert(closed) }
    var document = try ReportFrame(source: source, moment: .latest, namesLastDay: false).document(
      "seal", title: Phrase("年度封账", "Seals of closed years"),
      definitions: [
        Phrase(
          "链头：年结事项及其以前全部事项的 SHA-256；余额摘要：年末全部账簿各科目余额的 SHA-256",
          "chain head: SHA-256 over all events up to the closing; balances: SHA-256 over the balance of every account "
            + "of all books at the year end")
      ])
    for year in years.sorted() {
      guard let sealing = Sealing.standing(of: year, in: periods) else {
        if self.year == nil { document.notes.append(SealReport.open(year, periods)) }
        continue
      }
      let seal = try YearSeal(sealing, of: year, source, digest: digest)
      document.sections.append(
        Section(
          "seal\(year)", title: .plain("\(year)"),
          blocks: [
            .paragraph(seal.line),
            .figures(
              FigureList(
                "seal\(year)",
                [
                  Figure("balances\(year)", Phrase("余额摘要", "Balances"), .text(seal.balances))
                ])),
          ]))
      document.extras.append(JSONMember("seal\(year)", seal.machine))
    }
    if let year, document.sections.isEmpty {
      throw Diagnostic(
        .notClosed, Wording("\(year) 年没有在四套账簿中全部结账", "\(year) is not closed in all four books"),
        hint: Wording("bgt close 列出已结账的期间，bgt close \(year) 结其余的", "bgt close shows what is closed, bgt close \(year) closes the rest"))
    }
    if document.sections.isEmpty && document.notes.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }

  private static func open(_ year: Int, _ periods: ClosedPeriods) -> Phrase {
    guard let broken = Sealing.all(of: year, in: periods).last?.reopened else {
      return Phrase("\(year) 年尚未在全部账簿年结。", "\(year) is not closed in every book yet.")
    }
    return Phrase("\(year) 年已由 #\(broken) 反结账。", "\(year) was reopened by #\(broken).")
  }
}
