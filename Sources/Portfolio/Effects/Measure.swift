/// The named amounts that event kinds offer: posting rules turn them into postings, reports fold them into figures.
///
/// Raw values are stored in book files: never renumber, only add. All are minor units except where noted.
public enum Measure: UInt8, CaseIterable, Sendable {
  // Envelopes (DOMAIN §4.2).
  case approved = 1
  /// Approved from money of a higher tier.
  case approvedAbove = 2
  case issued = 3
  case movedOut = 4
  case movedIn = 5
  case raised = 6
  case reduced = 7
  case frozen = 8
  case unfrozen = 9
  case carriedOut = 10
  case carriedIn = 11
  case lapsed = 12
  /// Reserved by a signed commitment.
  case reserved = 13
  /// Reservation set free by a payment (at the estimate) or a refusal.
  case relieved = 14
  /// What a payment took from the envelope beyond its reservation: `paidFresh − relieved`, for the posting of Q8;
  /// negative when the last instalment sets more free than it spends.
  case paidUnreserved = 15

  // Life of an investment.
  case decided = 20
  case committed = 21
  /// Paid out of an envelope.
  case paidFresh = 22
  /// Paid out of recovered money.
  case paidRecycled = 23
  /// Given back in the year of payment: the quota lives again.
  case refunded = 24
  /// Share of an investee's profit under the equity method.
  case profitShare = 25
  /// Share of a loss, as far as the carrying amount bears it.
  case lossShare = 26
  /// Share of a loss below a carrying amount of zero, kept in a memo.
  case lossSuspended = 27
  /// Suspended loss made good by a later profit, or gone with the investment.
  case lossRestored = 28
  /// Share of other equity changes; signed.
  case equityShare = 29
  /// Dividend declared, our share, taken from the investment (equity method).
  case declared = 30
  /// Dividend declared, our share, taken to income (cost method).
  case declaredIncome = 31
  /// Dividend received into the treasury.
  case receivedTreasury = 32
  /// Dividend received by the holder.
  case receivedHolder = 33
  case capitalised = 34
  /// Fair value of what is held; a mark, not a flow.
  case fairValue = 35
  /// Share held, in parts per billion; a mark.
  case shareHeld = 36
  /// Value of the whole company after a round; a mark.
  case postMoney = 37
  /// Entry in the register of equity; a mark, whose amount says nothing.
  case registered = 38
  /// Taken over without payment at this carrying amount (E11).
  case handedIn = 39

  // Exit and write-off.
  case proceedsTreasury = 40
  case proceedsHolder = 41
  case costOut = 42
  /// 损益调整 taken out; signed.
  case adjustmentOut = 43
  /// 其他权益变动 taken out; signed.
  case otherEquityOut = 44
  case capitalisedOut = 45
  case gain = 46
  case loss = 47
  /// Price due by the exit terms; a mark.
  case priceDue = 48
  case writtenOff = 49
  /// 权益法调整 turned into income; signed.
  case reserveReleased = 50
  /// Given away without payment, the whole carrying amount (E11).
  case handedOut = 51
  /// Prior-year error of 投资成本 (E12); signed.
  case correctedCost = 52
  /// Prior-year error of 损益调整 (E12); signed.
  case correctedAdjustment = 53
  /// Prior-year error of money (E12), positive when money comes in; signed.
  case correctedCash = 54

  // Money at the holder.
  case remitted = 55
  /// Recovered money set free for new investments.
  case recycled = 56
  /// Management fee paid by the holder out of the money that it keeps.
  case fee = 57
  /// Interest received on the holder's account.
  case interest = 58
  /// Management fee paid out of an envelope.
  case feeFresh = 59
  /// Moved from the treasury to the holder's account before anything was paid from it.
  case advanced = 60
  /// What of the money advanced went back to the treasury.
  case advanceReturned = 61

  // What an exit, a write-off or a handover takes of the marks.
  /// What left of the share held, in parts per billion of the whole.
  case shareOut = 62
  /// What left was worth, by the valuation that was known when it was recorded.
  case valueOut = 63
  /// The part of what was held that left, of 10¹⁸, behind all other facts of the exit but a stated share; a mark.
  case partOut = 64
  /// Tells the valuation and the money since of which `valueOut` is a part; a mark.
  case worthBase = 65
  /// Tells the statement of which `shareOut` is a part; a mark.
  case shareBase = 66

  // Other people's money (DOMAIN §4.3).
  /// Equity of others; level, stage and class are in the traits.
  case contributed = 70
  case lent = 71
  /// Announced by others and not signed; counted beside the signed and paid, posted nowhere.
  case announced = 74
  /// Recognised local investment (返投).
  case reinvested = 72
  /// Invested by a fund of ours in a company.
  case deployed = 73

  // How a deal stood when the books began (期初建账).
  /// 投资成本 at the opening.
  case openingCost = 80
  /// 损益调整 at the opening; signed.
  case openingAdjustment = 81
  /// 其他权益变动 at the opening; signed.
  case openingOtherEquity = 82
  /// 收益转增投资 at the opening.
  case openingCapitalised = 83
  /// Dividends declared before the opening and not received.
  case openingReceivable = 84
  /// Losses kept in the memo at the opening.
  case openingSuspended = 85
  /// All that was paid in before the opening.
  case openingPaid = 86
  /// Dividends and proceeds received before the opening.
  case openingReceived = 87
  /// Day of the first payment before the opening, as its number; a mark.
  case openingSince = 88

