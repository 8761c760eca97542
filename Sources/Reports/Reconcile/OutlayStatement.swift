import LedgerCore
import Portfolio

/// From what the envelopes of a budget year paid to the outlay of the calendar year in the budget book, line by line.
struct OutlayStatement {
  /// Paid by the envelopes of the year, whenever.
  private(set) var paidOfEnvelopes: Int64 = 0
  /// Of it in the closing period: the budget book has it on the last day of the year.
  private(set) var paidInClosing: Int64 = 0
  /// Of it posted after the calendar year.
  private(set) var paidLater: Int64 = 0
  /// Of it before the calendar year.
  private(set) var paidEarlier: Int64 = 0
  /// Paid within the calendar year by envelopes of other years.
  private(set) var paidOfOthers: Int64 = 0
  /// Outlay of the calendar year that names no envelope.
  private(set) var withoutEnvelope: Int64 = 0
  /// What items of the calendar year make the budget book differ from the quota by.
  private(set) var different: Int64 = 0
  /// Outlay of the calendar year by the budget book.
  private(set) var outlay: Int64 = 0

  init(_ reconciliation: Reconciliation) throws(Diagnostic) {
    guard let sides = reconciliation.sides else { return }
    let year = reconciliation.year
    for fact in reconciliation.spending {
      let isOurs = reconciliation.register[fact.dimensions.envelope].year == year
      let postedIn = reconciliation.register.budgetDay(of: fact).year
      if isOurs { try paidOfEnvelopes.add(fact.spent) }
      if isOurs && postedIn == year && fact.day.year > year { try paidInClosing.add(fact.spent) }
      if isOurs && postedIn > year { try paidLater.add(fact.spent) }
      if isOurs && postedIn < year { try paidEarlier.add(fact.spent) }
      if !isOurs && postedIn == year { try paidOfOthers.add(fact.spent) }
    }
    for item in reconciliation.differences where item.outlayDay.year == year {
      if item.envelope.isNone {
        try withoutEnvelope.add(item.outlay)
      } else {
        try different.add(item.outlay)
        try different.add(0 &- item.paid)
      }
    }
    try outlay.add(sides.outlayOfYear.withEnvelope)
    try outlay.add(sides.outlayOfYear.without)
  }

  /// What the lines lead to.
  var expected: Int64 {
    get throws(Diagnostic) {
      var sum = paidOfEnvelopes
      try sum.add(0 &- paidLater)
      try sum.add(0 &- paidEarlier)
      try sum.add(paidOfOthers)
      try sum.add(withoutEnvelope)
      try sum.add(different)
      return sum
    }
  }

  /// What is left unexplained; 0 when the statement comes out.
  var residual: Int64 {
    get throws(Diagnostic) {
      var rest = outlay
      try rest.add(0 &- expected)
      return rest
    }
  }
}
