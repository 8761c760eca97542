import LedgerCore
import Portfolio

/// Works out the amounts of a beancount journal in the order of its days, checks balances, and records the vouchers.
final class BeancountBooking {
  let journal: PeerJournal
  let options: BeancountOptions
  let booking: PeerBooking
  private let events: PeerEvents
  private let refused: RefusedEvents?
  private var directives: [BeancountDirective]
  var lots = BeancountLots()
  /// How each account chooses among its lots, and what it may hold.
  var methods: [Int32: BeancountMethod] = [:]
  private var allowed: [Int32: [Int32]] = [:]
  /// What each transaction came to, by place among the directives.
  private var entries: [Int: PeerEntry] = [:]
  private var balances = PeerBalances(isKept: true)
  private var families: [Int32: [Int32]] = [:]

  init(
    _ journal: PeerJournal, _ directives: [BeancountDirective], _ options: BeancountOptions, _ events: PeerEvents,
    refused: RefusedEvents?
  ) {
    self.journal = journal
    self.options = options
    self.events = events
    self.refused = refused
    // The sort is stable: what stands first in a file stays first.
    self.directives = directives.sorted { ($0.day, $0.rank) < ($1.day, $1.rank) }
    booking = PeerBooking(journal, events, conversion: "\(options.equity):Conversions")
  }

  /// Records all.
  func run() {
    for directive in directives {
      if case .balance(_, let number, let commodity, _) = directive.content, hasPads {
        journal.use(commodity, number, at: .none, line: Int(directive.line))
      }
    }
    booking.begin()
    for (place, directive) in directives.enumerated() where !journal.isFull { book(directive, place) }
    pad()
    for (place, directive) in directives.enumerated() {
      if journal.isFull || events.isStopped { return }
      settle(directive, place)
    }
    events.leaveOutStrayRemarks()
  }

  private var hasPads: Bool {
    directives.contains { if case .pad = $0.content { true } else { false } }
  }

  /// The first pass: what every transaction comes to.
  private func book(_ directive: BeancountDirective, _ place: Int) {
    switch directive.content {
    case .open(let account, let commodities, let method):
      methods[account] = method ?? options.method
      if !commodities.isEmpty { allowed[account] = commodities }
    case .transaction(let transaction):
      let before = lots
      do throws(Diagnostic) {
        try checkAccounts(of: transaction, directive)
        entries[place] = try entry(of: transaction, directive)
      } catch {
        lots = before
        // That amounts of a commodity have too many decimals is said once, for all of them.
        if error.code != .tooManyDecimals { journal.fail(error) }
        refused?.addFile()
      }
    default: break
    }
  }

  private func checkAccounts(of transaction: BeancountTransaction, _ directive: BeancountDirective) throws(Diagnostic) {
    for posting in transaction.postings {
      let account = journal.accounts[Int(posting.account)]
      let isOpen = account.isDeclared && directive.day >= account.from && directive.day <= account.to
      if !isOpen, !options.opensByItself || account.isDeclared {
        throw Diagnostic(
          .unknownAccount,
          Wording(
            "\(journal.path(of: posting.account)) 在 \(directive.day) 没有开设",
            "\(journal.path(of: posting.account)) is not open on \(directive.day)"),
          hint: Wording(
            "在文本账中开设：\(directive.day) open \(journal.path(of: posting.account))",
            "open it in the journal: \(directive.day) open \(journal.path(of: posting.account))"), at: position(posting, directive))
      }
      if let allowed = allowed[posting.account], posting.number != nil, !allowed.contains(posting.commodity) {
        throw Diagnostic(
          .wrongCommodity,
          Wording(
            "\(account.name) 不能持有 \(journal.commodities[Int(posting.commodity)].code)",
            "\(account.name) may not hold \(journal.commodities[Int(posting.commodity)].code)"),
          hint: Wording("其 open 一行写明了可持有的货币", "its open line names what it may hold"), at: position(posting, directive))
      }
    }
  }

  /// The place of a posting.
  func position(_ posting: BeancountPosting, _ directive: BeancountDirective) -> SourcePosition {
    journal.position(
      file: directive.file, line: posting.line, column: posting.column,
      length: journal.accounts[Int(posting.account)].name.count)
  }

  /// The second pass: balances move, what they are said to be is checked, vouchers are recorded.
  private func settle(_ directive: BeancountDirective, _ place: Int) {
    do throws(Diagnostic) {
      if let entry = entries[place] {
        for line in entry.lines {
          do throws(MoneyOverflow) { try balances.add(line.units, of: line.commodity, to: line.account) } catch {
            throw PeerBooking.overflow(at: booking.position(entry))
          }
        }
        booking.record(entry)
      }
      if case .balance(let account, let number, let commodity, let tolerance) = directive.content {
        try check(account, number, commodity, tolerance, directive)
      }
      if case .remark(let remark) = directive.content {
        events.record(remark, on: directive.day, file: directive.file, line: directive.line)
      }
    } catch {
      let blank = Event(EventDeclaration.entry, day: directive.day)
      if refused?.explains(error, of: blank, in: events.register) != true { journal.fail(error) }
    }
  }

