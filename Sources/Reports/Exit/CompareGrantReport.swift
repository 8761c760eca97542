import LedgerCore
import Portfolio
import ReportDocument

/// 拨款与股权比较: what the same money does to outlay, expense and net assets as a grant and as equity, by year.
public struct CompareGrantReport: Sendable {
  /// Whose money is compared.
  public enum Scope: Hashable, Sendable {
    case all
    case deal(String)
    case programme(String)
  }

  /// Whose money is compared.
  public var scope: Scope
  /// The two times of the question.
  public var moment: Moment

  public init(_ scope: Scope = .all, moment: Moment = .latest) {
    self.scope = scope
    self.moment = moment
  }

  /// The comparison as a document.
  ///
  /// - Throws: `unknownDeal` or `unknownProgramme`, `sumOverflow` when a sum leaves its range, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let register = source.register
    let deals = try deals(register)
    let cutOff = try source.cutOff(at: moment)
    let comparison = try comparison(try source.facts(at: moment), register, deals, cutOff)
    var frame = ReportFrame(source: source, moment: moment)
    frame.about = about
    var document = try frame.document(
      "compareGrant", title: Phrase("拨款与股权比较", "The same money as grant and as equity"),
      definitions: CompareGrantReport.definitions)
    guard let last = comparison.years.last else {
      document.notes.append(.nothingToShow)
      return document
    }
    let tables = CompareGrantTables(years: comparison.years, base: register.base)
    document.sections = [
      Section(
        "summary", title: Phrase("截至 \(cutOff)", "Up to \(cutOff)"), blocks: [.figures(try tables.summary(last))]),
      Section("flows", title: Phrase("各年发生", "Each year"), blocks: [.table(try tables.flows())]),
      Section(
        "netAssets", title: Phrase("对净资产的影响（累计）", "Effect on net assets, cumulative"),
        blocks: [.table(try tables.netAssets())]),
      Section(
        "cost", title: Phrase("引入他方每一元的成本（累计）", "Cost of each yuan drawn in, cumulative"),
        blocks: [.table(try tables.cost())]),
    ]
    document.notes = notes(comparison)
    return document
  }

  private func deals(_ register: Register) throws(Diagnostic) -> Set<DealID> {
    switch scope {
    case .all: return Set(register.deals.map(\.id))
    case .deal(let name):
      if let deal = register.deal(named: name) { return [deal.id] }
      let near = register.nearestName(to: name, of: .deal)
      throw Diagnostic(
        .unknownDeal, Wording("没有投资项目\(name)", "there is no deal \(name)"),
        hint: near.map(Wording.didYouMean) ?? Wording("bgt report holdings 列出全部项目", "bgt report holdings shows all deals"))
    case .programme(let name):
      guard let programme = register.programme(named: name) else {
        let near = register.nearestName(to: name, of: .programme)
        throw Diagnostic(
          .unknownProgramme, Wording("没有项目计划\(name)", "there is no programme \(name)"),
          hint: near.map(Wording.didYouMean) ?? Wording("先用 programme 登记", "declare it first, with a programme event"))
      }
      return Set(register.deals.filter { $0.programme == programme.id }.map(\.id))
    }
  }

  private func comparison(
    _ facts: [Fact], _ register: Register, _ deals: Set<DealID>, _ cutOff: Day
  ) throws(Diagnostic) -> GrantComparison {
    func compared(
      _ leverage: (LeverageView) -> LeverageSums, _ grouping: Grouping, _ bears: (FeeAllocation.Part) -> Bool
    ) throws(Diagnostic) -> GrantComparison {
      try GrantComparison(facts, register, deals: deals, bears: bears, cutOff: cutOff, leverage: leverage, by: grouping)
    }
    func isBorne(_ part: FeeAllocation.Part) -> Bool { part.deal > 0 && deals.contains(DealID(Int32(clamping: part.deal))) }
    switch scope {
    case .all: return try compared(\.total, .none) { _ in true }
    case .deal(let name): return try compared({ $0.sums(named: name) }, .deal, isBorne)
    case .programme(let name):
      let programme = register.programme(named: name)?.id
      // What none of its deals can bear was paid for the programme all the same.
      return try compared({ $0.sums(named: name) }, .programme) { isBorne($0) || ($0.deal == 0 && $0.programme == programme) }
    }
  }

  private var about: [Figure] {
    switch scope {
    case .all: []
    case .deal(let name): [Figure("deal", Phrase("项目", "Deal"), .text(name))]
    case .programme(let name): [Figure("programme", Phrase("专项", "Programme"), .text(name))]
    }
  }

  private static let definitions = [
    Phrase(
      "作为拨款：投入的每一元（含滚动资金，拨款不会收回，须另列预算）当年列支出和费用，不再收回",
      "as a grant: every yuan paid in (recovered money too, since a grant never comes back and would need budget anew) is "
        + "outlay and expense of its year and does not come back"),
    Phrase(
      "作为股权：支出为预算资金（不含滚动资金）；收益＝应享利润＋成本法股利＋退出收益（含转入的权益法调整），损失＝应担亏损＋退出损失＋核销；收回＝到账股利和退出价款；管理费另列，计在支付的年度（未指明项目的按支付日专项内各项目已投入金额分摊，此前没有投入的按截止日的投入；已冲销的不计）",
      "as equity: outlay is budget money, recovered money left out; income = share of profits, dividends under the cost "
        + "method, gains with the equity reserve that they release; losses = share of losses, losses of exits, write-offs; came back = dividends and proceeds received; "
        + "management fees stand by themselves in the year of their payment, those that name no deal spread by what had been paid in on "
        + "the deals of the programme by that day, or by the cut-off where nothing had; reversed ones do not count"),
    Phrase(
      "对净资产的影响：拨款＝−累计投入；股权＝账面余额＋应收股利＋累计收回−累计投入−累计管理费，即各年收益−损失−管理费"
        + "（及权益变动、差错更正、建账前损益）之和",
      "effect on net assets: grant = − all paid in; equity = carrying amount + dividends receivable + all that came back − all "
        + "paid in − all fees, which is income − losses − fees of all years (with other equity, corrections and what was "
        + "earned before the books)"),
    Phrase(
      "每元成本＝累计净成本÷他方同轮实缴（S，宽口径，不含贷款，与 M1 分子相同）；拨款净成本＝累计投入，"
        + "股权净成本＝累计投入＋累计管理费−累计收回−剩余价值（最近估值，无估值的按账面余额），负数为净收益",
      "cost per yuan = net cost ÷ others' equity paid beside ours (S, wide, without loans: the numerator of M1); net cost of a "
        + "grant = all paid in, of equity = all paid in + all fees − all that came back − residual value (dividends receivable in; latest valuation, else "
        + "carrying amount), below zero when it earned"),
  ]

  private func notes(_ comparison: GrantComparison) -> [Phrase] {
    var notes: [Phrase] = []
    let total = comparison.years.last?.total ?? MeasureTotals()
    if total[.openingPaid] != 0 {
      notes.append(
        Phrase(
          "期初建账前的投入计在首次出资的年度，建账前按成本列示；建账前的收回和损益计在建账年度。",
          "What was paid before the books began counts in the year of the first payment and stands at cost until the opening; "
            + "what came back and was earned until then counts in the year of the opening."))
    }
    if total[.handedIn] != 0 || total[.handedOut] != 0 {
      notes.append(
        Phrase(
          "无偿划入、划出的持有不收付现金，按账面余额计为投入和收回，与收益报告一致。",
          "Holdings taken over or given away move no money; at their carrying amount they count as paid in and as come back, as "
            + "in returns."))
    }
    return notes
  }
}
