/// One kind of money that multipliers are made of: what `LeverageSums` adds up and what `LeverageExplanation` tells apart.
enum MoneyPart: Hashable, Sendable {
  /// F: our own money paid in; recycled money with it unless the policy leaves it out.
  case own
  /// The part of `own` that came out of envelopes.
  case ownFresh
  /// Recovered money of ours that was invested again.
  case ownRecycled
  /// The part of `own` that is in companies at once.
  case ownDirect
  /// Per deal the greater of what we committed and what we paid in.
  case ownCommitted
  /// `ownCommitted` of the deals that have a planned size.
  case ownPlanned
  /// S paid beside ours in the same fund or closing, of the tier asked for.
  case partners
  /// `partners` of everybody, whatever the tier.
  case partnersOfAll
  /// P: `partners` of private money alone, whatever the tier.
  case partnersPrivate
  /// O: the public money in `partnersOfAll`.
  case partnersPublic
  /// The part of `partnersPrivate` that a document proves.
  case partnersEvidenced
  /// Per party the greater of signed and paid, of the tier asked for.
  case partnersCommitted
  /// `partnersCommitted` of everybody.
  case partnersCommittedOfAll
  /// Per party the greatest of announced, signed and paid.
  case partnersAnnounced
  /// What the planned sizes leave for others.
  case partnersPlanned
  /// The part of `partners` that is in direct deals.
  case sameRound
  /// S paid in companies: same closings and beside our funds.
  case projects
  /// `projects` of everybody.
  case projectsOfAll
  /// Invested in companies by our funds.
  case deployed
  /// L: loans.
  case loans
  /// The part of `loans` that a document links to the investment.
  case loansEvidenced
  /// Put into the project by the company itself.
  case companyOwn
  /// Private money of later rounds, proved, within the months of the policy.
  case later
  /// 返投 as far as it is recognised.
  case reinvested
  /// Private money credited to us, with the riskiest tranche where a deal names it.
  case mobilised
  /// Private money credited to us by our share of the public money alone.
  case mobilisedByShare
  /// Our own money in funds.
  case ownInFunds
  /// Others' money from outside in all funds that ours is in, straight or through funds; of the tier asked for.
  case othersInFunds
  /// `othersInFunds` of everybody.
  case othersInFundsOfAll
  /// Our own money that reached companies, straight and through funds.
  case ownReached
  /// Others' money that reached companies through our funds.
  case othersThrough
}
