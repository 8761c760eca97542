import Analytics
import LedgerCore
import ReportDocument

extension MatchEvidence {
  /// The evidence in words: what agrees, and what speaks against it.
  var phrase: Phrase {
    var parts = [groupPhrase]
    parts.append(
      days == 0 ? Phrase("同日", "same day") : Phrase("相差 \(days) 天", days == 1 ? "1 day apart" : "\(days) days apart"))
    if sharesDocument { parts.append(Phrase("单据号相同", "same document")) }
    switch names {
    case .same: parts.append(Phrase("户名相同", "same name"))
    case .similar: parts.append(Phrase("户名相近", "similar name"))
    case .different: parts.append(Phrase("户名不同", "other name"))
    case .unknown: break
    }
    if isOnlyOne { parts.append(Phrase("近期同额仅此一笔", "the only one of this amount near")) }
    if isAmbiguous { parts.append(Phrase("另有同等选择", "another choice is as good")) }
    return parts.dropFirst().reduce(parts[0]) { $0 + Phrase("，", ", ") + $1 }
  }

  private var groupPhrase: Phrase {
    switch group {
    case .pair: Phrase("金额相同", "same amount")
    case .document: Phrase("同一单据合计相同", "one document adds up")
    case .name: Phrase("同一单位合计相同", "one party adds up")
    case .day: Phrase("同日合计相同", "one day adds up")
    case .sum: Phrase("合计相同", "adds up")
    }
  }
}
