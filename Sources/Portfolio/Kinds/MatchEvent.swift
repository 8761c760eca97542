import LedgerCore

extension EventDeclaration {
  /// Lines of a statement and events of the books that are the same money.
  public static let match = EventDeclaration(
    "match", "勾对", .general,
    summary: "Confirms that lines of a statement and events of the books are the same money; both sides add up to the same "
      + "amount, and none is matched twice. It posts nothing; reversing it opens both sides again.",
    summaryChinese: "确认对账单明细与账簿事项为同一笔资金：两边合计相等，任一项不得重复勾对。不生成凭证；冲销后两边重新成为未达。",
    fields: [
      Field("account", "科目", .name(.account), "account that the statement is of", "对账单所属科目").positional,
      Field("lines", "对账单行", .events, "lines of the statement, as #21,#22, or their keys", "对账单明细的编号，如 #21,#22，或唯一键"),
      Field("events", "事项", .events, "events of the books, as #17,#18, or their keys", "账簿事项的编号，如 #17,#18，或唯一键"),
      Field("score", "把握", .integer, "how strongly the evidence spoke, 0 to 100; absent when a person decided", "依据强弱，0 至 100；人工判定的不填"),
    ],
    example: "2022-06-17 match 国库存款 lines:#21 events:#17 score:95",
    effect: { reader, effect throws(Diagnostic) in
      let account = try reader.statementAccount()
      let lines = try reader.matchedLines(of: account)
      let events = try reader.matchedEvents(on: account)
      let money = try reader.matchedMoney(lines, events)
      for line in lines.sequences { effect.add(.matchedLine, Money(line, money.commodity), .none) }
      for event in events.sequences { effect.add(.matchedEvent, Money(event, money.commodity), .none) }
    })
}

extension EventReader {
  /// What both sides of a match come to; they must be the same, and dated by the day of the match.
  fileprivate func matchedMoney(_ lines: MatchedSide, _ events: MatchedSide) throws(Diagnostic) -> Money {
    guard let first = (lines.amounts + events.amounts).first, lines.amounts.count + events.amounts.count > 1 else {
      throw failure(
        .missingField,
        Wording("对账要有对账单明细和账上事项，或同一边可以相抵的几笔", "match needs lines of a statement and events, or several of one side that cancel out"),
        hint: Wording("例如：\(event.kind.example)", "as in: \(event.kind.example)"), field: "lines")
    }
    var sums: [Int64] = []
    for side in [lines, events] {
      var sum: Int64 = 0
      for money in side.amounts {
        if money.commodity != first.commodity {
          throw failure(
            .wrongCommodity, Wording("一次对账只用一种货币", "a match is in one commodity"),
            hint: Wording("各种货币分别核对", "match each commodity by itself"), field: "events")
        }
        sum = try checked { () throws(MoneyOverflow) in try sum.plus(money.minorUnits) }
      }
      sums.append(sum)
    }
    guard sums[0] == sums[1] else {
      let texts = sums.map { DecimalText.format($0, scale: register[first.commodity].scale, grouped: true) }
      throw failure(
        .matchUnbalanced, Wording("对账单明细合计 \(texts[0])，账上合计 \(texts[1])", "the lines come to \(texts[0]), the events to \(texts[1])"),
        hint: Wording("写全相互对应的各笔；金额错的冲销后重记", "name all that belong together; a wrong amount is corrected with reverse and recorded anew"),
        field: "events")
    }
    let last = max(lines.last, events.last)
    if day < last {
      throw failure(
        .badFieldValue, Wording("核对日期 \(day) 早于所核对的事项（\(last)）", "the match is dated \(day), before what it matches (\(last))"),
        hint: Wording("日期写 \(last) 或以后", "date it \(last) or later"))
    }
    return Money(sums[0], first.commodity)
  }
}
