import LedgerCore

/// The numbers of accounts that stand beside the lines of a statement, in lists that may hold several accounts.
struct OwnAccounts {
  private var numbers: [String] = []
  /// Whether the heading says that it is the account's own number, 本方账号, and not just 账号.
  private let isNamed: Bool

  init(isNamed: Bool) { self.isNamed = isNamed }

  /// Takes in what stands in a row.
  mutating func add(_ text: String) {
    guard let number = AccountNumber(SheetText.narrowed(text))?.text, !numbers.contains(number), numbers.count < 8 else { return }
    numbers.append(number)
  }

  /// The number of all lines; empty when there are several, or when 账号 may be that of the other side.
  func only(in layout: StatementLayout) -> String {
    let others: [StatementColumn] = [.counterpartyAccount, .payerAccount, .payeeAccount]
    guard numbers.count == 1, isNamed || others.contains(where: { layout[$0] != nil }) else { return "" }
    return numbers[0]
  }

  /// That the lines are of several accounts; nil when they are not, or when nobody says whose numbers they are.
  func flaw(_ file: String) -> Diagnostic? {
    guard isNamed, numbers.count > 1 else { return nil }
    return Diagnostic(
      .statementOfOther,
      Wording(
        "\(file) 有几个账户的明细：\(numbers.joined(separator: "、"))", "\(file) has lines of several accounts: \(numbers.joined(separator: ", "))"),
      hint: Wording(
        "文件中只留一个账户的，或在对照表中略去其他：if %本方账号 \(numbers[1])，再 skip",
        "keep those of one account in the file, or leave the others out in a mapping: if %本方账号 \(numbers[1]), then skip"))
  }
}
