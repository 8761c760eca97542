import LedgerCore
import Portfolio

/// By which share deals bear fees that name none: what was paid in on the deal over what was paid in under its programme,
/// by the end of the day.
struct FeeShares {
  /// A day of a deal.
  private struct Key: Hashable {
    let day: Day
    let deal: Int
  }

  private var shares: [Key: Ratio] = [:]

  /// Works out the shares of some parts of fees, which are ascending by day.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  init(_ parts: [FeeAllocation.Part], _ entries: ReturnEntries, programmes: [ProgrammeID]) throws(MoneyOverflow) {
    var paidIn = Array(repeating: Int64(0), count: programmes.count)
    var final = paidIn
    for entry in entries.deals { try FeeAllocation.count(entry, in: &final) }
    var next = 0
    var wholes: [ProgrammeID: (Int64, isFinal: Bool)] = [:]
    var day = Day.always
    for part in parts where part.isPooled && part.deal > 0 {
      if part.day != day { wholes = [:] }
      day = part.day
      while next < entries.deals.count, entries.deals[next].day <= day {
        try FeeAllocation.count(entries.deals[next], in: &paidIn)
        next += 1
      }
      let programme = programmes[part.deal]
      if wholes[programme] == nil {
        let whole = try FeeShares.whole(of: programme, paidIn, programmes)
        // Nothing is paid in yet: by what will have been.
        wholes[programme] = whole > 0 ? (whole, false) : (try FeeShares.whole(of: programme, final, programmes), true)
      }
      guard let (whole, isFinal) = wholes[programme] else { continue }
      shares[Key(day: day, deal: part.deal)] = Ratio((isFinal ? final : paidIn)[part.deal], over: whole)
    }
  }

  /// The share by which a deal bears what was spread on a day; nil where it bears none.
  func share(on day: Day, of deal: Int) -> Ratio? { shares[Key(day: day, deal: deal)] }

  private static func whole(
    of programme: ProgrammeID, _ paidIn: [Int64], _ programmes: [ProgrammeID]
  ) throws(MoneyOverflow) -> Int64 {
    var whole: Int64 = 0
    for (deal, amount) in paidIn.enumerated() where amount > 0 && programmes[deal] == programme {
      whole = try whole.plus(amount)
    }
    return whole
  }
}
