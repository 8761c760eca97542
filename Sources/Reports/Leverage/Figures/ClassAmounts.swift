import LedgerCore
import Portfolio

/// Other people's equity by whose it is, minor units.
public struct ClassAmounts: Hashable, Sendable {
  /// 社会资本 in the narrow sense.
  public var privateMoney: Int64 = 0
  /// State firms.
  public var stateFirms: Int64 = 0
  /// Other tiers of government.
  public var otherPublic: Int64 = 0
  /// Banks that are partners of funds; their equity in companies counts with loans.
  public var banks: Int64 = 0

  /// No money.
  public init() {}

  /// Adds an amount of a class; throws when a sum leaves 64 bits.
  mutating func add(_ amount: Int64, of contributor: ContributorClass) throws(MoneyOverflow) {
    switch contributor {
    case .private: privateMoney = try privateMoney.plus(amount)
    case .stateFirm: stateFirms = try stateFirms.plus(amount)
    case .otherPublic: otherPublic = try otherPublic.plus(amount)
    case .bank: banks = try banks.plus(amount)
    }
  }

  /// Adds other amounts class by class; throws when a sum leaves 64 bits.
  mutating func add(_ other: ClassAmounts) throws(MoneyOverflow) {
    privateMoney = try privateMoney.plus(other.privateMoney)
    stateFirms = try stateFirms.plus(other.stateFirms)
    otherPublic = try otherPublic.plus(other.otherPublic)
    banks = try banks.plus(other.banks)
  }

  /// P: private money, with state firms where they are not public.
  public func narrow(_ policy: LeveragePolicy) throws(MoneyOverflow) -> Int64 {
    policy.stateFirmsArePublic ? privateMoney : try privateMoney.plus(stateFirms)
  }

  /// O: other tiers of government, with state firms where they are public.
  public func publicMoney(_ policy: LeveragePolicy) throws(MoneyOverflow) -> Int64 {
    policy.stateFirmsArePublic ? try otherPublic.plus(stateFirms) : otherPublic
  }

  /// S: everybody's equity but ours, P and O and that of banks that are partners of funds.
  public func wide() throws(MoneyOverflow) -> Int64 { try privateMoney.plus(stateFirms).plus(otherPublic).plus(banks) }

  /// P or S, as the policy's tier says.
  public func counted(_ policy: LeveragePolicy) throws(MoneyOverflow) -> Int64 {
    policy.tier == .wide ? try wide() : try narrow(policy)
  }
}