  private func check(
    _ account: Int32, _ number: PeerNumber, _ commodity: Int32, _ tolerance: PeerNumber?, _ directive: BeancountDirective
  ) throws(Diagnostic) {
    let place = journal.position(file: directive.file, line: directive.line, length: 10)
    try PeerBooking.exactly(at: place) {
      let sum = ExactNumber(
        minorUnits: try balances.sum(of: family(of: account), commodity), scale: booking.scale(commodity))
      let stated = ExactNumber(number)
      if try (sum + stated.negated).isAtMost(self.tolerance(of: number, tolerance)) { return }
      throw booking.assertionFailure(journal.path(of: account), sum, commodity, stated.description, at: place)
    }
  }

  /// What a stated balance may differ by: what is written, else a unit of its last decimal.
  private func tolerance(of number: PeerNumber, _ written: PeerNumber?) throws(MoneyOverflow) -> ExactNumber {
    if let written { return ExactNumber(written) }
    if number.decimals == 0 { return .zero }
    return try ExactNumber(mantissa: 2, decimals: number.decimals) * options.multiplier
  }

  /// An account with all below it.
  private func family(of account: Int32) -> [Int32] {
    if let known = families[account] { return known }
    let head = journal.path(of: account) + ":"
    let family = [account] + (0..<Int32(journal.accounts.count)).filter { journal.path(of: $0).hasPrefix(head) }
    families[account] = family
    return family
  }
}

extension BeancountBooking {
  /// A line that is filled in before a stated balance, so that it holds.
  private struct Pad {
    let place: Int
    let directive: BeancountDirective
    let source: Int32
    var padded: Set<Int32> = []
    var isUsed = false
  }

  /// Fills in what `pad` lines are to bring.
  private func pad() {
    guard hasPads else { return }
    let padded = Set(directives.compactMap { if case .pad(let account, _) = $0.content { account } else { nil } })
    var additions: [(place: Int, entry: PeerEntry)] = []
    for account in padded.sorted() {
      do throws(MoneyOverflow) { additions += try pads(of: account) } catch {
        journal.fail(PeerBooking.overflow(at: journal.position(file: 0, line: 1)))
      }
    }
    for (place, entry) in additions {
      // One `pad` line may bring several commodities: they are one voucher.
      if var known = entries[place] {
        known.lines += entry.lines
        entries[place] = known
      } else {
        entries[place] = entry
      }
    }
  }

  private func pads(of account: Int32) throws(MoneyOverflow) -> [(place: Int, entry: PeerEntry)] {
    let family = family(of: account)
    var additions: [(place: Int, entry: PeerEntry)] = []
    var sums: [Int32: Int64] = [:]
    var pad: Pad?
    func end(_ pad: Pad?) {
      guard let pad, !pad.isUsed else { return }
      journal.warn(
        .peerPartLeftOut, Wording("pad 没有可补的金额，予以略去", "the pad fills in nothing and is left out"),
        at: journal.position(file: pad.directive.file, line: pad.directive.line, length: 10))
    }
    for (place, directive) in directives.enumerated() {
      switch directive.content {
      case .transaction:
        for line in entries[place]?.lines ?? [] where family.contains(line.account) {
          sums[line.commodity] = try (sums[line.commodity] ?? 0).plus(line.units)
        }
      case .pad(account, let source):
        end(pad)
        pad = Pad(place: place, directive: directive, source: source)
      case .balance(account, let number, let commodity, let written):
        let missing =
          try ExactNumber(number)
          + ExactNumber(minorUnits: sums[commodity] ?? 0, scale: booking.scale(commodity)).negated
        if try !missing.isAtMost(tolerance(of: number, written)), pad?.padded.contains(commodity) == false {
          let units = try missing.minorUnits(scale: booking.scale(commodity)).units
          sums[commodity] = try (sums[commodity] ?? 0).plus(units)
          if let pad { additions.append((pad.place, entry(of: pad, account, commodity, units))) }
          pad?.isUsed = true
        }
        pad?.padded.insert(commodity)
      default: break
      }
    }
    end(pad)
    return additions
  }

  private func entry(of pad: Pad, _ account: Int32, _ commodity: Int32, _ units: Int64) -> PeerEntry {
    var entry = PeerEntry(
      day: pad.directive.day, status: .cleared, narration: "pad", file: pad.directive.file, line: pad.directive.line)
    entry.lines = [
      PeerLine(account: account, commodity: commodity, units: units, line: entry.line),
      PeerLine(account: pad.source, commodity: commodity, units: 0 &- units, line: entry.line),
    ]
    return entry
  }
}
