import Analytics
import LedgerCore
import Portfolio
import ReportDocument
import Seeds
import Testing

@testable import Reports

@Suite("Further multipliers by group")
struct FurtherBreakdownTests {
  private func table(
    _ id: String, of text: String, by grouping: Grouping = .deal, _ policy: LeveragePolicy = LeveragePolicy()
  ) throws -> Table {
    try LeverageReport(by: grouping, policy: policy).document(from: try books(text)).table(id)
  }

  @Test("each fund has the money from outside in it, each company what reached it: the first worked case by deal")
  func byDeal() throws {
    let through = try table("breakdownThrough", of: LeverageWorkedCaseTests.parentFund)
    #expect(try through.column("M1t", role: .total).map { $0.text(2) } == ["11.50"])
    #expect(try through.cell("母基金/一期", "M1t").text(2) == "4.00")
    #expect(try through.cell("子基金甲/一期", "M1t") == .ratio(Ratio(12_000, over: 0)))
    // 12000 − 600 through the fund and 18000 beside it over 600 of ours.
    #expect(try through.cell("子基金甲/一期", "L5").text(2) == "49.00")
    #expect(try through.cell("子基金乙/一期", "L5").text(2) == "15.67")
    #expect(try through.cell("企业三/A", "L5").text(2) == "3.00")
    #expect(try through.column("L5", role: .total).map { $0.text(2) } == ["24.48"])
  }

  @Test("a breakdown by stage or region is of the day asked for: a company grows, a district gets another code")
  func traitsOfTheDay() throws {
    let text = """
      programme 拨改投 from:2018-01-01
      2018-01-01 party 甲 region:371523 stage:初创期
      2018-01-01 budget 2018/拨改投 100.00 CNY
      2018-01-02 deal 甲/A party:甲 programme:拨改投 method:直接投资
      2018-02-01 pay 甲/A 10.00 CNY envelope:2018/拨改投 share:10%
      2022-01-01 party 甲 stage:成熟期
      2019-10-01 party 甲 region:371503
      """
    let books = try books(text)
    func labels(_ grouping: Grouping, _ asOf: String?) throws -> [String?] {
      let moment = Moment(asOf: asOf.map { day($0) } ?? .never)
      let leverage = try LeverageReport(by: grouping, moment: moment).document(from: books).table("breakdown")
      let returns = try ReturnsReport(by: grouping, moment: moment).document(from: books).table("breakdown")
      let names = try leverage.column("group").map(\.words)
      #expect(try returns.column("group").map(\.words) == names)
      return names
    }
    let past = Moment(asOf: day("2018-12-31"))
    let explained = try LeverageExplainReport(.m1, of: "初创期", by: .stage, moment: past).document(from: books)
    #expect(try explained.table("counted").rows.count > 0)
    let holdings = try YearReport(year: 2018).document(from: books).table("agreements")
    #expect(try holdings.cell("甲/A", "stage") == .text("初创期"))
    #expect(try labels(.stage, "2018-12-31").first == "初创期")
    #expect(try labels(.stage, "2021-12-31").first == "初创期")
    #expect(try labels(.stage, "2022-01-01").first == "成熟期")
    #expect(try labels(.stage, nil).first == "成熟期")
    #expect(try labels(.region, "2019-09-30").first == "371523")
    #expect(try labels(.region, "2019-10-01").first == "371503")
  }

  @Test("companies of funds, and checks of industries, are of the day asked for too")
  func traitsOfFunds() throws {
    let text = """
      programme 拨改投 from:2018-01-01
      2018-01-01 party 丙 region:371523 industry:C36
      2018-01-01 party 甲 industry:C36
      party 基金 kind:fund
      2018-01-01 budget 2018/拨改投 100.00 CNY
      2018-01-02 deal 基金/一期 party:基金 programme:拨改投 method:注资引导投资
      2018-01-02 deal 甲/A party:甲 programme:拨改投 method:直接投资
      2018-01-02 requirement off-field words:"C36"
      2018-01-02 requirement industry-concentration rate:40%
      2018-02-01 pay 基金/一期 10.00 CNY envelope:2018/拨改投
      2018-02-01 pay 甲/A 10.00 CNY envelope:2018/拨改投
      2018-03-01 deploy 基金/一期 5.00 CNY party:丙 evidence:协议
      2020-01-01 party 丙 region:371503 industry:K70
      2020-01-01 party 甲 industry:K70
      """
    let books = try books(text)
    for (year, region, industry) in [(2019, "371523", "C36"), (2020, "371503", "K70")] {
      let table = try YearReport(year: year).document(from: books).table("fundInvestments")
      #expect(try table.cell("丙", "region") == .text(region) && table.cell("丙", "industry") == .text(industry))
      let moment = Moment(asOf: Day.end(ofYear: year))
      let findings = try CheckReport(moment: moment, rules: [.industryConcentration, .offField]).result(from: books).findings
      // What was bought in the field stays so; what is held is of the industry of the day.
      #expect(findings.map(\.id) == ["industry-concentration:\(industry)"])
    }
  }