  // Control of the budget; posted nowhere.
  /// What a signed agreement will need of a later year's budget; the year is in the traits.
  case pledged = 90
  /// Of what was pledged: reserved, paid, carried on or given up since.
  case pledgeRelieved = 91
  /// What an authorised exception took beyond its envelope.
  case excessAuthorised = 92
  /// What went beyond its envelope with a warning, as its control says.
  case excessWarned = 93
  /// What went beyond its envelope silently, as its control says.
  case excessIgnored = 94
  /// Of what was moved or carried in: first approved in the year that the traits say.
  case tracedIn = 95

  // Written-off holdings (账销案存).
  /// Entered into the memo of what was written off: the cost that went.
  case memoEntered = 100
  /// Taken off the memo by money recovered afterwards.
  case memoCleared = 101

  // Exits at specific cost and below the principal.
  /// The payment that an exit at specific cost takes out: its place in the chain; a mark.
  case instalmentSold = 115
  /// What an authorised exit gave up of its principal; posted nowhere.
  case principalGivenUp = 116
  /// Price due by the exit terms where the event states another; a mark.
  case priceByTerms = 117

  // What multipliers need beside contributions; posted nowhere.
  /// What the company itself put into the project (企业自筹).
  case companyOwn = 120
  /// Money that another event recorded already: listed, counted nowhere.
  case repeated = 121
  /// Of what a fund invested: our own money, as its agreement designates.
  case designated = 122
  /// The fund's share of the company that it invested in, in parts per billion; a mark.
  case fundShare = 123
  /// Of others' money and loans beside a fund: what went into the company that the dimension names.
  case besideCompany = 124
  /// What rounding left of `reinvested`, in parts per billion of a minor unit, so that sums are exact; signed.
  case reinvestedRest = 127

  /// Who bought what was sold of a holding, as the party; a mark, whose amount says nothing.
  case soldTo = 125
  /// Of an interest in a fund that was ours, what who bought it sells on: off the seller, and to another partner if one
  /// buys it. Nothing was paid into the fund.
  case soldOn = 126

  // Caps on what is held (DOMAIN §3, §6); posted nowhere.
  /// The largest share that another holder has, in parts per billion; a mark.
  case largestOther = 130
  /// What an authorised exception took beyond the cap of the share held, in parts per billion.
  case shareCapAuthorised = 131
  /// What went beyond the cap of the share held with a warning, in parts per billion.
  case shareCapWarned = 132
  /// What an authorised exception took beyond the cap of a single investment.
  case ticketCapAuthorised = 133
  /// What went beyond the cap of a single investment with a warning.
  case ticketCapWarned = 134
  /// By how much an authorised exception made us the largest holder, in parts per billion.
  case largestHolderAuthorised = 135
  /// By how much we became the largest holder with a warning, in parts per billion.
  case largestHolderWarned = 136

  // Statements of banks and the treasury; posted nowhere.
  /// A line of a statement, money that came in positive; signed.
  case statementLine = 140
  /// The balance at the end of a statement; a mark.
  case statementBalance = 141
  /// A statement's line that a match names: its place in the chain.
  case matchedLine = 142
  /// An event that a match names: its place in the chain.
  case matchedEvent = 143

  // Yearly plans of investments; posted nowhere.
  /// The amount of a planned project as from a day, 0 when it is taken out; the year is in the traits; a mark.
  case planned = 150

  // What plain vouchers do to envelopes in the quota book, credit positive; signed. The vouchers post it themselves.
  /// Into the envelope from its sources, whatever place it went to.
  case entrySource = 160
  case entryUnissued = 161
  case entryAvailable = 162
  case entryFrozen = 163
  case entrySigned = 164
  case entryPaid = 165
  case entryCarriedOut = 166
  case entryLapsed = 167

  /// The name used in posting rules and JSON.
  public var name: String { "\(self)" }

  /// Whether the measure says how things stand rather than how much flowed; the last one counts, sums mean nothing.
  public var isMark: Bool {
    switch self {
    case .fairValue, .shareHeld, .partOut, .worthBase, .shareBase, .postMoney, .priceDue, .priceByTerms, .registered, .openingSince,
      .instalmentSold,
      .largestOther, .fundShare, .soldTo, .statementBalance, .planned:
      true
    default: false
    }
  }

  /// Whether the measure is about statements alone, which change no figure of the books whatever period they are of.
  public var isOfStatements: Bool {
    switch self {
    case .statementLine, .statementBalance, .matchedLine, .matchedEvent: true
    default: false
    }
  }

  /// Whether the measure says what a plain voucher did in the quota book, on the day of that voucher.
  public var isOfQuotaEntries: Bool { rawValue >= Measure.entrySource.rawValue && rawValue <= Measure.entryLapsed.rawValue }

  private static let byName: [String: Measure] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// The measure with a name, or nil.
  public init?(name: String) {
    guard let measure = Measure.byName[name] else { return nil }
    self = measure
  }
}
