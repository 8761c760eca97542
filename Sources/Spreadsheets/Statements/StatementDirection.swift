import LedgerCore

/// Which way money went, by the word for it.
struct StatementDirection: Hashable {
  /// Whether it came in, as a bank means 贷.
  let isIncoming: Bool
  /// Whether the word itself says it, as 收入 and 支出 do; 借 and 贷 mean the opposite in a print of one's own account.
  let isStated: Bool

  private static let words: [(isIncoming: Bool, isStated: Bool, words: [String])] = [
    (
      true, true,
      ["收", "收入", "进", "入", "转入", "存入", "存", "来账", "来帐", "汇入", "入账", "入帐", "+", "收款", "收方", "in", "deposit", "moneyin", "paidin"]
    ),
    (
      false, true,
      [
        "付", "支", "支出", "出", "转出", "支取", "取", "付出", "支付", "往账", "往帐", "汇出", "出账", "出帐", "-", "付款", "付方", "out", "withdrawal", "moneyout",
        "paidout",
      ]
    ),
    (true, false, ["贷", "贷方", "贷记", "c", "cr", "credit"]), (false, false, ["借", "借方", "借记", "d", "dr", "debit"]),
  ]

  private static let byWord: [String: StatementDirection] = Dictionary(
    words.flatMap { isIncoming, isStated, words in
      words.map { ($0, StatementDirection(isIncoming: isIncoming, isStated: isStated)) }
    }, uniquingKeysWith: { first, _ in first })

  private init(isIncoming: Bool, isStated: Bool) {
    self.isIncoming = isIncoming
    self.isStated = isStated
  }

  /// What a word says; nil when it speaks of no direction.
  init?(_ word: some StringProtocol) {
    guard let known = StatementDirection.byWord[SheetText.folded(String(word))] else { return nil }
    self = known
  }
}
