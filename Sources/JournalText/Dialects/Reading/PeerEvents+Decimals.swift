import LedgerCore
import Portfolio

extension PeerEvents {
  /// What is wrong with a commodity of which amounts need more decimals than the books give it, and ways that work.
  ///
  /// The base of books has the decimals of its currency for good. Any other commodity gets in new books as many as the journal
  /// needs, so that books with another base take the amounts as they are.
  func tooFine(_ commodity: PeerCommodity, scale: Int) -> Diagnostic {
    let code = commodity.code.isEmpty ? register.base.code : commodity.code
    let (count, needed) = (commodity.count(beyond: scale), commodity.neededDecimals)
    return Diagnostic(
      .tooManyDecimals,
      Wording(
        "有 \(count) 个 \(code) 金额的小数超过 \(scale) 位（最多 \(needed) 位），账簿的 \(code) 只有 \(scale) 位",
        """
        \(EnglishCount.of(count, "amount")) of \(code) with more than \(scale) decimals, up to \(needed); \(code) has \(scale) in \
        the books
        """
      ),
      hint: hint(of: commodity, needed), at: journal.position(commodity.finest.place, line: commodity.finest.line))
  }

  private func hint(of commodity: PeerCommodity, _ needed: Int) -> Wording {
    if needed > Commodity.scaleMax {
      return Wording(
        "请在文本账中四舍五入，任何币种最多 \(Commodity.scaleMax) 位", "round them in the journal: no commodity has more than \(Commodity.scaleMax)")
    }
    if commodity.code.isEmpty, journal.syntax == .ledger {
      return Wording(
        "请在文本账中四舍五入；要保留全部小数，在这些金额后写另一名称，如 1.2345 UNIT",
        "round them in the journal; to keep all decimals, write a name of their own behind the amounts: 1.2345 UNIT")
    }
    if commodity.code.isEmpty {
      let form = "1." + String(repeating: "0", count: needed)
      return Wording(
        "请在文本账中四舍五入；要保留全部小数，在文本账开头为它们另定名称：D \(form) UNIT",
        "round them in the journal; to keep all decimals, name them at its top: D \(form) UNIT")
    }
    let other = commodity.code == Commodity.renminbi.code ? "USD" : Commodity.renminbi.code
    return Wording(
      "请在文本账中四舍五入；要保留全部小数，记入以另一币种为本位币的新账簿：bgt init --book NEW.bgt --rules plain --commodity \(other)，再 bgt import --book NEW.bgt",
      """
      round them in the journal; to keep all decimals, use new books with another base: bgt init --book NEW.bgt --rules plain \
      --commodity \(other), then bgt import --book NEW.bgt
      """)
  }
}
