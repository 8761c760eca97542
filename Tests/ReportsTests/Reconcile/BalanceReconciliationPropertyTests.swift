import LedgerCore
import Portfolio
import ReportDocument
import Seeds
import Testing

@testable import Reports

@Suite("余额调节表, whatever was recorded")
struct BalanceReconciliationPropertyTests {
  /// Vouchers on the treasury, some reversed, and a statement of most of them with flaws of every class.
  private func journal(_ random: inout SeededGenerator) -> String {
    var text = StatedBooks.preamble
    var lines = ""
    for index in 0..<Int.random(in: 1...25, using: &random) {
      let amount = Int64.random(in: 1...9, using: &random) * (Bool.random(using: &random) ? 1 : -1)
      let date = Day(year: 2022, month: 5, day: 25)?.adding(days: Int.random(in: 0...50, using: &random)) ?? .always
      text += "\(date) * 收付 \(index)\n    国库存款  \(amount).00 CNY\n    其他应收款  \(-amount).00 CNY\n    key: V\(index)\n"
      if Int.random(in: 0...5, using: &random) == 0 {
        text += "\(date.adding(days: Int.random(in: 0...9, using: &random))) reverse V\(index) reason:x\n"
      }
      switch Int.random(in: 0...5, using: &random) {
      case 0: continue
      case 1: lines += "\(max(date, day("2022-06-01"))) \(amount + 1)\n"
      default:
        let stated = max(date.adding(days: Int.random(in: 0...3, using: &random)), day("2022-06-01"))
        lines += "\(stated) \(amount)\n"
      }
    }
    lines = lines.split(separator: "\n").filter { !$0.hasSuffix(" 0") }.joined(separator: "\n")
    return text + StatedBooks.statement(to: "2022-07-20", opening: Int64.random(in: 90...110, using: &random), lines)
  }

  @Test("both sides come to the same on every day, before and after all proposals are confirmed", arguments: 0..<40)
  func foots(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let ledger = try books(journal(&random))
    func check(_ asOf: Day) throws {
      let moment = Moment(asOf: asOf)
      let records = try StatementRecords(ledger, knownAt: .max)
      let account = try StatementAccount.recorded(nil, in: ledger, records)
      let sides = try AccountSides(ledger, account, records, moment: moment)
      let open = try OpenItems(sides, ledger, knownAt: .max)
      let balances = try BalanceReconciliation(sides, StatementGap.all(in: sides), open)
      #expect(try balances.adjustedBook == balances.adjustedStatement, "seed \(seed), \(asOf)")
      let items = open.items
      #expect(items.count == sides.openLines.count + sides.openEntries.count)
      #expect(items.allSatisfy { !$0.reason.isEmpty }, "seed \(seed)")
      #expect(Set(items.map(\.sequence)).count == items.count, "seed \(seed)")
    }
    let days = ["2022-06-01", "2022-06-10", "2022-06-30", "2022-07-20", "2023-01-01"].map(day)
    for asOf in days { try check(asOf) }
    for event in try ProposalsReport().confirmations(from: ledger, scoreMin: 0) { try ledger.record(event) }
    for asOf in days { try check(asOf) }
    #expect(
      try ProposalsReport().confirmations(from: ledger, scoreMin: 0).allSatisfy { event in
        event.text("lines") != nil
      })
  }
}
