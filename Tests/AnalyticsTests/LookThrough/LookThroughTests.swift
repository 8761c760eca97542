import Analytics
import LedgerCore
import Testing

@Suite("Money seen through funds")
struct LookThroughTests {
  /// Amounts in fen of the worked cases, in 百万.
  private func money(_ text: String) -> Int64 { DecimalText.parse(text.utf8, scale: 2) ?? -1 }

  private func day(_ text: String) -> Day { Day(text) ?? .always }

  /// City 20 of a parent of 100, 40 and 30 of it in sub-funds of 160 and 60, which put 120 and 45 into companies.
  private func parentFund() -> OwnershipGraph {
    var graph = OwnershipGraph()
    let parent = graph.addEntity("母基金", isVehicle: true)
    let first = graph.addEntity("子基金甲", isVehicle: true)
    let second = graph.addEntity("子基金乙", isVehicle: true)
    let companies = (1...3).map { graph.addEntity("企业\($0)", isVehicle: false) }
    for (owner, amount) in [(MoneyOwner.own, 20), (.otherPublic, 30), (.stateFirm, 20), (.private, 30)] {
      graph.add(OwnershipLink(.call, from: .outside(owner), to: parent, Int64(amount * 100)))
    }
    graph.add(OwnershipLink(.call, from: .entity(parent), to: first, 4000))
    graph.add(OwnershipLink(.call, from: .outside(.private), to: first, 12000))
    graph.add(OwnershipLink(.call, from: .entity(parent), to: second, 3000))
    graph.add(OwnershipLink(.call, from: .outside(.private), to: second, 3000))
    graph.add(OwnershipLink(.call, from: .entity(first), to: companies[0], 12000))
    graph.add(OwnershipLink(.call, from: .entity(second), to: companies[1], 4500))
    graph.add(OwnershipLink(.call, from: .outside(.own), to: companies[2], 500))
    graph.add(OwnershipLink(.call, from: .outside(.private), to: companies[2], 1500))
    return graph
  }

  @Test("the city's share is 5 % of what A invests and 10 % of what B invests: 6.0 and 4.5")
  func workedCase() throws {
    let graph = parentFund()
    let trace = try LookThrough(graph)
    #expect(trace.findings == [])
    #expect(trace.positions.map(\.money[.own]) == [2000, 800, 600, 600, 450, 500])
    #expect(trace.positions.map(\.share.description) == ["20%", "5%", "10%", "5%", "10%", "25%"])
    #expect(trace.positions.map(\.tier) == [1, 2, 2, 3, 3, 1])
    // 100 + (160 − 40) + (60 − 30), not 100 + 160 + 60.
    #expect(try trace.consolidated(graph).total() == 25000)
    #expect(try trace.consolidated(graph).others() == 23000)
    #expect(try trace.reachedThroughFunds(graph)[.own] == 1050)
  }

  @Test("20 of a fund of 100 that puts 40 into a round: 8 of ours arrive, 28 of private money with it")
  func secondCase() throws {
    var graph = OwnershipGraph()
    let fund = graph.addEntity("基金", isVehicle: true)
    let company = graph.addEntity("企业", isVehicle: false)
    for (owner, amount) in [(MoneyOwner.own, "20"), (.otherPublic, "10"), (.private, "70")] {
      graph.add(OwnershipLink(.call, from: .outside(owner), to: fund, money(amount)))
    }
    graph.add(OwnershipLink(.call, from: .entity(fund), to: company, money("40")))
    graph.add(OwnershipLink(.call, from: .outside(.private), to: company, money("60")))
    let arrived = try LookThrough(graph).positions[company]
    #expect(arrived.throughFunds[.own] == money("8"))
    #expect(arrived.throughFunds[.private] == money("28"))
    #expect(arrived.fromOutside[.private] == money("60"))
    #expect(arrived.money[.private] == money("88"))
    #expect(try arrived.money.total() == money("100"))
  }

  @Test("only what happened by the day counts, and what arrived stays as it arrived: calls, money given back, stakes sold")
  func dated() throws {
    var graph = OwnershipGraph()
    let fund = graph.addEntity("基金", isVehicle: true)
    let company = graph.addEntity("企业", isVehicle: false)
    graph.add(OwnershipLink(.call, day: day("2022-01-01"), from: .outside(.own), to: fund, 4000))
    graph.add(OwnershipLink(.call, day: day("2022-01-01"), from: .outside(.private), to: fund, 6000))
    graph.add(OwnershipLink(.call, day: day("2022-02-01"), from: .entity(fund), to: company, 5000))
    graph.add(OwnershipLink(.distribution, day: day("2023-01-01"), from: .outside(.private), to: fund, 2000))
    graph.add(OwnershipLink(.transfer(to: .outside(.private)), day: day("2024-01-01"), from: .outside(.own), to: fund))
    func own(_ text: String) throws -> Int64 { try LookThrough(graph, asOf: day(text)).positions[company].money[.own] }
    #expect(try own("2022-01-31") == 0)
    #expect(try own("2022-12-31") == 2000)
    #expect(try own("2023-12-31") == 2000)
    #expect(try own("2024-01-01") == 2000)
    #expect(try LookThrough(graph, asOf: day("2024-01-01")).positions[fund].money[.private] == 8000)
    #expect(try LookThrough(graph, asOf: day("2024-01-01")).positions[fund].isReached == false)
  }

