import LedgerCore
import Portfolio
import ReportDocument

extension ExitTerms {
  /// The rule of one tier as a formula, such as 本金＋本金×LPR-1Y（退出日）×天数÷365.
  func formula(of tier: ExitTier) -> Phrase {
    let name = (tier.rate ?? rate)?.name ?? ""
    let rateText = isSeries(tier) ? Phrase("\(name)（\(rateDate.chinese)）", "\(name) (\(rateDate.english))") : .plain(name)
    let plus = spread == .zero ? Phrase.none : .plain(spread > .zero ? "+\(spread)" : "\(spread)")
    let borne = plus.isEmpty ? rateText : Phrase("（", "(") + rateText + plus + Phrase("）", ")")
    let basis = dayCount == .actual365Fixed ? "365" : "360"
    let interest =
      isCompound
      ? Phrase("本金×[Π(1+", "principal × [Π(1 + ") + borne + Phrase("×各年天数÷\(basis))−1]", " × days of the year ÷ \(basis)) − 1]")
      : Phrase("本金×", "principal × ") + borne + Phrase("×天数÷\(basis)", " × days ÷ \(basis)")
    switch tier.basis {
    case .principal: return Phrase("本金", "principal")
    case .interest: return Phrase("本金＋", "principal + ") + interest
    case .value: return Phrase("估值中所占部分", "our part of the valuation")
    case .higher:
      return Phrase("max(本金＋", "max(principal + ") + interest + Phrase("，估值)", ", valuation)")
    }
  }

  /// All tiers in one line, with what is not as usual: 3年以内 本金；满3年后 本金＋本金×LPR-1Y（退出日）×天数÷365.
  var rule: Phrase {
    var parts: [Phrase] = []
    var start = 0
    for tier in tiers {
      let stretch = tiers.count == 1 ? Phrase.none : ExitTerms.stretch(from: start, to: tier.untilMonths)
      let gap = stretch.isEmpty ? Phrase.none : Phrase("：", ": ")
      parts.append(stretch + gap + formula(of: tier))
      start = tier.untilMonths ?? start
    }
    if deductsDividends { parts.append(Phrase("已收分红抵扣", "dividends deducted")) }
    if !hasFloor { parts.append(Phrase("不保底", "no floor")) }
    return Phrase(parts.map(\.zh).joined(separator: "；"), parts.map(\.en).joined(separator: "; "))
  }

  /// What holds beside the formula.
  var conditions: Phrase {
    var zh: [String] = []
    var en: [String] = []
    func say(_ chinese: String, _ english: String) {
      zh.append(chinese)
      en.append(english)
    }
    if tiers.contains(where: \.basis.bearsInterest) {
      say(isCompound ? "按年复利" : "单利", isCompound ? "compound by years" : "simple interest")
      say(dayWord, dayWord)
      if freeMonths > 0 {
        say(
          bearsWholeTerm ? "期满后自投入日起全期计息" : "仅免息期后计息",
          bearsWholeTerm ? "once free period is over, from the day of payment" : "only the days after the free period")
      }
    }
    say(
      isPerInstalment ? "各笔分别计持有期" : "均自首笔计持有期",
      isPerInstalment ? "each instalment by its own holding period" : "holding period from the first payment")
    say(deductsDividends ? "已收分红抵扣" : "分红不抵扣", deductsDividends ? "dividends deducted" : "dividends not deducted")
    say(hasFloor ? "不低于本金" : "不保底", hasFloor ? "not below principal" : "no floor")
    return Phrase(zh.joined(separator: "；"), en.joined(separator: "; "))
  }

  /// The day count by its name, of 30/360 which one: the 31st becomes the 30th, the end of February stays as it is.
  var dayWord: String {
    switch dayCount {
    case .actual360: "act/360"
    case .actual365Fixed: "act/365"
    default: "30/360 ISDA"
    }
  }

  private func isSeries(_ tier: ExitTier) -> Bool {
    if case .series? = tier.rate ?? rate { true } else { false }
  }

  /// A stretch of the holding period in words.
  static func stretch(from start: Int, to end: Int?) -> Phrase {
    let first = term(start)
    guard let end else { return start == 0 ? Phrase("全期", "at any time") : Phrase("满\(first.zh)后", "after \(first.en)") }
    let last = term(end)
    return start == 0
      ? Phrase("\(last.zh)以内", "within \(last.en)") : Phrase("满\(first.zh)至\(last.zh)", "after \(first.en) up to \(last.en)")
  }

  /// Months as years where they are whole: 3年, 18个月.
  static func term(_ months: Int) -> Phrase {
    months % 12 == 0
      ? Phrase("\(months / 12)年", months == 12 ? "1 year" : "\(months / 12) years") : Phrase("\(months)个月", "\(months) months")
  }
}

extension ExitTerms.RateDate {
  /// The English word.
  var english: String {
    switch self {
    case .entry: "day of payment"
    case .exit: "day of exit"
    case .period: "each day's own"
    case .year: "each anniversary's"
    }
  }
}

extension ExitTier.Basis {
  /// The basis as a cell.
  var cell: Cell { .code(rawValue, Phrase(chinese, rawValue)) }
}
