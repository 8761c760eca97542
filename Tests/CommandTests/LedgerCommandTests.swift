import Foundation
import Testing

@Suite("Statements and ledgers, as a user runs them")
struct LedgerCommandTests {
  private static let sample = Bgt.root.path + "/ledger-samples/liaocheng/main.journal"

  @Test(
    "every one runs from a journal, in both languages, by its English and its Chinese name",
    arguments: [
      ["statement", "balance-sheet"], ["报表", "资产负债表"], ["statement", "income", "--month", "2022-12"],
      ["statement", "收入费用表"], ["statement", "cash-flow", "--month", "2022"], ["statement", "现金流量表", "--no-compare"],
      ["trial-balance", "--month", "2022-06", "--dims", "deal,envelope"], ["科目余额表", "--ledger", "all", "--depth", "1"],
      ["ledger", "股权投资", "--depth", "2"], ["总账"], ["register", "股权投资", "--holder", "聊惠投资", "--month-totals"], ["明细账", "1001"],
      ["journal", "--month", "2022-06"], ["序时账", "--ledger", "all", "--as-of", "2019-12-31"], ["daybook"],
      ["日记账", "国库存款", "--month", "2022-06"], ["dimensions", "deal"], ["辅助核算", "项目", "指标", "--ledger", "quota"],
    ])
  func runs(_ arguments: [String]) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    for language in ["zh", "en"] {
      let run = try bgt.run(arguments: ["-f", LedgerCommandTests.sample, "--lang", language] + arguments)
      #expect(run.code == 0, "\(arguments): \(run.errors)")
      #expect(run.output.count > 200, "\(arguments)")
    }
  }

  @Test("a month or a dimension that is none is refused with what there is")
  func refused() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let month = try bgt.run(arguments: ["-f", LedgerCommandTests.sample, "journal", "--month", "2022-13"])
    #expect(month.code == 2 && month.errors.contains("2022-06"))
    let kind = try bgt.run(arguments: ["-f", LedgerCommandTests.sample, "dimensions", "colour"])
    #expect(kind.code == 2 && kind.errors.contains("holder"))
    let deal = try bgt.run(arguments: ["-f", LedgerCommandTests.sample, "register", "--deal", "无此"])
    #expect(deal.code == 4 && deal.errors.contains("E2003"))
  }
}