  @Test("a partner that joins later has no part in what arrived before, and no more of ours arrives than we paid")
  func laterPartner() throws {
    var graph = OwnershipGraph()
    let fund = graph.addEntity("基金", isVehicle: true)
    let companies = ["甲", "乙"].map { graph.addEntity($0, isVehicle: false) }
    graph.add(OwnershipLink(.call, day: day("2020-01-01"), from: .outside(.own), to: fund, 2000))
    graph.add(OwnershipLink(.call, day: day("2020-01-01"), from: .outside(.otherPublic), to: fund, 8000))
    graph.add(OwnershipLink(.call, day: day("2020-06-01"), from: .entity(fund), to: companies[0], 10000))
    graph.add(OwnershipLink(.call, day: day("2021-01-01"), from: .outside(.private), to: fund, 10000))
    graph.add(OwnershipLink(.call, day: day("2021-06-01"), from: .entity(fund), to: companies[1], 10000))
    let trace = try LookThrough(graph)
    // By shares of all that was ever paid in, 2000 and 1000 of ours would arrive where 2000 were paid.
    #expect(companies.map { trace.positions[$0].money[.own] } == [2000, 0])
    #expect(companies.map { trace.positions[$0].money[.private] } == [0, 10000])
    #expect(trace.positions[companies[1]].share.description == "10%")
    #expect(try LookThrough(graph, asOf: day("2020-12-31")).positions[companies[0]] == trace.positions[companies[0]].at(share: "20%"))
  }

  @Test("an investment before its money is there waits for it; what never comes is nobody's")
  func paidBefore() throws {
    var graph = OwnershipGraph()
    let fund = graph.addEntity("基金", isVehicle: true)
    let company = graph.addEntity("企业", isVehicle: false)
    graph.add(OwnershipLink(.call, day: day("2020-01-01"), from: .outside(.own), to: fund, 1000))
    graph.add(OwnershipLink(.call, day: day("2020-02-01"), from: .entity(fund), to: company, 5000))
    graph.add(OwnershipLink(.call, day: day("2020-03-01"), from: .outside(.private), to: fund, 3000))
    let trace = try LookThrough(graph)
    #expect(trace.positions[company].money[.own] == 1000 && trace.positions[company].money[.private] == 3000)
    #expect(trace.positions[company].money[.unrecorded] == 1000)
    #expect(trace.excesses.map { [Int64($0.entity), $0.invested, $0.paid] } == [[Int64(fund), 5000, 4000]])
  }

  @Test("a seller hands on what is left of its own money, not of that of others of its class")
  func partSold() throws {
    var graph = OwnershipGraph()
    let fund = graph.addEntity("基金", isVehicle: true)
    let companies = ["甲", "乙"].map { graph.addEntity($0, isVehicle: false) }
    let seller = OwnershipLink.Source.outside(.private, partner: 1)
    graph.add(OwnershipLink(.call, day: day("2020-01-01"), from: .outside(.own), to: fund, 2000))
    graph.add(OwnershipLink(.call, day: day("2020-01-01"), from: seller, to: fund, 6000))
    graph.add(OwnershipLink(.call, day: day("2020-06-01"), from: .entity(fund), to: companies[0], 4000))
    graph.add(OwnershipLink(.call, day: day("2020-07-01"), from: .outside(.private, partner: 2), to: fund, 4000))
    graph.add(OwnershipLink(.transfer(to: .outside(.otherPublic)), day: day("2021-01-01"), from: seller, to: fund, 3000))
    graph.add(OwnershipLink(.call, day: day("2021-06-01"), from: .entity(fund), to: companies[1], 8000))
    let trace = try LookThrough(graph)
    #expect(trace.positions[fund].money[.private] == 7000 && trace.positions[fund].money[.otherPublic] == 3000)
    #expect(trace.positions[companies[0]].money[.private] == 3000)
    // Of the seller's 6000, 3000 are left, half of which is sold: 1500.
    #expect(trace.positions[companies[1]].money[.otherPublic] == 1500)
    #expect(trace.positions[companies[1]].money[.private] == 5500 && trace.positions[companies[1]].money[.own] == 1000)
  }

