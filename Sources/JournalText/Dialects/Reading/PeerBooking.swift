import LedgerCore
import Portfolio

/// What both ways of booking share: scales of commodities, balancing lines, and the way into the books.
///
/// What a peer balances by cost does not balance in each commodity; our vouchers must. The difference of each commodity
/// goes to one account for exchanges, as hledger does with --infer-equity.
final class PeerBooking {
  let journal: PeerJournal
  private let events: PeerEvents
  /// Decimals of each commodity, by place.
  private(set) var scales: [Int] = []
  private let conversion: String
  private let virtual = "equity:virtual"

  init(_ journal: PeerJournal, _ events: PeerEvents, conversion: String) {
    self.journal = journal
    self.events = events
    self.conversion = conversion
  }

  /// Fixes the scales and declares what the journal declares.
  func begin() {
    scales = events.declareCommodities()
    events.declareAccounts()
    events.declarePrices()
  }

  /// The scale of a commodity.
  @inline(__always)
  func scale(_ commodity: Int32) -> Int { scales[Int(commodity)] }

  /// A sum that was worked out, in minor units; one with more decimals than its commodity is rounded, which is said.
  func units(_ sum: ExactNumber, of commodity: Int32, at position: @autoclosure () -> SourcePosition) throws(Diagnostic) -> Int64 {
    do throws(MoneyOverflow) {
      let (units, isExact) = try sum.minorUnits(scale: scale(commodity))
      if !isExact {
        journal.warn(
          .peerChanged,
          Wording(
            "\(sum) \(journal.commodities[Int(commodity)].code) 四舍五入到 \(scale(commodity)) 位小数",
            "\(sum) \(journal.commodities[Int(commodity)].code) is rounded to \(scale(commodity)) decimals"),
          hint: Wording("差额记在 \(conversion)", "the rest stands on \(conversion)"), at: position())
      }
      return units
    } catch { throw PeerBooking.overflow(at: position()) }
  }

  /// Lines that bring each commodity of the others to zero: on one account for exchanges, on another for what balances
  /// with nothing.
  func close(_ entry: inout PeerEntry, virtual isVirtual: [Bool]? = nil) throws(Diagnostic) {
    let written = entry.lines
    for wanted in isVirtual == nil ? [false] : [false, true] {
      var sums: [(commodity: Int32, units: Int64)] = []
      for (index, line) in written.enumerated() where (isVirtual?[index] ?? false) == wanted {
        do throws(MoneyOverflow) {
          if let at = sums.firstIndex(where: { $0.commodity == line.commodity }) {
            sums[at].units = try sums[at].units.plus(line.units)
          } else {
            sums.append((line.commodity, line.units))
          }
        } catch { throw PeerBooking.overflow(at: position(entry)) }
      }
      for sum in sums where sum.units != 0 {
        if sum.units == .min { throw PeerBooking.overflow(at: position(entry)) }
        entry.lines.append(PeerLine(account: balancing(wanted, entry), commodity: sum.commodity, units: 0 &- sum.units))
      }
    }
  }

  /// The account that takes up what does not balance by itself.
  private func balancing(_ isVirtual: Bool, _ entry: PeerEntry) -> Int32 {
    if !isVirtual, let named = journal.conversionAccount { return named }
    let account = journal.account(isVirtual ? virtual : conversion, file: entry.file, line: Int(entry.line))
    journal.accounts[Int(account)].accountClass = .netAssets
    if !isVirtual { journal.conversionAccount = account }
    return account
  }

  /// Records an entry; what moves nothing and has less than two lines is no voucher.
  func record(_ entry: PeerEntry) {
    guard entry.lines.count >= 2 else {
      return journal.warn(
        .peerPartLeftOut, Wording("交易没有变动，予以略去", "the transaction moves nothing and is left out"), at: position(entry))
    }
    events.record(entry)
  }

  /// The place of an entry's first line.
  func position(_ entry: PeerEntry) -> SourcePosition { journal.position(file: entry.file, line: entry.line) }

  /// An account does not hold what the journal states.
  func assertionFailure(
    _ account: String, _ sum: ExactNumber, _ commodity: Int32, _ stated: String, at position: SourcePosition
  ) -> Diagnostic {
    Diagnostic(
      .assertionFailed,
      Wording(
        "\(account) 的余额是 \(sum) \(journal.commodities[Int(commodity)].code)，不是 \(stated)",
        "\(account) holds \(sum) \(journal.commodities[Int(commodity)].code), not \(stated)"),
      hint: Wording("文本账写明的余额与其分录合计不符", "the journal states a balance that its own postings do not come to"), at: position)
  }

  /// Runs exact arithmetic about a posting; a number that does not fit is an error there.
  static func exactly<Value>(
    at position: @autoclosure () -> SourcePosition, _ body: () throws -> Value
  ) throws(Diagnostic) -> Value {
    do { return try body() } catch let error as Diagnostic { throw error } catch { throw overflow(at: position()) }
  }

  /// Why an amount has no place in the books: too many decimals, which is said once for the commodity, or too many digits.
  func misfit(_ number: PeerNumber, _ commodity: Int32, at position: SourcePosition) -> Diagnostic {
    if number.neededDecimals > scale(commodity) { return events.tooFine(journal.commodities[Int(commodity)], scale: scale(commodity)) }
    return Diagnostic(
      .amountOverflow, Wording("金额超出账簿范围", "the amount does not fit the books"),
      hint: Wording("核对位数和小数", "check the number of digits and decimals"), at: position)
  }

  /// The diagnostic for a number that does not fit.
  static func overflow(at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      .sumOverflow, Wording("分录合计过大，账簿记不下", "the sum of the postings is too large for the books"),
      hint: Wording("核对位数", "check the number of digits"), at: position)
  }
}
