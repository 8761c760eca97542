import FundLedger
import Testing

/// The headline figures of the city's five years.
///
/// Every expected figure was reckoned apart from the program, by a script that follows the tables of DOMAIN §4 and the
/// formulas of METRICS over the list of events, and by hand where a comment shows the sum.
@Suite("Five years of 聊城")
struct LiaochengTests {
  let ledger: MemoryLedger

  init() throws {
    let books = try JournalBooks(reading: SampleFolder.root + "/liaocheng/main.journal")
    #expect(books.problems == [])
    ledger = books.ledger
  }

  private static let years = 2019...2023

  @Test(
    "Balances at the end of each year, 2019 to 2023",
    arguments: [
      ("国库存款", ["65,000,000.00", "83,000,000.00", "70,000,000.00", "87,640,000.00", "125,670,000.00"]),
      ("其他财政存款:托管户", ["1,611,940.00", "1,328,860.00", "3,373,320.00", "9,995,810.00", "4,365,890.00"]),
      ("非税收入:利息收入", ["-13,200.00", "-31,800.00", "-63,300.00", "-118,100.00", "-190,700.00"]),
      ("应收股利", ["0.00", "0.00", "0.00", "0.00", "360,000.00"]),
      (
        "股权投资:投资基金:投资成本",
        ["30,000,000.00", "60,000,000.00", "90,000,000.00", "100,000,000.00", "110,000,000.00"]
      ),
      ("股权投资:投资基金:损益调整", ["0.00", "-360,000.00", "1,060,000.00", "4,780,000.00", "9,860,000.00"]),
      (
        "股权投资:企业:投资成本",
        ["55,000,000.00", "103,000,000.00", "195,000,000.00", "265,200,000.00", "317,200,000.00"]
      ),
      ("股权投资:企业:收益转增投资", ["0.00", "0.00", "0.00", "0.00", "600,000.00"]),
      ("股权投资:企业:损益调整", ["2,197,500.00", "6,320,500.00", "10,122,500.00", "11,193,000.00", "24,431,400.00"]),
      ("股权投资:企业:其他权益变动", ["0.00", "0.00", "0.00", "-300,000.00", "-300,000.00"]),
      ("投资收益", ["-2,197,500.00", "-6,260,500.00", "-12,097,500.00", "-21,098,000.00", "-38,606,400.00"]),
      ("权益法调整", ["0.00", "0.00", "-800,000.00", "-500,000.00", "-500,000.00"]),
      ("其他费用", ["401,260.00", "1,002,940.00", "2,604,980.00", "4,407,290.00", "6,309,810.00"]),
      // What was paid in January 2021 on an envelope of 2020 is outlay of 2020.
      ("资金结存", ["67,000,000.00", "77,000,000.00", "74,000,000.00", "91,640,000.00", "129,670,000.00"]),
      // A loss of 52 million × 8 % = 4.16 million against a carrying amount of 3.752; gone with the write-off.
      ("未确认投资损失", ["0.00", "0.00", "0.00", "408,000.00", "0.00"]),
      ("账销案存", ["0.00", "0.00", "0.00", "0.00", "6,000,000.00"]),
    ])
  func balances(_ account: String, _ expected: [String]) throws {
    for (year, text) in zip(LiaochengTests.years, expected) {
      let balances = try SampleBalances(of: ledger, asOf: .end(ofYear: year))
      #expect(balances[account] == text, "\(year)")
    }
  }

  /// In 万元: original, final, paid, signed and unpaid, carried over, taken back, available.
  @Test(
    "Each year's spending stays inside its envelopes",
    arguments: [
      ("2019/拨改投", [6000, 5500, 4000, 0, 1100, 400, 0]),
      ("2019/新旧动能转换基金", [4000, 4500, 4500, 0, 0, 0, 0]),
      ("2020/拨改投", [5500, 5800, 5600, 0, 0, 200, 0]),
      ("2020/新旧动能转换基金", [4500, 4500, 3000, 0, 1500, 0, 0]),
      ("2021/拨改投", [6000, 8000, 7200, 0, 500, 300, 0]),
      ("2021/新旧动能转换基金", [4000, 5000, 4300, 0, 700, 0, 0]),
      ("2022/拨改投", [6500, 7000, 6200, 0, 600, 200, 0]),
      ("2022/新旧动能转换基金", [3500, 3900, 2920, 0, 580, 400, 0]),
      ("2023/拨改投", [5500, 6100, 4300, 800, 500, 0, 500]),
      ("2023/新旧动能转换基金", [4000, 4580, 3830, 0, 500, 250, 0]),
      ("2024/拨改投", [0, 500, 0, 0, 0, 0, 500]),
      ("2024/新旧动能转换基金", [0, 500, 0, 0, 0, 0, 500]),
    ])
  func envelope(_ name: String, _ expected: [Int64]) throws {
    let envelope = try #require(ledger.register.envelope(named: name))
    let position = try Positions(ledger).envelope(envelope.id)
    let sums = position.totals
    let original = sums[.approved] + sums[.approvedAbove]
    let final =
      original + sums[.raised] - sums[.reduced] + sums[.movedIn] - sums[.movedOut] + sums[.carriedIn]
    let actual = [
      original, final, position.paid, position.signedUnpaid, sums[.carriedOut], sums[.lapsed], position.available,
    ]
    #expect(actual == expected.map { $0 * 1_000_000 })
  }

