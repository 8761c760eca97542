import LedgerCore
import Portfolio
import ReportDocument

extension Requirement {
  /// The parameters in words, such as `20%` or `20 天`.
  func parameters(in base: Commodity) -> Phrase {
    var chinese: [String] = []
    var english: [String] = []
    if let rate {
      chinese.append("\(rate)")
      english.append("\(rate)")
    }
    if let amount {
      let text = DecimalText.format(amount, scale: base.scale, grouped: true) + " " + base.code
      chinese.append(text)
      english.append(text)
    }
    if let months {
      chinese.append("\(months) 个月")
      english.append("\(months) months")
    }
    if let days {
      let isWorked = rule == .registration
      chinese.append("\(days) \(isWorked ? "个工作日" : "天")")
      english.append("\(days) \(isWorked ? "working days" : "days")")
    }
    if !words.isEmpty {
      chinese.append(words.joined(separator: "、"))
      english.append(words.joined(separator: ", "))
    }
    return Phrase(chinese.joined(separator: "；"), english.joined(separator: "; "))
  }

  /// Source and status, `财预〔2015〕210号（未核对）`.
  var sourceWithStatus: Phrase {
    let source = citation.isEmpty ? Phrase("（未注明出处）", "(no source)") : .plain(citation)
    switch status {
    case .verified: return source
    case .unverified:
      // A citation that says so itself is not told so twice.
      return citation.contains("未核对") ? source : source + Phrase("（未核对）", " (unverified)")
    case .own: return source + Phrase("（自定）", " (own)")
    }
  }
}
