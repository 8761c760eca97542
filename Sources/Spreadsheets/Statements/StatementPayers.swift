import LedgerCore

/// Payer and payee of the lines of a statement that has both; which of them is the other side is told once the sign of each
/// line is known.
struct StatementPayers {
  /// One of the two, with the account.
  struct Party: Hashable {
    var name: String
    var account: String

    var isEmpty: Bool { name.isEmpty && account.isEmpty }
  }

  /// By the row of the line.
  private var rows: [Int: (payer: Party, payee: Party)] = [:]

  /// Keeps what a row says.
  mutating func add(_ payer: Party, _ payee: Party, row: Int) {
    if !payer.isEmpty || !payee.isEmpty { rows[row] = (payer, payee) }
  }

  /// Gives each line without another side the payer of money in or the payee of money out. Of red lines, whose sign says
  /// the opposite, it is the one that is not the holder of the account.
  ///
  /// - Parameter hasPayer: whether the statement has a column of payers; one with payees alone names the other side there.
  func settle(_ lines: inout [BankStatement.Line], hasPayer: Bool) {
    if rows.isEmpty { return }
    let holder = hasPayer ? holder(lines) : nil
    for index in lines.indices {
      guard let (payer, payee) = rows[lines[index].row] else { continue }
      var (other, own) = lines[index].amount > 0 && hasPayer ? (payer, payee) : (payee, payer)
      if let holder, other.name == holder, own.name != holder { swap(&other, &own) }
      if !lines[index].counterparty.isEmpty { continue }
      lines[index].counterparty = other.name
      if lines[index].counterpartyAccount.isEmpty { lines[index].counterpartyAccount = other.account }
    }
  }

  /// The name that stands most often where the holder of the account should: payee of money in, payer of money out.
  private func holder(_ lines: [BankStatement.Line]) -> String? {
    var counts: [String: Int] = [:]
    for line in lines {
      guard let (payer, payee) = rows[line.row] else { continue }
      let name = line.amount > 0 ? payee.name : payer.name
      if !name.isEmpty { counts[name, default: 0] += 1 }
    }
    guard let most = counts.values.max() else { return nil }
    let names = counts.filter { $0.value == most }.keys
    return names.count == 1 ? names.first : nil
  }
}
