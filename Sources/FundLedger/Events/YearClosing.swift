import BookStore
import LedgerCore
import Portfolio

/// What is asked before a year is closed by hand, whichever command closes it.
enum YearClosing {
  /// Refuses to close a year that leaves money in envelopes.
  ///
  /// - Throws: `quotaWouldStay`.
  static func checkQuota(_ outcome: Appended) throws(Diagnostic) {
    let left = outcome.event?.warnings.filter { $0.code == .quotaLeft } ?? []
    guard let first = left.first else { return }
    let more = left.count > 1 ? Wording("；另有 \(left.count - 1) 条", "; \(left.count - 1) more") : .none
    throw Diagnostic(
      .quotaWouldStay, first.sentence + more + Wording("；没有结账", "; nothing was closed"),
      hint: Wording(
        "先结转或收回：bgt record carry 指标 金额 --to 下年/项目计划 --date …，或 bgt record lapse；要原样保留，加 --keep 结账",
        "carry it over or take it back first: bgt record carry ENVELOPE AMOUNT --to NEXT-YEAR/PROGRAMME --date …, or bgt record "
          + "lapse; close with --keep to leave it where it is"))
  }
}
