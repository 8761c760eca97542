import JournalText
import LedgerCore
import Portfolio
import Reports
import Testing

/// A commitment is refused exactly where the check, by the same computation, would find it afterwards.
@Suite("Caps on funds when recording and when checking")
struct CapAgreementTests {
  private static func start(_ mode: String) -> String {
    """
    programme P from:2010-01-01
    party 基 kind:fund
    party 民 kind:other
    party 省 kind:government
    2020-01-05 budget 2020/P 900,000.00
    2020-01-10 deal 基/一 party:基 programme:P method:guided
    2020-01-10 deal 基/二 party:基 programme:P method:guided
    2019-01-01 requirement fund-share-cap rate:40% finding:breach recording:\(mode)
    2019-01-01 requirement largest-holder finding:breach recording:\(mode)

    """
  }

  /// What is refused of a journal that asks for it.
  private func refused(_ text: String) throws -> [DiagnosticCode] {
    let ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    let reader = JournalReader(register: ledger.register)
    return reader.read(Array((CapAgreementTests.start("refuse") + text).utf8), file: "test.journal") { event throws(Diagnostic) in
      try ledger.record(event)
    }.map(\.code)
  }

  private func found(_ text: String) throws -> [String] {
    let result = try CheckReport().result(from: try books(CapAgreementTests.start("report") + text))
    return result.findings.map(\.id).filter { $0.hasPrefix("fund-share-cap") || $0.hasPrefix("largest-holder") }
  }

  @Test(
    "what others signed and paid, by whichever deal, is reckoned alike",
    arguments: [
      ("subscribe 基/一 60.00 party:民", "40.00", false), ("subscribe 基/一 60.00 party:民", "40.01", true),
      ("call 基/二 60.00 party:民", "40.00", false), ("call 基/二 60.00 party:民", "40.01", true),
      ("social 基/一 60.00 party:省 evidence:协议", "40.00", false), ("social 基/一 60.00 party:省 evidence:协议", "40.01", true),
      ("social 基/一 60.00 party:民 level:project evidence:协议", "40.01", false),
    ])
  func one(_ others: String, _ ours: String, _ isBeyond: Bool) throws {
    let text = "2020-02-01 \(others)\n2020-02-02 commit 基/一 \(ours) envelope:2020/P\n"
    #expect(try refused(text) == (isBeyond ? [.overShareCap] : []))
    #expect(try found(text) == (isBeyond ? ["fund-share-cap:基/一"] : []))
  }

  @Test("the largest of several partners, and what we have by two deals")
  func several() throws {
    let partners = "2020-02-01 subscribe 基/一 30.00 party:民\n2020-02-01 subscribe 基/二 40.00 party:省\n"
    let first = partners + "2020-02-02 commit 基/一 20.00 envelope:2020/P\n"
    for (ours, isLargest) in [("20.00", false), ("20.01", true)] {
      let text = first + "2020-02-03 commit 基/二 \(ours) envelope:2020/P\n"
      #expect(try refused(text) == (isLargest ? [.becomesLargestHolder] : []), "\(ours)")
      #expect(try found(text) == (isLargest ? ["largest-holder:基"] : []), "\(ours)")
    }
  }
}
