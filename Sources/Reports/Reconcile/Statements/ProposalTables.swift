import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// The tables of proposed matches, and of what nothing is proposed for.
struct ProposalTables {
  let proposals: MatchProposals

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

  private func table() -> Table {
    var table = Table(
      "proposals",
      columns: [
        Column("line", Phrase("对账单行", "Line")), Column("date", Phrase("日期", "Date"), .day),
        Column("counterparty", Phrase("对方", "Other side")), Column("amount", Phrase("金额", "Amount"), .money),
        Column("event", Phrase("事项", "Event")), Column("bookDate", Phrase("记账日", "Booked"), .day),
        Column("voucher", Phrase("凭证", "Voucher")), Column("narration", Phrase("账簿摘要", "Narration")),
        Column("score", Phrase("把握", "Score"), .integer), Column("evidence", Phrase("依据", "Evidence")),
      ])
    for match in proposals.matches {
      let lines = proposals.lines(of: match)
      let entries = proposals.entries(of: match)
      for place in 0..<max(lines.count, entries.count) {
        let line = lines.indices.contains(place) ? lines[place] : nil
        let entry = entries.indices.contains(place) ? entries[place] : nil
        let isFirst = place == 0
        // Of a group every part has its own amount; the whole stands on the first row where it is one item.
        let amount = lines.count >= entries.count ? line?.amount : entry?.amount
        table.add(
          line.map { .text("#\($0.sequence)") } ?? .empty, .day(ifAny: line?.day),
          line.map { .text($0.counterparty.isEmpty ? $0.text : $0.counterparty) } ?? .empty, .money(ifAny: amount, commodity),
          entry.map { .text("#\($0.sequence)") } ?? .empty, .day(ifAny: entry?.day),
          entry.map { .text($0.numbers.joined(separator: " ")) } ?? .empty, entry.map { .text($0.narration) } ?? .empty,
          isFirst ? .integer(Int64(match.score)) : .empty, isFirst ? .phrase(match.evidence.phrase) : .empty,
          indent: isFirst ? 0 : 1)
      }
    }
    return table
  }
}
