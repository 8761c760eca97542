import LedgerCore
import Portfolio

extension Diagnostic {
  /// Why nothing can be said of a budget year: no envelope is of it. Names the years of which there are some.
  ///
  /// - Parameter purpose: what was to be done with the envelopes; nothing more than to show them when none.
  static func noEnvelopes(of year: Int, _ purpose: Wording = .none, in register: Register) -> Diagnostic {
    let years = Set(register.envelopes.map(\.year)).sorted().map(String.init).joined(separator: ", ")
    return Diagnostic(
      .unknownEnvelope, Wording("没有 \(year) 年的预算指标", "there is no envelope of \(year)") + purpose,
      hint: Wording(
        years.isEmpty ? "先记预算，如：2022-01-20 budget 2022/拨改投 …" : "有指标的年度：\(years)",
        years.isEmpty ? "record a budget first, as: 2022-01-20 budget 2022/拨改投 …" : "there are some of: \(years)"))
  }
}