  /// Amounts in 万元. F 46400 = fresh 45500 + recycled 900; others beside it in funds and closings: private 118500,
  /// state firms 14800, other public 9000; Fc is more by 800 signed and not yet paid.
  @Test(
    "The multipliers, wide and narrow, are those of METRICS §1",
    arguments: [
      ("M1", "1423000000.00", "464000000.00", "3.0668", "1333000000.00", "2.8728"),
      ("M1c", "1432000000.00", "472000000.00", "3.0339", "1342000000.00", "2.8432"),
      // T = F + S whatever the tier.
      ("M2", "1887000000.00", "464000000.00", "4.0668", "1887000000.00", "4.0668"),
      ("M2c", "1904000000.00", "472000000.00", "4.0339", "1904000000.00", "4.0339"),
      // Others in projects: closings 99200 + beside funds 28300; I = 31800 deployed + 32900 direct.
      ("M3", "1275000000.00", "647000000.00", "1.9706", "1275000000.00", "1.9706"),
      ("M3L", "1717000000.00", "647000000.00", "2.6538", "1717000000.00", "2.6538"),
      ("M4", "1275000000.00", "464000000.00", "2.7478", "1275000000.00", "2.7478"),
      ("M4L", "1717000000.00", "464000000.00", "3.7004", "1717000000.00", "3.7004"),
      // F direct = 46400 − 11000 in funds − 2500 injected into the holder.
      ("L4", "992000000.00", "329000000.00", "3.0152", "992000000.00", "3.0152"),
      ("L11", "442000000.00", "464000000.00", "0.9526", "442000000.00", "0.9526"),
      // 1600 without evidence.
      ("L13", "1317000000.00", "1333000000.00", "0.9880", "1317000000.00", "0.9880"),
    ])
  func leverage(
    _ code: String, _ wide: String, _ own: String, _ wideValue: String, _ narrow: String, _ narrowValue: String
  ) throws {
    for (tier, others, value) in [(CapitalTier.wide, wide, wideValue), (.narrow, narrow, narrowValue)] {
      let document = try LeverageReport(policy: LeveragePolicy(tier: tier)).document(from: ledger)
      let metric = try document.machine("metrics", where: "code", is: code)
      #expect(metric["numerator"] == others, "\(tier)")
      #expect(metric["denominator"] == own, "\(tier)")
      #expect(metric["value"] == value, "\(tier)")
    }
  }

  /// Bisection over all flows to 1e-15 in the script; residual value is the latest valuation, else the carrying amount, and
  /// the 360,000 of dividends that are declared and not received.
  @Test("The return of the whole programme: DPI, TVPI and XIRR")
  func returns() throws {
    let document = try ReturnsReport(moment: Moment(asOf: .end(ofYear: 2023))).document(from: ledger)
    let total = try document.machine("returns")
    #expect(total["paidIn"] == "464000000.00")
    #expect(total["distributed"] == "40155000.00")
    #expect(total["residual"] == "483785000.00")
    #expect(total["dpi"] == "0.0865")
    #expect(total["tvpi"] == "1.1292")
    #expect(total["xirr"] == "0.0517955265")
    #expect(total["xirrStatus"] == "ok")
  }

  /// Price due = cost × LPR-1Y on the day of the sale × days / 365 + cost; gain = price − carrying amount.
  @Test(
    "Exits at cost, with interest, in part and at a loss",
    arguments: [
      // 500 back after less than three years.
      ("莘禾食品/A", "5,000,000.00", "5,000,000.00", "0.00"),
      // 4,800,000 × 3.65 % × 1261 / 365 = 605,280; the part carried at 594.30 of 1485.75 万元.
      ("茌源铝材/A", "5,405,280.00", "6,400,000.00", "457,000.00"),
      // 6,000,000 × 3.65 % × 1280 / 365 = 768,000.
      ("清渊轴承/A", "6,768,000.00", "6,900,000.00", "900,000.00"),
      // 8,000,000 × 3.65 % × 1481 / 365 = 1,184,800.
      ("鲁衡车桥/A", "9,184,800.00", "11,600,000.00", "144,000.00"),
      ("冠岳板业/A", "7,000,000.00", "3,850,000.00", "-287,000.00"),
    ])
  func exits(_ name: String, _ due: String, _ proceeds: String, _ gain: String) throws {
    let position = try position(of: name)
    let sums = position.totals
    #expect(text(position.mark(.priceDue)?.amount ?? 0) == due)
    #expect(text(sums[.proceedsTreasury] + sums[.proceedsHolder]) == proceeds)
    #expect(text(sums[.gain] - sums[.loss]) == gain)
    #expect(position.isHeld == (name == "茌源铝材/A"))
  }

