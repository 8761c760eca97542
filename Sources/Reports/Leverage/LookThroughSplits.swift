import Analytics
import LedgerCore
import Portfolio

/// Event by event, whose money is in what our funds put into companies; it adds up to the trace.
struct LookThroughSplits {
  /// By event, the money by whose it is.
  private(set) var mixes: [Int64: MoneyMix] = [:]
  /// How far each transfer is split.
  private var running: [FundTransfer.Pair: (amount: Int64, given: MoneyMix)] = [:]

  /// Splits what the deals of facts record as invested by funds in companies; each fact stands for one event.
  init(_ facts: [Fact], _ money: LookThroughMoney, _ view: LeverageView, _ register: Register) throws(MoneyOverflow) {
    let reversals = Reversals(in: facts)
    for fact in facts where fact.commodity == register.baseID && !reversals.hides(fact) {
      guard view.vehicles.knows(fact.dimensions.deal.rawValue) else { continue }
      let deal = register[fact.dimensions.deal]
      switch fact.measure {
      case .deployed where fact.traits.stage != .signed:
        try add(fact, fact.amount, from: deal.party, to: fact.dimensions.party, money, isInvested: true)
      case .contributed where fact.traits.stage != .signed && view.vehicles.isOwn(party: fact.dimensions.party.rawValue):
        guard LeverageFold.role(of: fact.traits) == .partner, view.fold.standing(of: fact) == .beside else { continue }
        let amount = fact.amount < 0 ? 0 - (view.fold.returned[fact.sequence]?.paid ?? 0) : view.fold.ofClosing(fact)
        try add(fact, amount, from: fact.dimensions.party, to: deal.party, money, isInvested: false)
      default: break
      }
    }
  }

  /// Running sums are rounded, so that the parts add up to the transfer to the minor unit.
  private mutating func add(
    _ fact: Fact, _ amount: Int64, from source: PartyID, to target: PartyID, _ money: LookThroughMoney, isInvested: Bool
  ) throws(MoneyOverflow) {
    guard let transfer = money.transfer(from: source, to: target), transfer.isInvestedGreater == isInvested,
      let mix = try money.mixInCompany(of: transfer)
    else { return }
    let pair = FundTransfer.Pair(source: transfer.source, target: transfer.target)
    var state = running[pair] ?? (0, MoneyMix())
    state.amount = try state.amount.plus(amount)
    var part = MoneyMix()
    for owner in MoneyOwner.allCases {
      let upTo = transfer.amount == 0 ? 0 : try mix[owner].scaled(by: state.amount, over: transfer.amount)
      part[owner] = try upTo.minus(state.given[owner])
      state.given[owner] = upTo
    }
    running[pair] = state
    mixes[fact.sequence] = part
  }
}
