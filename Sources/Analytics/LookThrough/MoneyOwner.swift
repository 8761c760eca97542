/// Whose money stands in a fund or a company, for tracing.
public enum MoneyOwner: Int, CaseIterable, Sendable {
  /// Our own fiscal money (F).
  case own = 0
  /// Private money (P).
  case `private` = 1
  /// State firms, which a programme counts as private or as public.
  case stateFirm = 2
  /// Other tiers of government (O).
  case otherPublic = 3
  /// Money of a fund of which nobody recorded where it came from.
  case unrecorded = 4
  /// Our own money invested again, where it is told apart from fresh money: it drew others in, and is in no denominator.
  case recycled = 5
  /// Banks that are partners of the fund.
  case bank = 6
  /// Others' money that was in the fund before ours: it is split as any, and ours drew none of it in.
  case earlier = 7

  /// Whether it is ours, fresh or invested again.
  public var isOurs: Bool { self == .own || self == .recycled }
}
