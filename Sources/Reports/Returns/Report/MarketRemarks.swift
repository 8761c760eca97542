import Analytics
import ReportDocument

/// Of which lines of a market comparison a figure says little, and why.
struct MarketRemarks {
  /// Lines where the index could not have paid what the investment did.
  private var beyondIndex: [Phrase] = []
  /// Lines where PME+ would have to turn distributions into payments.
  private var belowScale: [Phrase] = []

  /// At most so many lines are named.
  private static let namedMax = 5

  /// Looks at a line before fees and after them.
  mutating func add(_ group: ReturnsView.Group, _ figures: MarketComparison.Figures?) {
    let sides = [figures?.gross, figures?.net].compactMap(\.self)
    if sides.contains(where: { $0.longNickelsValue < 0 }) { beyondIndex.append(group.label.phrase) }
    if sides.contains(where: { $0.plusScale ?? 0 < 0 }) { belowScale.append(group.label.phrase) }
  }

  /// What a reader must know.
  var notes: [Phrase] {
    var notes: [Phrase] = []
    if !beyondIndex.isEmpty {
      let lines = MarketRemarks.named(beyondIndex)
      notes.append(
        Phrase(
          "投资超过指数太多，同样的钱投入指数不够支付收回的数额，LN-PME 的期末价值为负，该数仅供参考：\(lines.zh)。",
          "The investment beat the index by so much that the index could not have paid the same distributions: the closing "
            + "value of LN-PME is negative and the rate says little, of \(lines.en)."))
    }
    if !belowScale.isEmpty {
      let lines = MarketRemarks.named(belowScale)
      notes.append(
        Phrase(
          "剩余价值已超过同样的实缴随指数增长之数，λ 为负，PME+ 把收回变成了付出，该数仅供参考：\(lines.zh)。",
          "The residual value alone is above what the same money grew to in the index: λ is negative, PME+ turns distributions "
            + "into payments and says little, of \(lines.en)."))
    }
    return notes
  }

  /// The first lines by name, and how many there are.
  private static func named(_ lines: [Phrase]) -> Phrase {
    let (zh, en) = (lines.prefix(namedMax).map(\.zh), lines.prefix(namedMax).map(\.en))
    if lines.count <= namedMax { return Phrase(zh.joined(separator: "、"), en.joined(separator: ", ")) }
    return Phrase(
      zh.joined(separator: "、") + "等\(lines.count)行", en.joined(separator: ", ") + " and \(lines.count - namedMax) more")
  }
}
