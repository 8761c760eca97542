import LedgerCore

/// A statement of a bank or treasury as it was read from a file, oldest line first.
public struct BankStatement: Sendable {
  /// One line: money that came in is positive.
  public struct Line: Hashable, Sendable {
    public var day: Day
    /// 起息日, the day from which the money bears interest; nil when the file has none.
    public var valueDay: Day?
    /// Minor units.
    public var amount: Int64
    /// Balance after the line; nil when the statement has none.
    public var balance: Int64?
    public var counterparty = ""
    public var counterpartyAccount = ""
    public var number = ""
    public var text = ""
    public var unit = ""
    public var function = ""
    public var economic = ""
    /// Line or row of the file.
    public var row: Int
    /// What says which way the money went.
    var direction = StatementAmount.Direction.stated
    /// Whether only 借 or 贷 gives the sign of the balance.
    var balanceMayTurn = false

    init(day: Day, amount: Int64, row: Int) {
      self.day = day
      self.amount = amount
      self.row = row
    }
  }

  /// The lines, oldest first.
  public var lines: [Line] = []
  /// Balance before the first line; nil when the file has no balances.
  public var opening: Int64?
  /// First and last day: as the file states them, else those of the lines.
  public var days: ClosedRange<Day>?
  /// Account number at the bank, empty when the file names none.
  public var number = ""
  /// Who issued it, empty when the file does not say.
  public var institution = ""
  /// Everything that is wrong; a statement with errors is not recorded.
  public var problems: [Diagnostic] = []
  /// What the file has and the statement leaves out, such as entries that are not booked yet.
  public var remarks: [Diagnostic] = []

  init() {}

  /// All that came in.
  ///
  /// - Throws: `sumOverflow`.
  public func received() throws(Diagnostic) -> Int64 { try sum { max($0, 0) } }

  /// All that went out, as a positive amount.
  ///
  /// - Throws: `sumOverflow`.
  public func paid() throws(Diagnostic) -> Int64 { try sum { $0 < 0 ? 0 &- $0 : 0 } }

  /// Balance after the last line; nil when the file has no balances.
  ///
  /// - Throws: `sumOverflow`.
  public func closing() throws(Diagnostic) -> Int64? {
    guard let opening else { return nil }
    let movement = try sum { $0 }
    do throws(MoneyOverflow) { return try opening.plus(movement) } catch {
      throw Diagnostic.sumOverflow
    }
  }

  private func sum(_ part: (Int64) -> Int64) throws(Diagnostic) -> Int64 {
    var sum: Int64 = 0
    for line in lines {
      do throws(MoneyOverflow) { sum = try sum.plus(part(line.amount)) } catch {
        throw Diagnostic.sumOverflow
      }
    }
    return sum
  }

  /// The statement without the lines outside some days; its balances are those of what is left.
  ///
  /// - Throws: `sumOverflow`.
  public func limited(from first: Day?, to last: Day?) throws(Diagnostic) -> BankStatement {
    guard first != nil || last != nil else { return self }
    var copy = self
    let before = lines.filter { line in first.map { line.day < $0 } ?? false }
    if let opening, !before.isEmpty {
      var part = self
      part.lines = before
      part.opening = opening
      copy.opening = try part.closing()
    }
    copy.lines = lines.filter { line in (first.map { line.day >= $0 } ?? true) && (last.map { line.day <= $0 } ?? true) }
    if let days {
      let from = max(first ?? days.lowerBound, days.lowerBound)
      let to = min(last ?? days.upperBound, days.upperBound)
      copy.days = from <= to ? from...to : nil
    }
    return copy
  }
}
