import LedgerCore
import ReportDocument

/// Why the final budget of an envelope differs from the original, and the actual from the final, in words with amounts.
struct EnvelopeExplanation {
  let figures: EnvelopeFigures
  let base: Commodity

  /// What moved the budget, then where the rest of it stands; empty when everything was spent as first approved.
  var phrase: Phrase {
    let moved = words([
      (figures.raised, Phrase("追加", "raised")), (figures.reduced, Phrase("追减", "cut")),
      (figures.moved, Phrase("调剂", "moved")), (figures.carriedIn, Phrase("上年结转", "carried in")),
      (figures.byEntry, Phrase("一般凭证", "plain vouchers")),
    ])
    let left = words([
      (figures.signedUnpaid, Phrase("已签约未付", "signed, unpaid")),
      (figures.carriedOut, Phrase("结转下年", "carried over")), (figures.lapsed, Phrase("收回", "taken back")),
      (figures.frozen, Phrase("冻结", "frozen")), (figures.available, Phrase("可执行", "available")),
      (figures.unissued, Phrase("待分配", "unissued")),
    ])
    return switch (moved.isEmpty, left.isEmpty) {
    case (true, true): .none
    case (false, true): Phrase("调整：", "adjusted: ") + moved
    case (true, false): Phrase("未用：", "not spent: ") + left
    case (false, false): Phrase("调整：", "adjusted: ") + moved + Phrase("；未用：", "; not spent: ") + left
    }
  }

  /// The amounts that are not zero with their names.
  private func words(_ parts: [(amount: Int64, name: Phrase)]) -> Phrase {
    var phrase = Phrase.none
    for (amount, name) in parts where amount != 0 {
      if !phrase.isEmpty { phrase = phrase + Phrase("、", ", ") }
      phrase = phrase + Phrase(exactly: "\(name.zh)\(Cell.money(amount, base))", "\(name.en) \(Cell.money(amount, base))")
    }
    return phrase
  }
}
