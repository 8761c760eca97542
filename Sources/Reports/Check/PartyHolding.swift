import LedgerCore
import Portfolio
import ReportDocument

/// What is held or signed of one company or fund, over all deals in it: caps look at the company, not at the deal.
struct PartyHolding {
  /// The deals of which something is held or signed, in the order in which they were declared.
  let deals: [Deal]
  /// The share of each deal that has one, as last stated and less what was taken out since.
  let shares: [(deal: Deal, share: Rate, mark: Fact)]
  /// The largest share of another holder, as last stated of any of the deals.
  let largestOther: Fact?

  init(_ deals: [Deal], in books: CheckedBooks) {
    self.deals = deals
    shares = deals.compactMap { deal in
      let position = books.position(of: deal)
      guard let share = position.share(on: books.day), let mark = position.mark(.shareHeld, asOf: books.day) else { return nil }
      return (deal, share, mark)
    }
    largestOther = deals.compactMap { books.position(of: $0).mark(.largestOther, asOf: books.day) }
      .max { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
  }

  /// Our share of the company as far as deals say theirs; nil when none does.
  var share: Rate? {
    if shares.isEmpty { return nil }
    return Rate(partsPerBillion: Int64(clamping: shares.reduce(Int128(0)) { $0 + Int128($1.share.partsPerBillion) }))
  }

  /// How many of the deals have no share recorded.
  var unknownCount: Int { deals.count - shares.count }

  /// The day since which the share stands; nil when there is none.
  var day: Day? { shares.map(\.mark.day).max() }

  /// The events that state the share.
  var events: [Int64] { Set(shares.map(\.mark.sequence)).sorted() }

  /// The deal, or the company where it has several.
  func subject(in books: CheckedBooks) -> CheckSubject {
    deals.count == 1 ? .deal(deals[0]) : .party(books.register[deals[0].party])
  }

  /// The share of each deal behind that of the company, as 甲/A 18%、甲/B 17%; empty for one deal.
  var parts: Phrase {
    if shares.count == 1 { return .none }
    let parts = shares.map { "\($0.deal.name) \($0.share)" }
    return Phrase("（\(parts.joined(separator: "、"))）", " (\(parts.joined(separator: ", ")))")
  }

  /// The strictest of the requirements that count for one of the deals on a day; nil when none is in force.
  func requirement(_ rule: PolicyRule, in books: CheckedBooks, on day: Day) -> Requirement? {
    books.strictest(rule, for: deals, on: day)
  }
}

extension CheckedBooks {
  /// Whether something is signed of a deal and nothing was paid on it yet: caps judge agreements, not payments alone.
  func isSigned(_ deal: Deal) -> Bool { position(of: deal).totals[.committed] > 0 && firstPaid(deal) == nil }

  /// What is held or signed of companies, or of funds, in the order of their first deals; capital of a holder itself is
  /// left out.
  func holdings(inFunds: Bool) -> [PartyHolding] {
    var order: [PartyID] = []
    var deals: [PartyID: [Deal]] = [:]
    for deal in self.deals where isFund(deal) == inFunds && deal.method != .injection && !deal.party.isNone {
      guard position(of: deal).isHeld(on: day) || isSigned(deal) else { continue }
      if deals[deal.party] == nil { order.append(deal.party) }
      deals[deal.party, default: []].append(deal)
    }
    return order.map { PartyHolding(deals[$0] ?? [], in: self) }
  }
}