  @Test("private money credited to us stands with its deal and adds up to the whole")
  func credited() throws {
    let text = """
      programme 拨改投 from:2019-01-01
      party 甲
      party 乙
      party 某创投 kind:other
      2021-01-01 budget 2021/拨改投 100.00 CNY
      2021-01-02 deal 甲/A party:甲 programme:拨改投 method:直接投资 riskiest:2
      2021-01-02 deal 乙/A party:乙 programme:拨改投 method:直接投资
      2021-02-01 pay 甲/A 10.00 CNY envelope:2021/拨改投 share:10%
      2021-02-01 social 甲/A 30.00 CNY party:某创投 evidence:回单
      2021-02-01 social 甲/A 10.00 CNY class:public evidence:回单
      2021-02-01 pay 乙/A 5.00 CNY envelope:2021/拨改投 share:10%
      2021-02-01 social 乙/A 2.00 CNY party:某创投 evidence:回单
      """
    let table = try table("breakdownCredited", of: text)
    // ½ × 30 ÷ 2 and ½ × 30 × 10 ÷ 20, over 10.
    #expect(try table.cell("甲/A", "L10").text(2) == "1.50")
    #expect(try table.cell("甲/A", "L10s").text(2) == "1.50")
    #expect(try table.cell("乙/A", "L10").text(2) == "0.40")
    #expect(try table.column("L10", role: .total).map { $0.text(4) } == ["1.1333"])
    #expect(try table.cell("乙/A", "L14") == .percent(Ratio(200, over: 700)))
  }

  @Test("by year, what mixes the money of all years is undefined, and a note says so")
  func byYear() throws {
    let document = try LeverageReport(by: .year).document(from: try books(LeverageWorkedCaseTests.parentFund))
    let table = try document.table("breakdownThrough")
    for code in ["M1t", "M2t", "L5"] {
      #expect(try table.column(code, role: .body).allSatisfy { $0 == .ratio(Ratio(0, over: 0)) }, "\(code)")
      #expect(try table.column(code, role: .total) != [.ratio(Ratio(0, over: 0))], "\(code)")
    }
    let section = try #require(document.sections.first { $0.id == "furtherBreakdown" })
    #expect(section.blocks.contains { if case .note = $0 { true } else { false } })
  }

  @Test("by envelope too: each of them is without a value, the total has one, and the note names them and the reason")
  func byEnvelope() throws {
    let document = try LeverageReport(by: .envelope).document(from: try books(LeverageWorkedCaseTests.parentFund))
    for (id, codes) in [("breakdownThrough", ["M1t", "M2t", "L5"]), ("breakdownCredited", ["L10", "L10s"])] {
      for code in codes {
        let table = try document.table(id)
        #expect(try table.column(code, role: .body).allSatisfy { $0 == .ratio(Ratio(0, over: 0)) }, "\(code)")
        #expect(try table.column(code, role: .total) != [.ratio(Ratio(0, over: 0))], "\(code)")
      }
    }
    let section = try #require(document.sections.first { $0.id == "furtherBreakdown" })
    let notes = section.blocks.compactMap { if case .note(let phrase) = $0 { phrase.zh } else { nil } }
    #expect(notes.count == 1 && notes[0].hasPrefix("M1t、M2t、L5、L10、L10s 在各指标下无值："))
  }

