/// When an envelope is looked at: at signing or at paying (控制环节).
public enum ControlMoment: String, CaseIterable, Sendable {
  /// 签约: a commitment reserves money.
  case commit
  /// 支付: a payment or a fee spends it.
  case pay

  /// The Chinese word shown to people.
  public var chinese: String { self == .commit ? "签约" : "支付" }

  /// The moment that events of a kind are, or nil for kinds that no control may let pass.
  init?(ofKind name: String) {
    switch name {
    case "commit": self = .commit
    case "pay", "fee": self = .pay
    default: return nil
    }
  }
}