  @Test("what we sell stays ours where it arrived; what the fund invests afterwards is the buyer's, and so is the share")
  func ownSold() throws {
    var graph = OwnershipGraph()
    let fund = graph.addEntity("基金", isVehicle: true)
    let companies = ["甲", "乙"].map { graph.addEntity($0, isVehicle: false) }
    graph.add(OwnershipLink(.call, day: day("2020-01-01"), from: .outside(.own), to: fund, 2000))
    graph.add(OwnershipLink(.call, day: day("2020-01-01"), from: .outside(.private), to: fund, 8000))
    graph.add(OwnershipLink(.call, day: day("2020-06-01"), from: .entity(fund), to: companies[0], 4000))
    graph.add(OwnershipLink(.sale(to: .outside(.private)), day: day("2021-01-01"), from: .outside(.own), to: fund, 1000))
    graph.add(OwnershipLink(.call, day: day("2021-06-01"), from: .entity(fund), to: companies[1], 3000))
    let trace = try LookThrough(graph)
    #expect(companies.map { trace.positions[$0].money[.own] } == [800, 300])
    #expect(trace.positions[fund].money[.own] == 2000 && trace.positions[fund].isReached)
    #expect(trace.positions[fund].share.description == "10%")
  }

  @Test("what is promised and what is paid are two traces, never one")
  func promised() throws {
    var graph = OwnershipGraph()
    let fund = graph.addEntity("基金", isVehicle: true)
    graph.add(OwnershipLink(.subscription, from: .outside(.own), to: fund, 100))
    graph.add(OwnershipLink(.subscription, from: .outside(.private), to: fund, 300))
    graph.add(OwnershipLink(.call, from: .outside(.own), to: fund, 50))
    #expect(try LookThrough(graph, promised: true).positions[fund].share.description == "25%")
    #expect(try LookThrough(graph).positions[fund].share.description == "100%")
    #expect(try LookThrough(graph).positions[fund].money.total() == 50)
  }

  @Test("a stated share counts before that of the money, and a later one after a dilution before it")
  func dilution() throws {
    var graph = OwnershipGraph()
    let fund = graph.addEntity("基金", isVehicle: true)
    let company = graph.addEntity("企业", isVehicle: false)
    graph.add(OwnershipLink(.call, from: .outside(.own), to: fund, 20))
    graph.add(OwnershipLink(.call, from: .outside(.private), to: fund, 80))
    graph.add(OwnershipLink(.call, from: .entity(fund), to: company, 50))
    let share = try #require(Rate("30%"))
    let diluted = try #require(Rate("24%"))
    graph.add(OwnershipLink(.stake(share), day: day("2022-01-01"), from: .entity(fund), to: company))
    graph.add(OwnershipLink(.stake(diluted), day: day("2023-01-01"), from: .entity(fund), to: company))
    #expect(try LookThrough(graph, asOf: day("2022-06-30")).positions[company].share.description == "6%")
    #expect(try LookThrough(graph, asOf: day("2023-06-30")).positions[company].share.description == "4.8%")
    #expect(try LookThrough(graph, asOf: day("2023-06-30")).positions[company].money[.own] == 10)
  }

  @Test("designated deals take our money where the agreement says, and nowhere else")
  func designated() throws {
    var graph = OwnershipGraph()
    let fund = graph.addEntity("基金", isVehicle: true, tracing: .designated)
    let here = graph.addEntity("本地企业", isVehicle: false)
    let elsewhere = graph.addEntity("外地企业", isVehicle: false)
    graph.add(OwnershipLink(.call, from: .outside(.own), to: fund, 2000))
    graph.add(OwnershipLink(.call, from: .outside(.private), to: fund, 6000))
    graph.add(OwnershipLink(.call, from: .outside(.otherPublic), to: fund, 2000))
    graph.add(OwnershipLink(.designatedCall(own: 1500), from: .entity(fund), to: here, 4000))
    graph.add(OwnershipLink(.designatedCall(own: 0), from: .entity(fund), to: elsewhere, 4000))
    let trace = try LookThrough(graph)
    #expect(trace.positions[here].money[.own] == 1500)
    #expect(trace.positions[here].money[.private] == 1875)
    #expect(trace.positions[here].money[.otherPublic] == 625)
    #expect(trace.positions[elsewhere].money[.own] == 0)
    graph.add(OwnershipLink(.designatedCall(own: 501), from: .entity(fund), to: here, 1000))
    #expect(try LookThrough(graph).findings.map(\.code) == [.designatedBeyond])
  }