  @Test("region, industry and stage are those of the cut-off day, and the report says so")
  func dayOfCompanies() throws {
    let text = """
      programme P from:2019-01-01
      party 甲 stage:种子期 region:371500 industry:C36
      2020-01-01 budget 2020/P 1,000.00
      2020-01-02 deal 甲/A party:甲 programme:P method:直接投资
      2020-02-01 pay 甲/A 300.00 envelope:2020/P doc:x
      2023-06-01 party 甲 stage:成熟期

      """
    let ledger = try books(text)
    let report = try LeverageReport(by: .stage).document(from: ledger)
    #expect(try report.table("breakdown").column("group").map(\.words) == ["成熟期"])
    #expect(report.notes.contains { $0.zh.hasPrefix("企业阶段以截至日登记的为准") && $0.zh.contains("投资当日的阶段") })
    let explained = try LeverageExplainReport(.m1, of: "成熟期", by: .stage).document(from: ledger)
    #expect(explained.notes.contains { $0.zh.hasPrefix("企业阶段以截至日登记的为准") })
    let region = try LeverageReport(by: .region).document(from: ledger)
    #expect(region.notes.contains { $0.zh == "区划以截至日登记的为准，以前的投资也按此列示。" })
    #expect(try !LeverageReport(by: .deal).document(from: ledger).notes.contains { $0.zh.contains("以截至日登记的为准") })
  }

  @Test("what both sides record is one payment: the side that records more counts, less what went back")
  func oneSideCounts() throws {
    var transfer = FundTransfer(FundTransfer.Pair(source: 0, target: 1))
    func leg(_ deal: Int32, _ amount: Int64, own: Int64 = 0) -> FundTransfer.Leg {
      FundTransfer.Leg(deal: deal, sequence: Int64(deal), day: day("2022-01-0\(deal)"), amount: amount, designated: own)
    }
    for deal in [Int32(3), 5, 7] { transfer.addInvested(leg(deal, 1, own: 1)) }
    transfer.addReceived(leg(9, 2))
    #expect(try transfer.legs().map(\.deal) == [3, 5, 7])
    transfer.addReceived(leg(8, 4))
    // What is designated stands with the first payments of the side that counts.
    #expect(try transfer.legs().map(\.designated) == [2, 1])
    transfer.takeBack(3)
    #expect(try transfer.legs().map(\.deal) == [3, 5, 7])
  }

  @Test("whatever was recorded, groups add up to the whole, and the whole is what the trace says of all entities")
  func addsUp() throws {
    let ledger = try books(LeveragePropertyTests.declarations)
    let register = ledger.register
    let seed = propertySeed()
    var random = SeededGenerator(seed: seed)
    var traced = 0
    for round in 0..<60 {
      // Money runs from lower to higher parties alone, so that there is no circle.
      let facts = LeveragePropertyTests.facts(&random, base: register.baseID).filter { fact in
        let (deal, party) = (fact.dimensions.deal.rawValue, fact.dimensions.party.rawValue)
        switch fact.measure {
        case .deployed: return party > deal && deal % 3 == 0
        case .contributed: return party % 3 != 0 || party < deal
        default: return true
        }
      }
      for policy in [LeveragePolicy(), LeveragePolicy(tier: .narrow)] {
        for grouping in Grouping.allCases {
          var view = try LeverageView(facts, register: register, by: grouping)
          let through = try view.seeThrough(register, policy)
          let total = try #require(view.total.traced, "seed \(seed)")
          let all = try through.trace.consolidated(through.graph)
          #expect(total.ownInFunds == all[.own] && total.othersInFunds == ClassAmounts(all), "seed \(seed) \(round)")
          let reached = try through.trace.reachedThroughFunds(through.graph)
          #expect(try total.ownReached == reached[.own] + view.total.directPaid(policy), "seed \(seed) round \(round)")
          #expect(total.othersThrough == ClassAmounts(reached), "seed \(seed) round \(round)")
          if reached[.own] > 0 { traced += 1 }
          if grouping == .year || grouping == .envelope { continue }
          var (sum, mobilised) = (TracedMoney(), MobilisedMoney())
          for group in view.groups {
            try sum.add(try #require(group.sums.traced))
            mobilised.attributed += group.sums.mobilised?.attributed ?? 0
            mobilised.byShare += group.sums.mobilised?.byShare ?? 0
          }
          #expect(sum == total && mobilised == view.total.mobilised, "seed \(seed) round \(round) by \(grouping)")
        }
      }
    }
    #expect(traced > 100, "too few funds passed money on to say anything")
  }
}
