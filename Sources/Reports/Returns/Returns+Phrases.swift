import Analytics
import LedgerCore
import ReportDocument

extension InternalRate {
  /// The rate as it may be printed: with what it refers to, or with the reason why there is none.
  var figure: RateFigure {
    RateFigure(rate, status: status.rawValue, remark: remark, isAnnualised: status != .ok || isAnnualised)
  }

  /// The same for a table, where the definitions of the report say what a period is.
  var cellFigure: RateFigure {
    var figure = figure
    if status == .ok && !isAnnualised { figure.remark = Phrase("（期间）", "(period)") }
    return figure
  }

  private var remark: Phrase {
    switch status {
    case .ok: isAnnualised ? .none : Phrase("（期间收益率，未年化）", "(of the period, not annualised)")
    case .totalLoss: Phrase("（全部损失）", "(total loss)")
    case .notUnique: Phrase("不唯一", "not unique")
    case .noRoot: Phrase("无解", "no root")
    case .undefined: Phrase("无法计算", "undefined")
    }
  }
}

extension TimeWeightedReturn {
  /// The rate as it may be printed.
  var figure: RateFigure {
    RateFigure(rate, status: status.rawValue, remark: remark, isAnnualised: status != .ok || isAnnualised)
  }

  private var remark: Phrase {
    switch status {
    case .ok: isAnnualised ? .none : Phrase("（期间）", "(period)")
    case .undefined: Phrase("无法计算", "undefined")
    case .valuationMissing: Phrase("缺估值", "not valued")
    case .noCapital: Phrase("无本金", "no capital")
    }
  }

  /// How many valuation days are written out.
  private static let shownMax = 6

  /// The valuation days that were linked, or the first flow that has none near to it.
  var daysPhrase: Phrase {
    if status == .valuationMissing, let first = missing.first {
      let more = missing.count - 1
      return Phrase(
        more > 0 ? "\(first)等\(missing.count)天没有估值" : "\(first)没有估值",
        "no valuation near \(first)" + (more > 0 ? " and \(EnglishCount.of(more, "more day"))" : ""))
    }
    guard let last = valuationDays.last else { return .none }
    if valuationDays.count > TimeWeightedReturn.shownMax {
      let head = valuationDays.prefix(TimeWeightedReturn.shownMax - 2).map(\.description)
      return Phrase(
        head.joined(separator: "、") + "…\(last)（共\(valuationDays.count)天）",
        head.joined(separator: ", ") + " … \(last) (\(valuationDays.count) days)")
    }
    let days = valuationDays.map(\.description)
    return Phrase(days.joined(separator: "、"), days.joined(separator: ", "))
  }
}

extension Valuation.Basis {
  /// The name of the basis for people.
  var title: Phrase {
    switch self {
    case .valued: Phrase("估值", "valuation")
    case .carrying: Phrase("账面余额（无估值）", "carrying amount (never valued)")
    case .notHeld: Phrase("已退出", "not held")
    }
  }
}
