import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// The tables of proposed matches, and of what nothing is proposed for.
struct ProposalTables {
  let proposals: MatchProposals
  /// How many proposals are listed at most; nil for all.
  let listedMax: Int?

  private var sides: AccountSides { proposals.sides }
  private var commodity: Commodity { sides.register[sides.commodity] }

  /// What a score means.
  static let definitions = [
    Phrase(
      "金额须分文不差、方向相同；把握（0–100）：金额 50（合计 45），日期至多 20，单据号 25，户名 15，近期同额仅此一笔 10；户名不同减 15，另有同等选择减 20",
      "amounts agree to the fen and in sign; score (0–100): amount 50 (a sum 45), day up to 20, document 25, name 15, the only one of "
        + "its amount near 10; another name takes 15 off, an equally good choice 20"),
    Phrase(
      "建议须经确认方为勾对：bgt reconcile confirm", "a proposal is a match only once it is confirmed: bgt reconcile confirm"),
  ]

  /// Figures, proposals and the rest.
  func sections() -> [Section] {
    var blocks: [Block] = [.table(table())]
    if let leftOut { blocks.append(.note(leftOut)) }
    if proposals.matching.isCutShort {
      blocks.append(
        .note(
          Phrase(
            "合计的搜索已达上限，仍可能有可人工勾对的组合。", "The search for sums reached its limit; more may be matched by hand.")))
    }
    if proposals.matches.isEmpty { blocks = [.note(Phrase("没有可建议的勾对。", "There is nothing to propose."))] }
    return [
      Section("result", blocks: [.figures(figures())]),
      Section("proposals", title: Phrase("建议", "Proposals"), blocks: blocks),
    ]
  }

  private func figures() -> FigureList {
    let matches = proposals.matches
    let open = sides.lines.filter { $0.match == 0 }
    let proposed = matches.reduce(0) { $0 + $1.lines.count }
    return FigureList(
      "result",
      [
        Figure("proposals", Phrase("建议", "Proposals"), .count(matches.count)),
        Figure("strong", Phrase("把握 80 以上", "Of score 80 and more"), .count(matches.count { $0.score >= 80 })),
        Figure("lines", Phrase("待勾对的行", "Lines to be matched"), .count(open.count)),
        Figure("without", Phrase("无建议的行", "Of them without a proposal"), .count(open.count - proposed)),
        Figure("matched", Phrase("已勾对的行", "Lines matched"), .count(sides.lines.count - open.count)),
      ])
  }

  /// A heading with the evidence, then the items of both sides, for each proposal.
  private func table() -> Table {
    var table = Table(
      "proposals",
      columns: [
        Column("item", Phrase("编号", "Number")), Column("side", Phrase("哪方", "Side")),
        Column("date", Phrase("日期", "Date"), .day), Column("amount", Phrase("金额", "Amount"), .money),
        Column("about", Phrase("对方、摘要", "Party, narration")),
        Column("score", Phrase("把握", "Score"), .integer),
      ])
    for match in listed {
      table.add(.phrase(match.evidence.phrase), role: .header)
      for (place, line) in proposals.lines(of: match).enumerated() {
        table.add(
          .text("#\(line.sequence)"), OpenItem.Side.statement.cell, .day(line.day), .money(line.amount, commodity),
          .text(line.counterparty.isEmpty ? line.text : line.counterparty),
          place == 0 ? .integer(Int64(match.score)) : .empty)
      }
      for entry in proposals.entries(of: match) {
        table.add(
          .text("#\(entry.sequence)"), OpenItem.Side.books.cell, .day(entry.day), .money(entry.amount, commodity),
          .text((entry.numbers + [entry.narration]).joined(separator: " ")), .empty)
      }
    }
    return table
  }

  /// The proposals that are listed.
  private var listed: ArraySlice<Match> { proposals.matches.prefix(listedMax ?? .max) }

  /// How many are not listed, and how to see them.
  private var leftOut: Phrase? {
    let count = proposals.matches.count - listed.count
    return count == 0 ? nil : .notListed(count)
  }
}

extension Phrase {
  /// That a list does not show all.
  static func notListed(_ count: Int) -> Phrase {
    Phrase(
      "另有 \(count) 项未列出；--all 列出全部，其他格式（--format csv 等）总是全部。",
      "\(count) more are not listed; --all lists them, other formats (such as --format csv) always do.")
  }
}
