/// Modified PME (Cambridge Associates): the index sells the same share of what it holds as the investment paid out of its own.
///
/// The share of a distribution D is D ÷ (D + NAV), so the value in the index never falls below zero; it needs the net
/// asset value at every flow.
public struct ModifiedPublicMarketEquivalent: Hashable, Sendable {
  /// The distributions that the index would have paid, by period.
  public let distributions: [Double]
  /// What would be left in the index.
  public let closingValue: Double
  private let contributions: [Double]

  /// Compares flows one period apart with an index; nil unless all three lists are of one length and levels above zero.
  ///
  /// - Parameters:
  ///   - amounts: negative was contributed, positive distributed.
  ///   - values: the net asset value after each flow.
  ///   - levels: the level of the index.
  public init?(_ amounts: [Double], values: [Double], levels: [Double]) {
    guard amounts.count == values.count, amounts.count == levels.count, levels.allSatisfy({ $0 > 0 }) else { return nil }
    var held = 0.0
    var distributions: [Double] = []
    for index in amounts.indices {
      let growth = index > 0 ? levels[index] / levels[index - 1] : 1
      let grown = held * growth - min(amounts[index], 0)
      let paid = max(amounts[index], 0)
      let share = paid > 0 ? paid / (paid + values[index]) : 0
      distributions.append(share * grown)
      held = grown - share * grown
    }
    self.distributions = distributions
    closingValue = held
    contributions = amounts.map { min($0, 0) }
  }

  /// The internal rate per period of the money in the index, its value standing at the end.
  public var rate: InternalRate {
    var flows = zip(contributions, distributions).map { $0 + $1 }
    if let last = flows.indices.last { flows[last] += closingValue }
    return .periodic(flows)
  }
}