  @Test("The deal called off holds nothing, the write-off is listed, the mistake left no trace in what is held")
  func corrections() throws {
    #expect(try position(of: "湖西医疗/A").paidIn == 0)
    #expect(try position(of: "清汶纺织/A").totals[.costOut] == 600_000_000)
    #expect(try position(of: "昌沃农机/A").paidIn == 800_000_000)
    #expect(try text(position(of: "唐麓纸业/A").carryingAmount) == "11,100,000.00")
  }

  /// By year: advanced, dividends, interest, proceeds, fees, remitted, invested again; what the holder never touched
  /// goes in and out within the year.
  @Test("The money at the holder foots year by year and is what its account holds; it is never less than nothing")
  func cashflow() throws {
    let report = CashflowReport(by: .month, moment: Moment(asOf: .end(ofYear: 2023)))
    let months = try #require(try report.document(from: ledger).tables.first { $0.id == "cashflow" })
    #expect(try column("opening", of: months).allSatisfy { $0 >= 0 })
    #expect(try column("closing", of: months).allSatisfy { $0 >= 0 })
    let document = try CashflowReport(moment: Moment(asOf: .end(ofYear: 2023))).document(from: ledger)
    let table = try #require(document.tables.first { $0.id == "cashflow" })
    #expect(try column("other", of: table).allSatisfy { $0 == 0 })
    #expect(try column("advanced", of: table) == [200_000_000, 0, 200_000_000, 0, 0])
    #expect(try column("interest", of: table) == [1_320_000, 1_860_000, 3_150_000, 5_480_000, 7_260_000])
    let closing: [Int64] = [161_194_000, 132_886_000, 337_332_000, 999_581_000, 436_589_000]
    #expect(try column("closing", of: table) == closing)
    #expect(try column("opening", of: table) == [0] + closing.dropLast())
    for (year, amount) in zip(LiaochengTests.years, closing) {
      let balances = try SampleBalances(of: ledger, asOf: .end(ofYear: year))
      #expect(balances["其他财政存款:托管户"] == text(amount), "\(year)")
    }
  }

  @Test("Recovered money: 1498.5 came to the holder, 900 were invested again, 300 remitted")
  func recycled() throws {
    let programme = try #require(ledger.register.programme(named: "拨改投"))
    let pool = try Positions(ledger).pool(programme.id)
    // Exits 640 + 690 and dividends 30 + 37.5 + 24 + 45 + 32 = 1498.5 万元.
    #expect(text(pool.totals[.receivedHolder] + pool.totals[.proceedsHolder]) == "14,985,000.00")
    #expect(pool.available == 0)
    // 298.5 and interest of 19.07.
    #expect(text(pool.unassigned) == "3,175,700.00")
    #expect(text(pool.advanced) == "4,000,000.00")
  }

  @Test("Every year of the budget reconciles, but for what the closing period paid a year later")
  func reconciliation() throws {
    for year in LiaochengTests.years {
      let result = try ReconcileReport(year: year).result(from: ledger)
      #expect(result.isReconciled, "\(year)")
    }
  }

  @Test("Credit codes are sound and marked as invented; every district of the city has a company")
  func register() {
    let parties = ledger.register.parties
    #expect(parties.allSatisfy { CreditCode.fault(of: $0.creditCode) == nil && $0.creditCode.contains("XN") })
    let companies = parties.filter { $0.kind == .company }
    #expect(Set(companies.map(\.region)).count == 8)
    #expect(Set(companies.map(\.industry)).count >= 20)
  }

  @Test("Registered within 20 working days of signing: five weeks at most, holidays included")
  func registration() throws {
    var signed: [DealID: Day] = [:]
    var registered: [DealID: Day] = [:]
    for fact in try ledger.facts(at: .latest) {
      let deal = fact.dimensions.deal
      if fact.measure == .committed { signed[deal] = signed[deal] ?? fact.day }
      if fact.measure == .registered { registered[deal] = registered[deal] ?? fact.day }
    }
    #expect(registered.count >= 40)
    for (deal, day) in registered {
      let days = day.days(since: try #require(signed[deal]))
      #expect((0...35).contains(days), "\(ledger.register[deal].name)")
    }
  }

  @Test("The table of exits says of each how it went")
  func ways() throws {
    let report = ExitsReport(moment: Moment(asOf: .end(ofYear: 2023)))
    let table = try #require(try report.document(from: ledger).tables.first { $0.id == "exits" })
    let ways = table.rows.filter { $0.role == .body }.map { row in
      if case .code(let way, _) = row.cells[2] { way } else { "" }
    }
    #expect(ways == ["buyback", "transfer", "buyback", "transfer", "liquidation", "writeOff"])
  }

  /// The amounts of a column in minor units, the total left out.
  private func column(_ id: String, of table: Table) throws -> [Int64] {
    let index = try #require(table.columns.firstIndex { $0.id == id })
    return table.rows.filter { $0.role == .body }.map { row in
      if case .money(let amount, _) = row.cells[index] { amount } else { 0 }
    }
  }

  private func position(of deal: String) throws -> DealPosition {
    try Positions(ledger).deal(try #require(ledger.register.deal(named: deal)).id)
  }

  private func text(_ minorUnits: Int64) -> String { DecimalText.format(minorUnits, scale: 2, grouped: true) }
}
