import FundLedger
import Testing

@Suite("The guide to the five years of 聊城")
struct LiaochengGuideTests {
  /// The rows of the guide's table of years: year, final budget, paid, invested, invested so far, carried, M1.
  private func rows() throws -> [[String]] {
    let text = String(decoding: try SampleFolder.bytes("liaocheng/README.md"), as: UTF8.self)
    return text.split(separator: "\n").filter { $0.hasPrefix("| 20") }.map { line in
      line.split(separator: "|").map { cell in String(cell.filter { $0 != " " && $0 != "," }) }
    }
  }

  /// An amount in 万元 as the guide writes it, without separators.
  private func wan(_ minorUnits: Int64) -> String {
    let text = DecimalText.format(minorUnits / 10_000, scale: 2)
    return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
  }

  @Test("What the guide says of each year is what the books say")
  func years() throws {
    let ledger = try JournalBooks(reading: SampleFolder.root + "/liaocheng/main.journal").ledger
    let rows = try rows()
    #expect(rows.map { $0[0] } == ["2019", "2020", "2021", "2022", "2023"])
    for row in rows {
      let year = try #require(Int(row[0]))
      var final: Int64 = 0
      var paid: Int64 = 0
      for envelope in ledger.register.envelopes where envelope.year == year {
        let position = try Positions(ledger).envelope(envelope.id)
        let sums = position.totals
        final += sums[.approved] + sums[.approvedAbove] + sums[.raised] - sums[.reduced]
        final += sums[.movedIn] - sums[.movedOut] + sums[.carriedIn]
        paid += position.paid
      }
      var invested: [Bool: Int64] = [:]
      for fact in try ledger.facts(at: Moment(asOf: .end(ofYear: year)), of: [.paidFresh, .paidRecycled, .refunded]) {
        invested[fact.day.year == year, default: 0] += fact.measure == .refunded ? -fact.amount : fact.amount
      }
      let inYear = invested[true] ?? 0
      let carried = try SampleBalances(of: ledger, asOf: .end(ofYear: year)).amounts
        .filter { $0.key.hasPrefix("股权投资") }.values.reduce(0, +)
      let leverage = try LeverageReport(moment: Moment(asOf: .end(ofYear: year))).document(from: ledger)
      let multiplier = try leverage.machine("metrics", where: "code", is: "M1")["value"] ?? ""
      let expected = [
        row[0], wan(final), wan(paid), wan(inYear), wan(inYear + (invested[false] ?? 0)), wan(carried),
      ]
      #expect(Array(row.prefix(6)) == expected)
      #expect(try #require(Double(row[6])) == (try #require(Double(multiplier)) * 100).rounded() / 100)
    }
  }
}
