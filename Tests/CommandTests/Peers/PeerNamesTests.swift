import Foundation
import Testing

@Suite("Peers read every posting under names that they would misread")
struct PeerNamesTests {
  /// New in each run, and printed by a failure; a fixed one stands for the seeds that once failed.
  static let seeds: [UInt64] = [1, UInt64.random(in: 2...UInt64.max)]

  private func export(_ format: String, _ seed: UInt64, _ bgt: Bgt) throws {
    var names = RandomNames(seed: seed)
    try bgt.write(names.journal(), to: "random.journal")
    let run = try bgt.run("-f", "random.journal", "export", format, "-o", "x.\(format)")
    #expect(run.code == 0, "seed \(seed): \(run.errors)")
  }

  @Test("hledger", .enabled(if: PeerProgram.hledger.isInstalled, "hledger is not installed"), arguments: seeds)
  func hledger(_ seed: UInt64) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try export("hledger", seed, bgt)
    _ = try PeerProgram.hledger.run(["-f", "x.hledger", "check", "--strict"], in: bgt.folder)
    let text = try PeerProgram.hledger.run(["-f", "x.hledger", "register", "-O", "csv"], in: bgt.folder)
    #expect(text.split(separator: "\n").count == 1 + 2 * RandomNames.vouchers, "seed \(seed)")
  }

  @Test("Ledger", .enabled(if: PeerProgram.ledger.isInstalled, "ledger is not installed"), arguments: seeds)
  func ledger(_ seed: UInt64) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try export("ledger", seed, bgt)
    let text = try PeerProgram.ledger.run(
      ["-f", "x.ledger", "--args-only", "--pedantic", "register", "--format", "x\n"], in: bgt.folder)
    #expect(text.split(separator: "\n").count == 2 * RandomNames.vouchers, "seed \(seed)")
  }

  @Test(
    "beancount", .enabled(if: PeerProgram.beanCheck.isInstalled && PeerProgram.beanQuery.isInstalled, "beancount is not installed"),
    arguments: seeds)
  func beancount(_ seed: UInt64) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try export("beancount", seed, bgt)
    #expect(try PeerProgram.beanCheck.run(["x.beancount"], in: bgt.folder) == "", "seed \(seed)")
    let text = try PeerProgram.beanQuery.run(["-f", "csv", "x.beancount", "SELECT account"], in: bgt.folder)
    #expect(text.split(whereSeparator: \.isNewline).count == 1 + 2 * RandomNames.vouchers, "seed \(seed)")
  }
}
