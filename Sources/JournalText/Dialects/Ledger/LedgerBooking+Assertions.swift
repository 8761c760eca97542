import LedgerCore
import Portfolio

extension LedgerBooking {
  /// The amounts of a posting that only states the balance after it (`account  = 10 EUR`).
  func assigned(
    _ posting: PeerPosting, _ before: Range<Int>, _ amounts: [[Units]], _ transaction: PeerTransaction
  ) throws(Diagnostic) -> [Units] {
    let assertion = journal.assertions[Int(posting.assertion)]
    let accounts = covered(by: posting, assertion)
    let place = journal.position(assertion.text, line: posting.line)
    guard let wanted = assertion.number.minorUnits(scale: booking.scale(assertion.commodity)) else {
      throw booking.misfit(assertion.number, assertion.commodity, at: place)
    }
    do throws(MoneyOverflow) {
      var held = balances.commodities(of: accounts)
      let isSole = assertion.isSole || (journal.syntax == .ledger && assertion.commodity == 0 && wanted == 0)
      if !isSole { held = [] }
      if !held.contains(assertion.commodity) { held.append(assertion.commodity) }
      var rest: [Units] = []
      for commodity in held {
        var sum = try balances.sum(of: accounts, commodity)
        // What the transaction has moved already counts too.
        for index in before where accounts.contains(journal.postings[index].account) {
          for amount in amounts[index - before.lowerBound] where amount.commodity == commodity { sum = try sum.plus(amount.units) }
        }
        let target = commodity == assertion.commodity ? wanted : 0
        let missing = try target.minus(sum)
        if missing != 0 || commodity == assertion.commodity { rest.append((commodity, missing)) }
      }
      if rest.count > 1, rest.last?.units == 0 { rest.removeLast() }
      return rest
    } catch { throw PeerBooking.overflow(at: place) }
  }

  /// Moves balances by the postings of a transaction and checks what they state.
  func move(_ range: Range<Int>, _ entry: PeerEntry, _ transaction: PeerTransaction) throws(Diagnostic) {
    var next = 0
    for index in range {
      let posting = journal.postings[index]
      while next < entry.lines.count, entry.lines[next].line == posting.line {
        let line = entry.lines[next]
        next += 1
        if isLate(posting) { continue }
        try add(line.units, line.commodity, posting, transaction)
      }
      if posting.assertion >= 0, !isLate(posting) { try check(posting, transaction) }
    }
    // Lines that were added stand behind those that were written.
    for line in entry.lines[next...] {
      do throws(MoneyOverflow) { try balances.add(line.units, of: line.commodity, to: line.account) } catch {
        throw PeerBooking.overflow(at: booking.position(entry))
      }
    }
  }

  private func add(
    _ units: Int64, _ commodity: Int32, _ posting: PeerPosting, _ transaction: PeerTransaction
  ) throws(Diagnostic) {
    do throws(MoneyOverflow) { try balances.add(units, of: commodity, to: posting.account) } catch {
      throw PeerBooking.overflow(at: position(posting, transaction))
    }
  }

  /// A posting with a day of its own moves its account then; the voucher it belongs to was recorded with its transaction.
  func moveLate(_ index: Int, of transaction: PeerTransaction) {
    let posting = journal.postings[index]
    guard balances.isKept, !posting.isElided else { return }
    do throws(Diagnostic) {
      if let units = posting.number.minorUnits(scale: booking.scale(posting.commodity)) {
        try add(units, posting.commodity, posting, transaction)
      }
      if posting.assertion >= 0 { try check(posting, transaction) }
    } catch { journal.fail(error) }
  }

  /// Whether a posting moves its account on a day of its own.
  private func isLate(_ posting: PeerPosting) -> Bool {
    posting.day != .always && journal.syntax == .hledger && !posting.isElided
  }

  /// The account of a posting, with all below it for `=*`.
  private func covered(by posting: PeerPosting, _ assertion: PeerAssertion) -> [Int32] {
    guard assertion.isInclusive else { return [posting.account] }
    let head = journal.accounts[Int(posting.account)].name + ":"
    return [posting.account] + journal.accounts.indices.filter { journal.accounts[$0].name.hasPrefix(head) }.map { Int32($0) }
  }

  private func check(_ posting: PeerPosting, _ transaction: PeerTransaction) throws(Diagnostic) {
    let assertion = journal.assertions[Int(posting.assertion)]
    let accounts = covered(by: posting, assertion)
    let place = journal.position(assertion.text, line: posting.line)
    let name = journal.accounts[Int(posting.account)].name
    // `= 0` without a commodity means nothing at all in Ledger.
    let isBlank = journal.syntax == .ledger && assertion.commodity == 0 && assertion.number.isZero
    if assertion.isSole || isBlank,
      let other = balances.commodities(of: accounts).first(where: { $0 != assertion.commodity })
    {
      let sum = try sum(of: accounts, other, at: place)
      throw booking.assertionFailure(name, sum, other, "no \(journal.commodities[Int(other)].code)", at: place)
    }
    let sum = try sum(of: accounts, assertion.commodity, at: place)
    let stated = ExactNumber(assertion.number)
    if sum != stated { throw booking.assertionFailure(name, sum, assertion.commodity, stated.description, at: place) }
  }

  private func sum(
    of accounts: [Int32], _ commodity: Int32, at place: SourcePosition
  ) throws(Diagnostic) -> ExactNumber {
    do throws(MoneyOverflow) {
      return ExactNumber(minorUnits: try balances.sum(of: accounts, commodity), scale: booking.scale(commodity))
    } catch { throw PeerBooking.overflow(at: place) }
  }
}
