import LedgerCore
import Portfolio
import Testing

@Suite("Two persons")
struct TwoPersonsTests {
  private func code(_ body: () throws -> Void) -> DiagnosticCode? {
    do { try body() } catch { return (error as? Diagnostic)?.code }
    return nil
  }

  @Test("one person under another spelling is one person", arguments: ["zhang", " Zhang ", "ZHANG", "ｚｈａｎｇ", "Ｚｈａｎｇ　"])
  func same(_ name: String) {
    #expect(code { try TwoPersons.check(preparer: "zhang", reviewer: name) } == .samePerson)
  }

  @Test("two persons are two", arguments: ["li", "zhang san", "章"])
  func two(_ name: String) {
    #expect(code { try TwoPersons.check(preparer: "zhang", reviewer: name) } == nil)
  }

  @Test("who has no name is nobody", arguments: ["", "  ", "　", "unknown", "Unknown"])
  func nobody(_ name: String) {
    #expect(code { try TwoPersons.check(actor: name) } == .namelessActor)
    #expect(code { try TwoPersons.check(preparer: "zhang", reviewer: name) } == .needsReviewer)
  }
}
