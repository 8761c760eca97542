import LedgerCore
import Portfolio
import ReportDocument

extension PolicyMetric {
  /// The name of the figure.
  var title: Phrase { Phrase(chinese, english) }

  /// What the figure means, exactly: numerator, denominator, basis.
  var definition: Phrase {
    switch self {
    case .socialShare:
      Phrase(
        "实缴口径：（社会资本＋国企）÷（本级财政＋全部他方），基金和同轮，不含贷款、他级财政不计入分子",
        "paid-in: (private + state firms) ÷ (own + all others), funds and same closings, without loans; other tiers only below")
    case .reinvestment: Phrase("认定的返投额÷本级实缴（含滚动资金）", "recognised local investment ÷ own money paid in, recycled money in")
    case .privateFirms:
      Phrase(
        "投入企业的资金中，类型为“企业”（非国企）者所占比例；直接出资与基金投资",
        "of what went into companies, the part in those declared company, not state-firm; straight and through funds")
    case .earlyStage:
      Phrase(
        "投入企业的资金中，发展阶段属早期者所占比例；未登记阶段的计入分母",
        "of what went into companies, the part in early stages; a stage that is not recorded counts below")
    case .meanTerm:
      Phrase(
        "持有项目约定期限的简单平均（年），未约定期限的项目不计",
        "simple mean of the agreed terms of what is held, in years; holdings without an agreed term are left out")
    case .paidShare: Phrase("全部实缴÷全部认缴，本级与他方，基金和同轮", "all paid in ÷ all committed, own and others', funds and same closings")
    case .idleShare:
      Phrase(
        "基金实缴未投÷基金实缴，全部合伙人；基金费用不在账内",
        "paid into funds and not invested ÷ paid into funds, all partners; the funds' fees are not in the books")
    case .internalRate: Phrase("XIRR，剩余价值记在截止日", "XIRR, residual value on the cut-off day")
    case .assetGrowth: Phrase("（累计收回＋剩余价值−累计实缴）÷累计实缴", "(distributed + residual value − paid in) ÷ paid in")
    case .executionRate: Phrase("当年指标已支付÷调整后预算", "paid out of the year's envelopes ÷ their final budget")
    case .leverage: Phrase("M1 宽口径：他方实缴÷本级实缴", "M1 wide: others' money paid in ÷ own money paid in")
    case .registrationShare: Phrase("已登记项目数÷持有项目数，均不含直接注资", "deals registered ÷ deals held, capital injections left out of both")
    case .evidenceShare:
      Phrase(
        "宽口径：有证据的他方实缴÷全部他方实缴（含他级财政）；佐证覆盖率（L13）为窄口径，只计民间资本，两者可不相等",
        "wide: others' money with evidence ÷ all others' money, paid in, other tiers' budgets too; L13 is narrow, of private money "
          + "alone, and may differ")
    case .feeShare: Phrase("当年管理费÷期末在投成本", "fees of the year ÷ cost held at its end")
    case .lossShare: Phrase("低于成本项目损失的本金÷全部投入", "capital lost in deals below cost ÷ all invested")
    case .invested: Phrase("当年实缴，含滚动资金，减当年退回", "paid in during the year, recycled money in, refunds off")
    case .returned: Phrase("当年收到的股利和退出价款", "dividends and proceeds received in the year")
    case .loans: Phrase("当年登记的跟进贷款", "loans recorded in the year")
    case .deals: Phrase("当年首次出资的项目数", "deals first paid in the year")
    case .satisfaction: Phrase("账簿不记录", "not in the books")
    }
  }
}

extension PolicyMetric.Measure {
  /// The unit for a column of values of several measures; a percentage and an amount show theirs themselves.
  var cell: Cell {
    let title =
      switch self {
      case .percent, .money: Phrase.none
      case .times: Phrase("倍", "times")
      case .years: Phrase("年", "years")
      case .count: Phrase("个", "number")
      }
    return .code(rawValue, title)
  }
}
