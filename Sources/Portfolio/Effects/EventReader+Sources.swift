import LedgerCore

extension EventReader {
  /// Says of money that moves into an envelope in which years it was first approved (源指标), first in, first out.
  ///
  /// - Returns: what it consists of, by year.
  @discardableResult
  func trace(
    _ money: Money, from source: Envelope, into dimensions: Dimensions, _ effect: inout Effect
  ) throws(Diagnostic) -> [(year: Int, amount: Int64)] {
    var parts: [(year: Int, amount: Int64)] = []
    for lot in try position(of: source).sources.first(money.minorUnits) {
      let year = lot.origin == 0 ? source.year : lot.origin
      if parts.last?.year == year {
        parts[parts.count - 1].amount += lot.amount
      } else {
        parts.append((year, lot.amount))
      }
    }
    for part in parts {
      effect.add(.tracedIn, Money(part.amount, money.commodity), dimensions, traits: .ofYear(part.year))
    }
    return parts
  }

  /// Warns when money is carried into a year that lies further from its own than the rules let it be carried.
  func warnOfAge(
    _ parts: [(year: Int, amount: Int64)], into target: Envelope, _ effect: inout Effect
  ) {
    guard let limit = register.carryYearsMax else { return }
    for part in parts where target.year - part.year > limit.value {
      effect.warn(
        .carriedTooLong,
        Wording(
          "\(text(part.amount)) 批复于 \(part.year) 年，结转到 \(target.year) 年已超过 \(limit.value) 年",
          "\(text(part.amount)) was approved in \(part.year) and is carried into \(target.year), "
            + "beyond \(limit.value) years"),
        hint: Wording(
          "到期未用的应收回：lapse；期限依据\(limit.citation)（\(limit.status.chinese)）",
          "money not used in that time is to be taken back: lapse; the limit is that of \(limit.citation), "
            + "\(limit.status.rawValue)"), at: event.position(of: "amount"))
    }
  }
}
