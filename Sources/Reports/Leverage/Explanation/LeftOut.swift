import LedgerCore
import ReportDocument

/// Why money is not in a figure; the raw value is what machines get.
enum LeftOut: String, CaseIterable {
  case reversed, reversal, otherCommodity, repeated, secondary, conversion, announcedOnly, earlierRound, laterRound
  case projectLevel, fundLevel, loan, deployment, unreached, ownFund, subFund, otherClass, signedOnly, withinPromise
  case superseded, noEvidence, recycled, promisedOnly, tooLate, noOwnPayment, beforeOurs, outsideClosing, beyondPaid
  case companyRound, companyLevel, unplanned, handedOver, duplicateKey, otherSide, notInMetric
  case ofItself, bankEquity, fundsOwnLoan, boughtAndPaid, fundWithoutDeal, undesignated

  /// The words that people read.
  var phrase: Phrase {
    switch self {
    case .reversed: Phrase("已冲销", "reversed")
    case .reversal: Phrase("冲销分录", "a reversal")
    case .otherCommodity: Phrase("其他币种", "other commodity")
    case .repeated: Phrase("重复登记同一资金", "same money as another event")
    case .secondary: Phrase("受让老股", "bought from a holder")
    case .conversion: Phrase("债权转股", "a claim that became shares")
    case .announcedOnly: Phrase("仅为意向", "announced only")
    case .earlierRound: Phrase("前期轮，先于我方", "a round before ours")
    case .laterRound: Phrase("后续轮", "a later round")
    case .projectLevel: Phrase("项目层资金，非同基金、同轮", "beside a fund, not in the same fund or closing")
    case .fundLevel: Phrase("基金层资金，非企业", "in a fund, not in a company")
    case .loan: Phrase("贷款", "a loan")
    case .deployment: Phrase("基金投出，非他方资金", "invested by a fund, not others' money")
    case .unreached: Phrase("财政资金未到达该项目", "no own money reached the deal")
    case .ownFund: Phrase("本级参股基金的出资", "of or into a fund of ours")
    case .subFund: Phrase("下级基金的合伙人", "partner of a sub-fund")
    case .companyRound: Phrase("企业的一轮融资，我方只经基金投入", "a company's round, in which our money is through funds alone")
    case .otherClass: Phrase("资金性质不在口径内", "not of the tier")
    case .signedOnly: Phrase("仅认缴", "signed only")
    case .withinPromise: Phrase("实缴含在认缴内", "within what was signed")
    case .superseded: Phrase("认缴已由实缴取代", "superseded by what was paid")
    case .noEvidence: Phrase("无佐证", "no evidence")
    case .recycled: Phrase("滚动资金", "recycled money")
    case .promisedOnly: Phrase("仅认缴，未出资", "committed, not paid")
    case .tooLate: Phrase("超出期限", "too late")
    case .noOwnPayment: Phrase("我方尚未出资或在其之前", "before any payment of ours")
    case .beforeOurs: Phrase("先于我方", "before ours")
    case .outsideClosing: Phrase("距我方出资一年以上，属后续轮", "over a year from ours: a later round")
    case .beyondPaid: Phrase("退回超过该方实缴", "went back beyond what the party paid")
    case .companyLevel: Phrase("企业层资金，非基金", "in a company, not in a fund")
    case .unplanned: Phrase("项目无计划规模", "the deal has no planned size")
    case .handedOver: Phrase("无偿划入，我方未出资", "handed over to us, nothing was paid")
    case .duplicateKey: Phrase("唯一键重复，只记一次", "the same key again: recorded once")
    case .otherSide: Phrase("同一笔钱，以企业项目登记的为准", "the same money, counted as the company's deal records it")
    case .ofItself: Phrase("被投单位自有资金，非他方", "of what it went into, not of others")
    case .bankEquity: Phrase("银行对企业的股权投资，计入贷款", "equity of a bank, which counts with loans")
    case .fundsOwnLoan: Phrase("基金自身的借款，投出时已计入", "a loan of the fund's own, which counts where it is invested")
    case .boughtAndPaid: Phrase("受让份额的认缴，已随付价计入实缴", "committed with an interest bought, and paid as its price")
    case .fundWithoutDeal: Phrase("投入未登记项目的基金，尚未到企业", "into a fund without a deal here, not yet in a company")
    case .undesignated: Phrase("协议未指定我方资金", "no money of ours is designated for it")
    case .notInMetric: Phrase("不属于本指标", "no matter of this metric")
    }
  }
}
