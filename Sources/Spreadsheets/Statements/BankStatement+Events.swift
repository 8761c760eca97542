import LedgerCore
import Portfolio

extension BankStatement {
  /// The statement as events: one for the whole, dated on its last day, and one for each line.
  ///
  /// - Parameters:
  ///   - account: the account that it is of.
  ///   - file: name of the file.
  ///   - digest: SHA-256 of the file in hexadecimal digits.
  /// - Throws: `statementEmpty` without lines, `sumOverflow`.
  public func events(
    of account: Account, in commodity: CommodityID, file: String, digest: String
  ) throws(Diagnostic) -> [Event] {
    guard let days, !lines.isEmpty else {
      throw Diagnostic(
        .statementEmpty, Wording("\(file) 没有所要日期内的明细", "no line of \(file) lies in the days asked for"),
        hint: Wording("核对 --from 和 --to", "check --from and --to"))
    }
    func money(_ amount: Int64) -> FieldValue { .amount(Money(amount, commodity)) }
    var whole = Event(.statement, day: days.upperBound)
    whole["account"] = .text(account.name)
    whole["from"] = .day(days.lowerBound)
    if let opening, let closing = try closing() {
      whole["opening"] = money(opening)
      whole["closing"] = money(closing)
    }
    whole["received"] = money(try received())
    whole["paid"] = money(try paid())
    whole["lines"] = .integer(Int64(lines.count))
    if !institution.isEmpty { whole["institution"] = .text(institution) }
    if !number.isEmpty { whole["number"] = .text(number) }
    whole["file"] = .text(file)
    whole["digest"] = .text(digest)
    var events = [whole]
    events.reserveCapacity(lines.count + 1)
    for line in lines {
      var event = Event(.statementLine, day: line.day)
      event["account"] = .text(account.name)
      event["amount"] = money(line.amount)
      if let balance = line.balance { event["balance"] = money(balance) }
      let texts = [
        ("counterparty", line.counterparty), ("counterparty-account", line.counterpartyAccount), ("number", line.number),
        ("text", line.text), ("unit", line.unit), ("function", line.function), ("economic", line.economic),
      ]
      if let valueDay = line.valueDay, valueDay != line.day { event["value-day"] = .day(valueDay) }
      for (field, text) in texts where !text.isEmpty { event[field] = .text(text) }
      events.append(event)
    }
    return events
  }
}
