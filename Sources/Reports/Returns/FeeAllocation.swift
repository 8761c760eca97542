import LedgerCore
import Portfolio

/// Management fees spread over the deals that they were paid for.
///
/// A fee that names a deal is that deal's. Any other is spread over the deals of its programme by what had been paid in
/// on each by the end of its day; what rounding leaves falls where the running sum passes the next minor unit, so that
/// the parts always add up to the fee.
struct FeeAllocation {
  /// The part of a fee that one deal bears.
  struct Part {
    let day: Day
    /// The deal by the raw value of its id; 0 when no deal can bear it.
    let deal: Int
    /// Minor units.
    let amount: Int64
  }

  /// The parts, ascending by day.
  private(set) var parts: [Part] = []
  /// The sum of all fees, minor units.
  private(set) var total: Int64 = 0
  /// What no deal can bear, because nothing was ever paid in under the programme.
  private(set) var unallocated: Int64 = 0

  /// Spreads the fees among entries.
  ///
  /// - Parameter programmes: the programme of every deal, by deal id; index 0 is no deal.
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  init(_ entries: ReturnEntries, programmes: [ProgrammeID]) throws(MoneyOverflow) {
    if entries.fees.isEmpty { return }
    var dealsOfProgramme: [ProgrammeID: [Int]] = [:]
    for (deal, programme) in programmes.enumerated().dropFirst() { dealsOfProgramme[programme, default: []].append(deal) }
    var final = Array(repeating: Int64(0), count: programmes.count)
    for entry in entries.deals { try FeeAllocation.count(entry, in: &final) }
    var paidIn = Array(repeating: Int64(0), count: programmes.count)
    var next = 0
    for fee in try FeeAllocation.summed(entries.fees) {
      while next < entries.deals.count, entries.deals[next].day <= fee.day {
        try FeeAllocation.count(entries.deals[next], in: &paidIn)
        next += 1
      }
      total = try total.plus(fee.amount)
      if fee.deal > 0 {
        parts.append(Part(day: fee.day, deal: fee.deal, amount: fee.amount))
        continue
      }
      let deals = dealsOfProgramme[fee.programme] ?? []
      if try spread(fee, over: deals, by: paidIn) { continue }
      // Nothing is paid in yet: by what will have been.
      if try spread(fee, over: deals, by: final) { continue }
      unallocated = try unallocated.plus(fee.amount)
      parts.append(Part(day: fee.day, deal: 0, amount: fee.amount))
    }
  }

  private static func count(_ entry: ReturnEntry, in paidIn: inout [Int64]) throws(MoneyOverflow) {
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
      if due != given { parts.append(Part(day: fee.day, deal: deal, amount: Int64(clamping: due - given))) }
      given = due
    }
    return true
  }

  /// amount × part ÷ whole, rounded towards zero; divided first where the product leaves 128 bits.
  private static func share(_ part: Int128, of whole: Int128, _ amount: Int128) -> Int128 {
    let (product, overflow) = part.multipliedReportingOverflow(by: amount)
    return overflow ? part / (whole / amount) : product / whole
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
