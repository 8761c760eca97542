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
}
