import Foundation
import Testing

@Suite("Accounts of a peer's journal whose class is a guess")
struct PeerGuessedClassTests {
  private static let journal = """
    account bank
    2024-01-01 x
        Asets:Cash  10 CNY
        Assets:Cash  -10 CNY
    2024-01-02 y
        bank:icbc  5 CNY
        card  -5 CNY

    """

  /// The rows of the check: account, class, basis.
  private func guesses(_ arguments: [String], _ bgt: Bgt) throws -> [String] {
    let run = try bgt.run(arguments: ["check", "--format", "csv"] + arguments)
    return run.output.split(separator: "\n").filter { $0.hasPrefix("accounts,") }.map(String.init)
  }

  @Test("are all named by a dry run, and listed by bgt check until they are declared")
  func untilDeclared() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(PeerGuessedClassTests.journal, to: "x.hledger")
    let dry = try bgt.run("import", "-n", "x.hledger", "--lang", "en")
    for name in ["Asets", "bank", "card"] { #expect(dry.errors.contains("account \(name) is "), "\(dry.errors)") }
    #expect(try bgt.run("import", "x.hledger").code == 0)
    let rows = try guesses([], bgt)
    #expect(rows.count == 3 && rows.contains { $0.hasPrefix("accounts,Asets,asset,1,Assets,guess") }, "\(rows)")
    #expect(try bgt.run("record", "account", "card", "--class", "liability").code == 0)
    #expect(try bgt.run("record", "account", "bank", "--class", "asset").code == 0)
    #expect(try guesses([], bgt).count == 1)
  }

  @Test("are guesses still in what goes out and is read again", arguments: ["hledger", "ledger", "beancount"])
  func exported(_ format: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(PeerGuessedClassTests.journal, to: "x.hledger")
    #expect(try bgt.run("-f", "x.hledger", "export", format, "-o", "out.\(format)").code == 0)
    let before = try guesses(["-f", "x.hledger"], bgt)
    #expect(before.count == 3)
    #expect(try guesses(["-f", "out.\(format)"], bgt) == before)
  }
}
