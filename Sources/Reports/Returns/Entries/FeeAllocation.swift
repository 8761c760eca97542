import LedgerCore
import Portfolio

/// Management fees spread over the deals that they were paid for.
///
/// A fee that names a deal is that deal's. Any other is spread over the deals of its programme by what had been paid in
/// on each by the end of its day; each running sum is rounded half up, so that the parts always add up to the fee.
struct FeeAllocation {
  /// The part of a fee that one deal bears.
  struct Part {
    let day: Day
    /// The programme that the fee was paid for.
    let programme: ProgrammeID
    /// The deal by the raw value of its id; 0 when no deal can bear it.
    let deal: Int
    /// Minor units.
    let amount: Int64
    /// Whether it is a part of a fee that names no deal.
    let isPooled: Bool
  }

  /// The parts, ascending by day.
  private(set) var parts: [Part] = []
  /// The sum of all fees, minor units.
  private(set) var total: Int64 = 0
  /// What no deal can bear, because nothing was ever paid in under the programme.
  private(set) var unallocated: Int64 = 0

  /// Programmes with so many fees that those of a month were spread as one, on the day of its last.
  private(set) var monthly: Set<ProgrammeID> = []

  /// Whether there are such programmes.
  var isMonthly: Bool { !monthly.isEmpty }

  /// The most parts that fees are spread into day by day: days with fees times deals of a programme.
  static let partsMax = 4_000_000

  /// Spreads the fees among entries.
  ///
  /// - Parameter programmes: the programme of every deal, by deal id; index 0 is no deal.
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  init(
    _ entries: ReturnEntries, programmes: [ProgrammeID], partsMax: Int = FeeAllocation.partsMax
  ) throws(MoneyOverflow) {
    if entries.fees.isEmpty { return }
    var dealsOfProgramme: [ProgrammeID: [Int]] = [:]
    for (deal, programme) in programmes.enumerated().dropFirst() { dealsOfProgramme[programme, default: []].append(deal) }
    var final = Array(repeating: Int64(0), count: programmes.count)
    for entry in entries.deals { try FeeAllocation.count(entry, in: &final) }
    var paidIn = Array(repeating: Int64(0), count: programmes.count)
    var next = 0
    var fees = try FeeAllocation.summed(entries.fees)
    for (programme, deals) in dealsOfProgramme {
      let days = fees.count { $0.programme == programme && $0.deal == 0 }
      if days.multipliedReportingOverflow(by: deals.count).partialValue <= partsMax { continue }
      fees = try FeeAllocation.byMonth(fees, of: programme)
      monthly.insert(programme)
    }
    for fee in fees {
      while next < entries.deals.count, entries.deals[next].day <= fee.day {
        try FeeAllocation.count(entries.deals[next], in: &paidIn)
        next += 1
      }
      total = try total.plus(fee.amount)
      if fee.deal > 0 {
        parts.append(Part(day: fee.day, programme: fee.programme, deal: fee.deal, amount: fee.amount, isPooled: false))
        continue
      }
      let deals = dealsOfProgramme[fee.programme] ?? []
      if try spread(fee, over: deals, by: paidIn) { continue }
      // Nothing is paid in yet: by what will have been.
      if try spread(fee, over: deals, by: final) { continue }
      unallocated = try unallocated.plus(fee.amount)
      parts.append(Part(day: fee.day, programme: fee.programme, deal: 0, amount: fee.amount, isPooled: true))
    }
  }

  static func count(_ entry: ReturnEntry, in paidIn: inout [Int64]) throws(MoneyOverflow) {
    if entry.part != .payment { return }
    paidIn[Int(entry.deal)] = try paidIn[Int(entry.deal)].minus(entry.flow)
  }

  /// Adds the parts of a fee; false when nothing is paid in on any of the deals.
  private mutating func spread(_ fee: FeePayment, over deals: [Int], by paidIn: [Int64]) throws(MoneyOverflow) -> Bool {
    var whole = Int128(0)
    for deal in deals where paidIn[deal] > 0 { whole += Int128(paidIn[deal]) }
    if whole == 0 { return false }
    var running = Int128(0)
    var given = Int128(0)
    for deal in deals where paidIn[deal] > 0 {
      running += Int128(paidIn[deal])
      let due = FeeAllocation.share(running, of: whole, Int128(fee.amount))
      if due != given {
        let amount = Int64(clamping: due - given)
        parts.append(Part(day: fee.day, programme: fee.programme, deal: deal, amount: amount, isPooled: true))
      }
      given = due
    }
    return true
  }

  /// amount × part ÷ whole, rounded half up; divided first where the product leaves 128 bits.
  private static func share(_ part: Int128, of whole: Int128, _ amount: Int128) -> Int128 {
    let (product, overflow) = part.multipliedReportingOverflow(by: amount)
    if overflow { return part / (whole / amount) }
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: whole)
    // At least half of the whole, which the doubled rest would say at the risk of leaving 128 bits.
    let isHalf = rest.magnitude >= whole.magnitude - rest.magnitude
    return isHalf ? quotient + (product < 0 ? -1 : 1) : quotient
  }

  /// The fees of a programme that name no deal as one a month, on the day of its last; all still ascending by day.
  private static func byMonth(_ fees: [FeePayment], of programme: ProgrammeID) throws(MoneyOverflow) -> [FeePayment] {
    var backwards: [FeePayment] = []
    var place: Int?
    for fee in fees.reversed() {
      guard fee.programme == programme && fee.deal == 0 else {
        backwards.append(fee)
        continue
      }
      if let place, backwards[place].day.month == fee.day.month {
        backwards[place].amount = try backwards[place].amount.plus(fee.amount)
      } else {
        place = backwards.count
        backwards.append(fee)
      }
    }
    return backwards.reversed()
  }

  /// Fees of one day, programme and deal in one.
  private static func summed(_ fees: [FeePayment]) throws(MoneyOverflow) -> [FeePayment] {
    var summed: [FeePayment] = []
    for fee in fees {
      if let last = summed.last, last.day == fee.day, last.programme == fee.programme, last.deal == fee.deal {
        summed[summed.count - 1] = FeePayment(
          day: fee.day, programme: fee.programme, deal: fee.deal, amount: try last.amount.plus(fee.amount))
      } else {
        summed.append(fee)
      }
    }
    return summed
  }
}
