import LedgerCore
import Portfolio
import Testing

@testable import JournalText

@Suite("The class of an account in a peer's journal")
struct PeerClassTests {
  private static let voucher = "2024-01-01 x\n    bank:icbc  10 CNY\n    Assets:Cash  -10 CNY\n"

  @Test(
    "that is a guess is no declaration: the account is only met, and the guess is named with its line",
    arguments: [PeerSyntax.hledger, .ledger])
  func guessed(_ syntax: PeerSyntax) throws {
    let reading = try PeerReading(PeerClassTests.voucher, syntax)
    #expect(reading.problems == [])
    #expect(reading.events.first == "account Assets:Cash\n" && reading.events.count == 2)
    let account = try #require(reading.ledger.register.account(named: "bank:icbc"))
    #expect(!account.isDeclared && !account.isClassStated && account.accountClass == .asset)
    #expect(reading.guesses.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0)" } == ["2:5"])
    #expect(reading.ledger.register.doubt(about: account)?.top == "bank")
  }

  @Test("that a declaration of the journal leaves out stays open there")
  func declaredWithout() throws {
    let reading = try PeerReading("account bank:icbc\n" + PeerClassTests.voucher, .hledger)
    #expect(reading.events.first == "account bank:icbc\n")
    let account = try #require(reading.ledger.register.account(named: "bank:icbc"))
    #expect(account.isDeclared && reading.ledger.register.doubt(about: account)?.isDeclared == true)
  }

  @Test("is that of the declared account above, whichever stands first", arguments: [PeerSyntax.hledger, .ledger])
  func inherited(_ syntax: PeerSyntax) throws {
    let parent = syntax == .hledger ? "account bank  ; type: L\n" : "account bank\n    ; type: L\n"
    for text in [parent + PeerClassTests.voucher, PeerClassTests.voucher + parent, "account bank:icbc\n" + parent + PeerClassTests.voucher]
    {
      let reading = try PeerReading(text, syntax)
      #expect(reading.problems == [] && reading.guesses == [])
      #expect(reading.ledger.register.account(named: "bank:icbc")?.accountClass == .liability, "\(text)")
    }
  }

  @Test("is asked for with the name that was perhaps meant")
  func nearest() throws {
    let reading = try PeerReading("2024-01-01 x\n    Asets:Cash  10 CNY\n    Assets:Cash\n", .hledger)
    #expect(reading.guesses.count == 1 && reading.guesses.first?.hint.contains("did you mean Assets?") == true)
  }
}

@Suite("An amount with one blank before it")
struct AmountInNameTests {
  @Test(
    "is a part of the account's name, which is said with its line",
    arguments: [
      ("Assets:Cash 10 CNY", "10 CNY"), ("Assets:Cash $10", "$10"), ("Assets:Cash -5", "-5"), ("a b 1,000.50", "1,000.50"),
      ("现金 3万元", "3万元"), ("Assets:Cash CNY 10", "CNY 10"), ("Assets:Cash 10 CNY @ 7 USD", "10 CNY @ 7 USD"),
      ("Assets:Cash 10 CNY = 20 CNY", "10 CNY = 20 CNY"), ("Assets:Bank 10", "10"),
    ])
  func named(_ name: String, _ amount: String) throws {
    for syntax in [PeerSyntax.hledger, .ledger] {
      let reading = try PeerReading("2024-01-01 x\n    \(name)\n    Assets:Bank  5 CNY\n", syntax)
      #expect(reading.problems == [])
      #expect(reading.remarks == ["W6044:2"], "\(name)")
      let warning = try #require(reading.warnings.first)
      #expect(warning.message.hasPrefix("\(amount) is a part of the account's name") && warning.position?.column == 5)
    }
  }

  @Test(
    "is told from names that end in a number",
    arguments: ["Assets:Visa 1234", "Fund 2", "Room 3 East", "Loan 2022-01-05", "第 3 期", "Assets:Fund No. 3", "a 1.2.3x", "Hall B12"])
  func names(_ name: String) throws {
    let reading = try PeerReading("2024-01-01 x\n    \(name)\n    Assets:Bank  5 CNY\n", .hledger)
    #expect(reading.problems == [] && reading.remarks == [])
    // A name that a declaration has is meant so.
    let declared = try PeerReading("account Assets:Cash 10 CNY\n2024-01-01 x\n    Assets:Cash 10 CNY\n    Assets:Bank  5 CNY\n", .hledger)
    #expect(declared.remarks == [])
  }

  @Test("is named too in a journal of ours, where a mark of decimals makes it an error")
  func ours() throws {
    let ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    func codes(_ text: String) -> [String] {
      var codes: [String] = []
      let problems = JournalReader(register: ledger.register).read(Array(text.utf8), file: "j") { event throws(Diagnostic) in
        codes += try ledger.record(event).warnings.filter { $0.code == .amountInName }.map {
          "\($0.code.rawValue):\($0.position?.line ?? 0)"
        }
      }
      return codes + problems.map(\.code.rawValue)
    }
    #expect(codes("2024-01-01 * x\n    国库存款 10 CNY\n    其他费用  5 CNY\n") == ["W6044:2"])
    #expect(codes("2024-01-01 * x\n    国库存款 10.00 CNY\n    其他费用  5 CNY\n") == ["P1003"])
  }
}
