import LedgerCore
import Portfolio
import ReportDocument

/// Funds of ours that invested more than all their partners paid in: calls are missing, or money was borrowed or invested
/// again.
enum FundOverinvestedCheck: PolicyCheck {
  static let rule = PolicyRule.fundOverinvested

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    let funds = Dictionary(grouping: books.deals.filter(books.isFund)) { $0.party }
    for deal in books.deals where books.isFund(deal) {
      // One finding a fund, with the first of its deals; what a sub-fund got stands with the fund that invested in it.
      guard let deals = funds[deal.party], deals.first?.id == deal.id, deals.contains(where: { books.paidIn($0) > 0 }),
        let requirement = books.requirement(rule, for: deal, on: books.day)
      else { continue }
      guard let (invested, beyond) = try books.fund(of: deal)?.investments(), beyond > 0 else { continue }
      let paid = invested &- beyond
      if deals.contains(where: { books.position(of: $0).totals[.openingPaid] != 0 }) {
        outcome.unjudged.append(
          Phrase("\(deal.name)：建账前的缴款未逐笔登记，投出是否超过实缴无从判断", "\(deal.name): what was paid in before the books began is not known"))
        continue
      }
      let investments = deals.flatMap { books.facts(of: $0) }.filter { $0.measure == .deployed }
      outcome.findings.append(
        CheckFinding(
          requirement, .deal(deal), on: investments.map(\.day).max() ?? books.day, amount: invested &- paid,
          events: investments.map(\.sequence),
          Phrase(
            "投出 \(books.text(invested).zh)，各方实缴 \(books.text(paid).zh)",
            "invested \(books.text(invested).en), paid in \(books.text(paid).en) by all partners")))
    }
    if let obstacle = try obstacle(in: books) { outcome.unjudged.append(obstacle) }
    return outcome
  }

  /// Why money cannot be traced through the funds of the books at all; nil where it can.
  private static func obstacle(in books: CheckedBooks) throws(Diagnostic) -> Phrase? {
    if !books.deals.contains(where: books.isFund) { return nil }
    do throws(Diagnostic) {
      _ = try LookThroughTables(books.facts, books.register, LeveragePolicy())
      return nil
    } catch {
      let why: String
      switch error.code {
      case .ownershipCycle: why = "基金之间循环出资"
      case .sharesOverWhole: why = "写明的持股比例合计超过 100%"
      case .designatedBeyond: why = "指定金额超过我方在基金内的资金"
      default: throw error
      }
      let code = error.code.rawValue
      return Phrase("无法穿透（\(code)）：\(why)", "no money can be traced (\(code)): \(error.message)")
    }
  }
}
