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
