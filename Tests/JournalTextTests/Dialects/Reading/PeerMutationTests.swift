import LedgerCore
import Portfolio
import Seeds
import Testing

@testable import JournalText

@Suite("Damaged journals of peers end in messages, never in a trap")
struct PeerMutationTests {
  private static let rounds = 400

  private static let journals: [(PeerSyntax, String)] = [
    (
      .hledger,
      """
      decimal-mark .
      commodity $1,000.00
      account assets:bank  ; type: C, code: 1001
      alias /^x(.*)/=assets:\\1
      D $1,000.00
      Y 2022
      01/05=01/06 * (7) shop | lunch  ; a: b
          expenses:food  $12.50 = $12.50  ; date: 2022-01-07
          [save]  -$1
          [all]
          (v)  3 ABC @@ $4.00 == 3 ABC
          cash
      2022-01-09 x
          a  1 234.50 EUR @ $1.10
          b  = $-5 ; c
      apply account p
      2022/1/10 y
          a  10 {$5} [2022-01-01] @ $6
          b
      end apply account
      P 2022-01-01 EUR $1.1
      """
    ),
    (
      .ledger,
      """
      commodity EUR
          format 1.000,00 EUR
          alias e
      account Assets:Cash
          alias cash
      bucket Assets:Bank
      apply tag x: y
      2022/01/05 ! (7) shop  ; a: b
          * Assets:Broker  -5 ABC {5,00 EUR} [2022-01-01] (lot) @ 6,00 EUR
          Assets:Bank  30,00 EUR
          Income:Gain
      end apply tag
      2022/01/06 z
          A  1.000 e = 1.000 e
      """
    ),
    (
      .beancount,
      """
      option "inferred_tolerance_default" "EUR:0.01"
      2022-01-01 open Assets:Bank CNY, EUR
      2022-01-01 open Assets:Fund "FIFO"
        name: "x"
      2022-01-01 open Equity:Opening
      2022-01-02 pad Assets:Bank Equity:Opening
      2022-01-05 balance Assets:Bank 100.00 ~ 0.01 CNY
      2022-01-06 * "a" "b \\" c" #t ^l
        k: 2022-01-01
        Assets:Fund  10 HOOL {500.00 # 9.95 CNY, 2022-01-05, "lot"} @ 510 CNY
        Assets:Fund  5 HOOL {{2500 CNY}}
        Assets:Bank  -(7 * 1000.00 + 509.95) CNY
      2022-01-07 ! "s"
        Assets:Fund  -12 HOOL {}
        Assets:Bank
      """
    ),
  ]

  @Test("bytes are changed, lost, doubled and moved", arguments: 0..<3)
  func mutations(_ place: Int) throws {
    let (syntax, text) = PeerMutationTests.journals[place]
    #expect(try PeerReading(text, syntax).problems.count < 50)
    let seed = propertySeed() &+ UInt64(place)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<PeerMutationTests.rounds {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) { PeerMutationTests.damage(&bytes, &random) }
      let reading = try PeerReading(bytes, syntax)
      for problem in reading.problems + reading.warnings {
        #expect(!problem.message.isEmpty, "seed \(seed)")
        _ = problem.description
      }
    }
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard let at = bytes.indices.randomElement(using: &random) else { return bytes.append(0x20) }
    let signs = Array("0123456789.,-+*/ \t\n;:\"{}[]()@=~#^%$AaEe9".utf8)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[at] = signs.randomElement(using: &random) ?? 0x20
    case 1: bytes.remove(at: at)
    case 2: bytes.insert(signs.randomElement(using: &random) ?? 0x20, at: at)
    case 3: bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 4: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &random)))
    default:
      let piece = bytes[at..<min(bytes.count, at + Int.random(in: 1...60, using: &random))]
      bytes.insert(contentsOf: piece, at: bytes.indices.randomElement(using: &random) ?? 0)
    }
  }
}
