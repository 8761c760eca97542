extension StatementColumn {
  /// The word by which a mapping names it.
  var mappingName: String {
    switch self {
    case .postingDay: "posting-day"
    case .day: "day"
    case .valueDay: "value-day"
    case .debit: "debit"
    case .credit: "credit"
    case .paid: "paid"
    case .received: "received"
    case .amount: "amount"
    case .direction: "direction"
    case .currency: "currency"
    case .balance: "balance"
    case .balanceSide: "balance-side"
    case .ownAccount: "account"
    case .counterparty: "counterparty"
    case .counterpartyAccount: "counterparty-account"
    case .payer: "payer"
    case .payerAccount: "payer-account"
    case .payee: "payee"
    case .payeeAccount: "payee-account"
    case .number: "number"
    case .text: "text"
    case .unit: "budget-unit"
    case .function: "function"
    case .economic: "economic"
    }
  }

  /// The column that a word of a mapping stands for: its own name, or one that headings have; nil for any other word.
  init?(mapped word: String) {
    let found = StatementColumn.allCases.first { $0.mappingName == word.lowercased() } ?? StatementColumn.named(word)?.column
    guard let found else { return nil }
    self = found
  }

  /// The days of a line.
  static let days: [StatementColumn] = [.postingDay, .day, .valueDay]
}
