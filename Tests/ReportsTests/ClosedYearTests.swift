import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

/// A year with results, a payment of the closing period, a carry-over and a lapse, each book closed in its time.
private let life = """
  programme 拨改投 from:2019-01-01
  party 力得 kind:company region:371502 industry:C36
  2022-01-20 budget 2022/拨改投 50,000,000.00 CNY
  2022-05-30 deal 力得/A party:力得 programme:拨改投 method:direct
  2022-06-15 pay 力得/A 20,000,000.00 CNY envelope:2022/拨改投 share:10%
  2022-12-31 result 力得/A 8,000,000.00 CNY
  2023-01-10 pay 力得/A 10,000,000.00 CNY envelope:2022/拨改投
  2023-01-12 carry 2022/拨改投 5,000,000.00 CNY to:2023/拨改投
  2023-01-12 lapse 2022/拨改投 15,000,000.00 CNY

  """

private let closes = "2023-01-15 close 2022 book:fiscal\n2023-01-31 close 2022\n"

@Suite("A closed year in the reports")
struct ClosedYearTests {
  @Test("a closed year is reconciled as the open one was: closing vouchers are neither outlay nor a place of the quota")
  func reconcile() throws {
    let open = try ReconcileReport(year: 2022).result(from: books(life))
    let closed = try ReconcileReport(year: 2022).result(from: books(life + closes))
    #expect(open.isReconciled && closed.isReconciled)
    #expect(closed.document.tables.map(\.rows) == open.document.tables.map(\.rows))
    let statement = try closed.document.table("outlayStatement")
    #expect(try statement.cell("outlay", "amount") == .money(3_000_000_000))
    #expect(try statement.cell("residual", "amount") == .money(0))
    let next = try ReconcileReport(year: 2023).result(from: books(life + closes))
    #expect(next.isReconciled)
  }

  @Test("asked as of the year end, what the closing period paid is outlay already and explained on the treasury's side")
  func yearEnd() throws {
    let moment = Moment(asOf: day("2022-12-31"))
    for text in [life, life + closes] {
      let result = try ReconcileReport(year: 2022, moment: moment).result(from: books(text))
      let items = try result.document.table("differences")
      #expect(result.isReconciled)
      #expect(try items.column("class").map(\.words) == ["yearBoundary"])
      #expect(try result.document.table("threeWay").cell("2022/拨改投", "treasuryDifference") == .money(1_000_000_000))
    }
  }

  @Test("after reopening, a reversal and a new closing the year still comes out")
  func reopened() throws {
    let text =
      life + closes + """
        2023-02-05 reopen 2022 reason:错 by:王
        2022-12-30 result 力得/A 100.00 CNY
        2023-01-20 reverse #7 reason:错
        2023-01-20 lapse 2022/拨改投 10,000,000.00 CNY
        2023-02-06 close 2022

        """
    let result = try ReconcileReport(year: 2022).result(from: books(text))
    #expect(try result.document.table("outlayStatement").cell("outlay", "amount") == .money(2_000_000_000))
    #expect(try result.document.table("outlayStatement").cell("residual", "amount") == .money(0))
  }

  @Test("the state of periods names each month of each book with the event that closed or reopened it")
  func periods() throws {
    let text = life + closes + "2023-02-05 reopen 2022 book:quota reason:错 by:王\n"
    let table = try PeriodsReport().document(from: books(text)).table("periods")
    #expect(try table.cell("2022-06", "fiscal").words == "closed #10")
    #expect(try table.cell("2022-06", "budget").words == "closed #11")
    #expect(try table.cell("2022-06", "quota").words == "reopened #12")
    #expect(try table.cell("2022", "quota").words == "reopened #12")
    #expect(try table.cell("2023-01", "fiscal").words == "open")
    #expect(try table.cell("2023-01", "budget") == .empty)
  }

  @Test("a seal is put on when the last book closes, and broken when one reopens")
  func seals() throws {
    let fiscalOnly = try books(life + "2023-01-15 close 2022 book:fiscal\n").register.periods
    #expect(Sealing.all(of: 2022, in: fiscalOnly) == [])
    let whole = try books(life + closes).register.periods
    #expect(Sealing.all(of: 2022, in: whole).map(\.sequence) == [11])
    #expect(Sealing.standing(of: 2022, in: whole)?.sequence == 11)
    let text = life + closes + "2023-02-05 reopen 2022 book:quota reason:错 by:王\n2023-02-06 close 2022\n"
    let again = try books(text).register.periods
    #expect(Sealing.all(of: 2022, in: again).map(\.sequence) == [11, 13])
    #expect(Sealing.all(of: 2022, in: again).map(\.reopened) == [12, nil])
    #expect(Sealing.standing(of: 2022, in: again)?.sequence == 13)
  }

  @Test("the text under the digest of balances: one line an account and commodity of any book, in order of bytes")
  func sealText() throws {
    let ledger = try books(life + closes)
    var text = ""
    _ = try SealReport(year: 2022) { bytes in
      #expect(bytes.last == 10)
      return "\(bytes.count)"
    }.document(from: ledger)
    let report = SealCheck(year: 2022, digest: "X")
    let outcome = try report.outcome(in: ledger) { bytes in
      text = String(decoding: bytes, as: UTF8.self)
      return "x"
    }
    guard case .holds = outcome else {
      Issue.record("a digest of balances counts as well")
      return
    }
    #expect(text.contains("fiscal\t累计盈余\tCNY\t-80000000\n"))
    #expect(text.contains("budget\t结转结余:一般公共预算\tCNY\t3000000000\n"))
    #expect(!text.contains("投资收益"))
    let lines = text.split(separator: "\n").map { Array($0.utf8) }
    #expect(lines == lines.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(try SealCheck(year: 2021, digest: "x").outcome(in: ledger) { _ in "x" } == .neverSealed)
  }
}
