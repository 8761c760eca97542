/// The modified internal rate: negative flows are financed at one rate, positive ones reinvested at another.
public enum ModifiedInternalRate {
  /// The rate per period at which the financed outlay grows to the reinvested returns, or nil without both signs.
  ///
  /// ((Σ gains·(1 + reinvestment)^(n−t)) ÷ (Σ costs·(1 + finance)^(−t)))^(1/n) − 1, with n periods between the first
  /// and the last of the amounts.
  public static func mirr(_ amounts: [Double], finance: Double, reinvestment: Double) -> Double? {
    guard amounts.contains(where: { $0 > 0 }), amounts.contains(where: { $0 < 0 }), reinvestment > -1,
      let costs = PresentValue.npv(rate: finance, of: amounts.map { min($0, 0) }),
      let gains = PresentValue.npv(rate: reinvestment, of: amounts.map { max($0, 0) })
    else { return nil }
    let periods = Double(amounts.count - 1)
    let growth = Elementary.logarithm(gains / -costs) / periods + Elementary.logarithmOfOne(plus: reinvestment)
    return Elementary.exponentialLessOne(growth)
  }
}
