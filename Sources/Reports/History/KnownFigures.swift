import LedgerCore
import Portfolio
import ReportDocument

/// The figures of a set of books at a moment by name, so that two registers with other ids can be compared.
struct KnownFigures {
  /// A group of figures that are compared with each other.
  enum Part: String, CaseIterable {
    case balances, holdings, envelopes, others

    /// The heading over the differences of the part.
    var title: Phrase {
      switch self {
      case .balances: Phrase("科目余额", "Balances by account")
      case .holdings: Phrase("投资项目", "Holdings by deal")
      case .envelopes: Phrase("预算指标", "Envelopes")
      case .others: Phrase("他方资金", "Others' money")
      }
    }
  }

  /// One amount by what it is of.
  struct Figure {
    /// The account, deal or envelope.
    let name: String
    /// Which amount of it.
    let measure: Phrase
    let amount: Int64
    let commodity: Commodity
  }

  /// All amounts of a part that are not zero, in the order in which they print.
  private(set) var parts: [Part: [Figure]] = [:]

  /// Reads the figures of a source.
  init(_ source: any LedgerSource, moment: Moment) throws(Diagnostic) {
    parts[.balances] = try KnownFigures.balances(source, moment)
    let view = try PortfolioView(source, moment: moment, from: .always)
    parts[.holdings] = try KnownFigures.holdings(view)
    parts[.envelopes] = KnownFigures.envelopes(view)
    parts[.others] = try KnownFigures.others(view)
  }

  private static func balances(_ source: any LedgerSource, _ moment: Moment) throws(Diagnostic) -> [Figure] {
    let register = source.register
    let rows = try source.movements(MovementQuery(moment: moment))
    return try rows.sorted { register[$0.account].stands(before: register[$1.account]) }
      .map { row throws(Diagnostic) in
        let account = register[row.account]
        return Figure(
          name: account.name, measure: account.book.phrase,
          amount: try Diagnostic.onOverflow { () throws(MoneyOverflow) in try row.closing() },
          commodity: register[row.commodity])
      }
  }

  private static func holdings(_ view: PortfolioView) throws(Diagnostic) -> [Figure] {
    var figures: [Figure] = []
    for deal in view.register.deals {
      let sums = try view.closing(of: deal.id)
      let amounts: [(Phrase, Int64)] = [
        (Phrase("投资成本", "Cost"), sums.cost),
        (Phrase("账面余额", "Carrying amount"), sums.carryingAmount),
        (Phrase("公允价值", "Fair value"), view.valuation(of: deal.id).amount),
      ]
      for (measure, amount) in amounts where amount != 0 {
        figures.append(Figure(name: deal.name, measure: measure, amount: amount, commodity: view.base))
      }
    }
    return figures
  }

  private static func envelopes(_ view: PortfolioView) -> [Figure] {
    view.register.envelopes.flatMap { envelope in
      let sums = view.fold[envelope.id]
      let amounts: [(Phrase, Int64)] = [
        (Phrase("调整后预算", "Final budget"), sums.final), (Phrase("已签约未付", "Signed, unpaid"), sums.signedUnpaid),
        (Phrase("已支付", "Paid"), sums.paid), (Phrase("可执行", "Available"), sums.available),
      ]
      return amounts.filter { $0.1 != 0 }.map {
        Figure(name: envelope.name, measure: $0.0, amount: $0.1, commodity: view.base)
      }
    }
  }

  private static func others(_ view: PortfolioView) throws(Diagnostic) -> [Figure] {
    var figures: [Figure] = []
    for deal in view.register.deals {
      let sums = try view.closing(of: deal.id)
      let amounts: [(Phrase, Int64)] = [
        (Phrase("股权资金", "Equity of others"), sums[.contributed]), (Phrase("贷款", "Loans"), sums[.lent]),
      ]
      for (measure, amount) in amounts where amount != 0 {
        figures.append(Figure(name: deal.name, measure: measure, amount: amount, commodity: view.base))
      }
    }
    return figures
  }
}
