import LedgerCore
import Portfolio

/// One investment as a person thinks of it: our money, the envelope it comes from, and the others' of the same closing.
///
/// The order becomes the events that it consists of: new parties, the deal when it is new, the commitment when none is
/// outstanding, the payment, the others' money, the loans.
public struct InvestOrder: Sendable {
  /// Money of somebody else in the same closing.
  public struct Partner: Sendable {
    public var party: String
    public var money: Money
    public var contributor: ContributorClass

    public init(party: String, money: Money, contributor: ContributorClass) {
      self.party = party
      self.money = money
      self.contributor = contributor
    }
  }

  /// What a deal that is not recorded yet needs.
  public struct NewDeal: Sendable {
    public var party: String
    public var programme: String?
    public var method: String
    public var instrument: String?
    public var holder: String?
    public var termMonths: Int?

    public init(
      party: String, programme: String?, method: String, instrument: String?, holder: String?, termMonths: Int?
    ) {
      self.party = party
      self.programme = programme
      self.method = method
      self.instrument = instrument
      self.holder = holder
      self.termMonths = termMonths
    }
  }

  public var deal: String
  public var amount: Money
  public var day: Day
  public var envelope: String?
  public var share: Rate?
  /// What is committed when it differs from what is paid now, as with instalments.
  public var commitment: Money?
  /// Nothing is paid yet.
  public var isCommitmentOnly = false
  public var isRecycled = false
  public var doc: String?
  public var evidence: String?
  /// Why the envelope's limit may be exceeded; counts only with `authorised`.
  public var override: String?
  /// Who allowed the limit to be exceeded.
  public var authorised: String?
  public var newDeal: NewDeal?
  public var partners: [Partner] = []
  public var loans: [Partner] = []

  public init(deal: String, amount: Money, day: Day) {
    self.deal = deal
    self.amount = amount
    self.day = day
  }
}
