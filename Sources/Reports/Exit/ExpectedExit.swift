import LedgerCore
import Portfolio
import ReportDocument

/// One holding that is still to be left: when, and what it should bring.
struct ExpectedExit {
  /// Where the expected money comes from.
  enum Basis: String {
    /// The price due by the exit terms.
    case terms
    /// The latest valuation: no terms, or they ask for it.
    case valuation
    /// The carrying amount: no terms and nobody ever valued the holding.
    case carrying

    /// The word in tables.
    var phrase: Phrase {
      switch self {
      case .terms: Phrase("退出条款", "terms")
      case .valuation: Phrase("估值", "valuation")
      case .carrying: Phrase("账面余额", "carrying amount")
      }
    }
  }

  /// How the day stands to the cut-off.
  enum State: String {
    case overdue, due, open

    /// The word in tables.
    var phrase: Phrase {
      switch self {
      case .overdue: Phrase("逾期", "overdue")
      case .due: Phrase("未到期", "due")
      case .open: Phrase("无期限", "no term")
      }
    }
  }

  var deal: Deal
  /// The day on which the term ends; `never` without one.
  var day: Day
  var state: State
  /// What was paid in for what is held, minor units.
  var principal: Int64
  /// What it should bring, minor units.
  var amount: Int64
  var basis: Basis
  /// What a reader has to know of this line; empty for nothing.
  var remark: Phrase

  /// Every holding that is left, overdue ones first, then by day, those without a term last.
  static func all(of view: PortfolioView) throws(Diagnostic) -> [ExpectedExit] {
    let pricing = ExitPricing(view.facts, view.register, at: view.moment)
    var exits: [ExpectedExit] = []
    for deal in view.register.deals {
      let closing = try view.closing(of: deal.id)
      if closing.cost <= 0 && closing.carryingAmount <= 0 { continue }
      exits.append(try ExpectedExit(deal, closing, pricing, view))
    }
    return exits.sorted { ($0.day, $0.deal.id) < ($1.day, $1.deal.id) }
  }

  private init(
    _ deal: Deal, _ closing: MeasureTotals, _ pricing: ExitPricing, _ view: PortfolioView
  ) throws(Diagnostic) {
    self.deal = deal
    day = pricing.dueDay(of: deal)
    state = day == .never ? .open : day < view.cutOff ? .overdue : .due
    principal = closing.cost
    // What is overdue is due now; what has no term is reckoned as if it were left now.
    let reckoned = state == .due ? day : view.cutOff
    let worth = view.valuation(of: deal.id)
    amount = worth.amount
    basis = worth.basis == .valued ? .valuation : .carrying
    remark = basis == .valuation ? Phrase("估值日 \(worth.day)", "valued on \(worth.day)") : .none
    guard let terms = pricing.terms(of: deal.id, on: reckoned) else {
      remark = Phrase("未登记退出条款", "no exit terms") + (remark.isEmpty ? .none : Phrase("；", "; ") + remark)
      return
    }
    switch try pricing.price(of: deal.id, on: reckoned, under: terms) {
    case .success(let price):
      amount = price.amount
      basis = .terms
      remark = Phrase("计算至 \(reckoned)", "reckoned to \(reckoned)")
    case .failure(let obstacle): remark = Phrase(obstacle.sentence)
    }
  }
}