  @Test("what is designated beyond what we paid waits for our payment, and enters the next fund on its day")
  func designatedBeforePayment() throws {
    var graph = OwnershipGraph()
    let fund = graph.addEntity("基金", isVehicle: true, tracing: .designated)
    let sub = graph.addEntity("子基金", isVehicle: true)
    let companies = ["甲", "乙"].map { graph.addEntity($0, isVehicle: false) }
    graph.add(OwnershipLink(.call, day: day("2020-01-01"), from: .outside(.private), to: fund, 5000))
    graph.add(OwnershipLink(.designatedCall(own: 1000), day: day("2020-02-01"), from: .entity(fund), to: sub, 3000))
    graph.add(OwnershipLink(.call, day: day("2020-02-15"), from: .entity(sub), to: companies[0], 2000))
    graph.add(OwnershipLink(.call, day: day("2020-03-01"), from: .outside(.recycled), to: fund, 400))
    graph.add(OwnershipLink(.call, day: day("2020-03-02"), from: .outside(.own), to: fund, 900))
    graph.add(OwnershipLink(.call, day: day("2020-04-01"), from: .entity(sub), to: companies[1], 1000))
    let trace = try LookThrough(graph)
    #expect(trace.findings == [])
    #expect(try trace.mixes[1].ours() == 1000 && trace.mixes[1][.private] == 2000)
    #expect(trace.late[1]?.map { $0.day } == [day("2020-03-01"), day("2020-03-02")])
    #expect(trace.late[1]?.map { $0.mix } == [MoneyMix(400, of: .recycled), MoneyMix(600, of: .own)])
    #expect(try companies.map { try trace.positions[$0].money.ours() } == [0, 1000])
    #expect(try LookThrough(graph, asOf: day("2020-02-28")).findings.map(\.code) == [.designatedBeyond])
  }

  @Test("a circle is named, and whatever lies in it or behind it has no money; the rest is traced")
  func cycle() throws {
    var graph = OwnershipGraph()
    let names = ["甲", "乙", "丙", "企业", "丁"]
    let entities = names.map { graph.addEntity($0, isVehicle: $0 != "企业") }
    graph.add(OwnershipLink(.call, from: .outside(.own), to: entities[0], 100))
    for (source, target) in [(0, 1), (1, 2), (2, 0), (2, 3)] {
      graph.add(OwnershipLink(.call, from: .entity(entities[source]), to: entities[target], 10))
    }
    graph.add(OwnershipLink(.call, from: .outside(.own), to: entities[4], 7))
    let trace = try LookThrough(graph)
    #expect(trace.findings.map(\.code) == [.ownershipCycle])
    #expect(trace.findings.first?.message == "money flows in a circle: 甲 → 乙 → 丙 → 甲")
    #expect(trace.positions.map(\.money[.own]) == [0, 0, 0, 0, 7])
    var alone = OwnershipGraph()
    let fund = alone.addEntity("甲", isVehicle: true)
    alone.add(OwnershipLink(.call, from: .entity(fund), to: fund, 10))
    #expect(try LookThrough(alone).findings.first?.message == "money flows in a circle: 甲 → 甲")
  }

  @Test("stated shares over 100 % are found")
  func sharesOverWhole() throws {
    var graph = OwnershipGraph()
    let company = graph.addEntity("企业", isVehicle: false)
    let share = try #require(Rate("60%"))
    graph.add(OwnershipLink(.stake(share), from: .outside(.own), to: company))
    graph.add(OwnershipLink(.stake(share), from: .outside(.private), to: company))
    let finding = try #require(try LookThrough(graph).findings.first)
    #expect(finding.code == .sharesOverWhole)
    #expect(finding.message.contains("120%"))
  }

  @Test("money of a fund of which nobody recorded where it came from is nobody's, not lost")
  func unrecorded() throws {
    var graph = OwnershipGraph()
    let fund = graph.addEntity("基金", isVehicle: true)
    let company = graph.addEntity("企业", isVehicle: false)
    graph.add(OwnershipLink(.call, from: .entity(fund), to: company, 10))
    let position = try LookThrough(graph).positions[company]
    #expect(position.money[.unrecorded] == 10)
    #expect(!position.isReached)
  }

  @Test("facts about entities that are not there say nothing")
  func strangers() throws {
    var graph = OwnershipGraph()
    let fund = graph.addEntity("基金", isVehicle: true)
    for wrong in [-1, 1, Int.max] {
      graph.add(OwnershipLink(.call, from: .outside(.own), to: wrong, 10))
      graph.add(OwnershipLink(.call, from: .entity(wrong), to: fund, 10))
      graph.add(OwnershipLink(.transfer(to: .entity(wrong)), from: .outside(.own), to: fund))
    }
    #expect(graph.links.isEmpty)
    #expect(try LookThrough(graph).positions[fund].money == MoneyMix())
  }
}

extension LookThrough.Position {
  /// The same money with another share.
  fileprivate func at(share text: String) -> LookThrough.Position {
    var copy = self
    copy.share = Rate(text) ?? .zero
    return copy
  }
}
