/// By what the money of one deal is kept apart.
enum MoneySplit {
  case whole
  /// By the calendar year in which it flowed.
  case year
  /// By the envelope that pays.
  case envelope(EnvelopeTimes)

  /// Whether one deal may stand in several groups.
  var isSplit: Bool { if case .whole = self { false } else { true } }
}
