/// Amounts of money in the capitals that vouchers and cheques carry (大写金额).
///
/// Where the regulation leaves a choice, one form is written: `零` before `角` when the figure of the yuan is 0
/// (壹仟陆佰捌拾元零叁角贰分), none between groups of four figures that only end in 0 (壹拾万柒仟元), `整` after whole
/// yuan and none after `角`, `元` and not `圆`. A negative amount begins with `负`.
public enum ChineseAmount {
  private static let figures: [String] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
  private static let places: [String] = ["", "拾", "佰", "仟"]

  /// An amount in fen: `人民币壹仟肆佰零玖元伍角`.
  public static func renminbi(_ fen: Int64) -> String { "人民币" + text(fen) }

  /// An amount in fen without the name of the currency.
  public static func text(_ fen: Int64) -> String {
    let size = fen.magnitude
    let (yuan, jiao, last) = (size / 100, Int(size / 10 % 10), Int(size % 10))
    var text = fen < 0 ? "负" : ""
    if yuan > 0 || size == 0 { text += whole(yuan) + "元" }
    if jiao > 0 {
      if yuan > 0 && yuan % 10 == 0 { text += "零" }
      text += figures[jiao] + "角"
    }
    if last > 0 {
      if yuan > 0 && jiao == 0 { text += "零" }
      text += figures[last] + "分"
    }
    return jiao == 0 && last == 0 ? text + "整" : text
  }

  /// A whole number: what stands above 亿 and 万 is a number of its own before the word.
  private static func whole(_ number: UInt64) -> String {
    for (unit, word) in [(UInt64(100_000_000), "亿"), (10_000, "万")] where number >= unit {
      let rest = number % unit
      if rest == 0 { return whole(number / unit) + word }
      return whole(number / unit) + word + (rest < unit / 10 ? "零" : "") + whole(rest)
    }
    return group(Int(number))
  }

  /// Up to four figures, runs of zeros between others written once.
  private static func group(_ number: Int) -> String {
    if number == 0 { return figures[0] }
    var text = ""
    var skipsZero = false
    for (place, unit) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
      let figure = number / unit % 10
      if figure == 0 {
        skipsZero = !text.isEmpty
        continue
      }
      if skipsZero { text += figures[0] }
      text += figures[figure] + places[place]
      skipsZero = false
    }
    return text
  }
}
