import LedgerCore
import Portfolio
import ReportDocument

/// One difference between quota, budget book and treasury, or one item that has to be known to read them together.
struct Difference {
  /// The named classes of DOMAIN §4.2.
  enum Class: String, CaseIterable {
    /// Paid through another account than the treasury's.
    case inTransit
    /// Came back in the budget year.
    case returned
    /// Day and budget year differ.
    case yearBoundary
    /// Booked on a wrong account, or without its envelope.
    case wrongAccount
    /// Both sides know the event, with different amounts.
    case wrongAmount
    /// Only one side knows the event.
    case oneSided

    /// The class as a value of a fixed list.
    var phrase: Phrase {
      switch self {
      case .inTransit: Phrase("在途", "in transit")
      case .returned: Phrase("退回", "returned")
      case .yearBoundary: Phrase("跨年", "year boundary")
      case .wrongAccount: Phrase("科目错", "wrong account")
      case .wrongAmount: Phrase("金额错", "wrong amount")
      case .oneSided: Phrase("未达", "one side only")
      }
    }
  }

  var day: Day
  /// The day on which the budget book has it, or would have it.
  var outlayDay: Day
  /// The event's place in the chain.
  var sequence: Int64
  /// The numbers of its vouchers, empty when the event made none.
  var number = Phrase.none
  var envelope: EnvelopeID
  var deal: DealID
  /// What the item is about, minor units: the difference, or the amount that crossed the boundary or came back.
  var amount: Int64
  /// What the quota says, minor units.
  var paid: Int64
  /// What the budget book says.
  var outlay: Int64
  /// What left the treasury in the fiscal book.
  var cash: Int64
  /// What the bank or treasury paid by a line that no event matches, minor units; below zero for what came back.
  var stated: Int64 = 0
  var kind: Class
  /// Whether nothing has to be done about it.
  var isExplained: Bool
  var reason: Phrase
}
