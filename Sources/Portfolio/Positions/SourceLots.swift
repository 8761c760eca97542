import LedgerCore

/// What the money of one envelope came from, spent first in, first out (源指标). Minor units.
///
/// What is in the lots less what is owed is always what came in less what went out.
public struct SourceLots<Origin: Hashable & Sendable>: Sendable {
  /// Money that one event brought in from one origin.
  public struct Lot: Hashable, Sendable {
    /// The event that brought it in; 0 for money that nothing brought in.
    public var sequence: Int64
    public var origin: Origin
    public var amount: Int64

    public init(sequence: Int64, origin: Origin, amount: Int64) {
      self.sequence = sequence
      self.origin = origin
      self.amount = amount
    }
  }

  /// What is still there, the oldest first.
  public private(set) var lots: [Lot] = []
  /// What went out beyond all that had come in: only an exceeded envelope owes.
  public private(set) var owed: Int64 = 0
  private var gone: [Lot] = []

  public init() {}

  /// Takes in money; what is owed is covered first.
  public mutating func add(_ lot: Lot) throws(MoneyOverflow) {
    var lot = lot
    let covered = min(owed, lot.amount)
    if covered > 0 {
      owed -= covered
      try SourceLots.append(Lot(sequence: lot.sequence, origin: lot.origin, amount: covered), to: &gone)
      lot.amount -= covered
    }
    if lot.amount > 0 { try SourceLots.append(lot, to: &lots) }
  }

  /// Takes out an amount, the oldest money first; gives what it consists of, less than the amount when there is less.
  @discardableResult
  public mutating func take(_ amount: Int64) throws(MoneyOverflow) -> [Lot] {
    let taken = first(amount)
    var rest = amount
    for lot in taken {
      rest -= lot.amount
      lots[0].amount -= lot.amount
      if lots[0].amount == 0 { lots.removeFirst() }
      try SourceLots.append(lot, to: &gone)
    }
    owed = try owed.plus(rest)
    return taken
  }

  /// What an amount taken out now would consist of.
  public func first(_ amount: Int64) -> [Lot] {
    var rest = amount
    var found: [Lot] = []
    for lot in lots where rest > 0 {
      let part = min(lot.amount, rest)
      found.append(Lot(sequence: lot.sequence, origin: lot.origin, amount: part))
      rest -= part
    }
    return found
  }

  /// Puts back an amount that had gone out: it was the last to go and is the next to go again.
  ///
  /// - Parameter unknown: the origin of money of which nothing went out before.
  public mutating func giveBack(_ amount: Int64, unknown: Origin) throws(MoneyOverflow) {
    let covered = min(owed, amount)
    owed -= covered
    var rest = amount - covered
    while rest > 0, let last = gone.last {
      let part = min(last.amount, rest)
      SourceLots.shorten(&gone, at: gone.count - 1, by: part)
      try insertFirst(Lot(sequence: last.sequence, origin: last.origin, amount: part))
      rest -= part
    }
    if rest > 0 { try insertFirst(Lot(sequence: 0, origin: unknown, amount: rest)) }
  }

  /// Takes back what an event had brought in (红字); what was spent of it is spent of other money then.
  public mutating func withdraw(_ lot: Lot) throws(MoneyOverflow) {
    var rest = SourceLots.remove(lot, from: &lots)
    let spent = rest - SourceLots.remove(Lot(sequence: lot.sequence, origin: lot.origin, amount: rest), from: &gone)
    rest -= spent
    try take(spent)
    owed = try owed.plus(rest)
  }

  private mutating func insertFirst(_ lot: Lot) throws(MoneyOverflow) {
    if let head = lots.first, head.sequence == lot.sequence, head.origin == lot.origin {
      lots[0].amount = try head.amount.plus(lot.amount)
    } else {
      lots.insert(lot, at: 0)
    }
  }

  private static func append(_ lot: Lot, to list: inout [Lot]) throws(MoneyOverflow) {
    if let last = list.last, last.sequence == lot.sequence, last.origin == lot.origin {
      list[list.count - 1].amount = try last.amount.plus(lot.amount)
    } else {
      list.append(lot)
    }
  }

  private static func shorten(_ list: inout [Lot], at index: Int, by part: Int64) {
    list[index].amount -= part
    if list[index].amount == 0 { list.remove(at: index) }
  }

  /// Removes as much as there is of a lot's event and origin, the last first; gives what was not found.
  private static func remove(_ lot: Lot, from list: inout [Lot]) -> Int64 {
    var rest = lot.amount
    var index = list.count
    while rest > 0 && index > 0 {
      index -= 1
      guard list[index].sequence == lot.sequence, list[index].origin == lot.origin else { continue }
      let part = min(list[index].amount, rest)
      shorten(&list, at: index, by: part)
      rest -= part
    }
    return rest
  }
}
