import LedgerCore
import Seeds
import Testing

@Suite("Amounts in capitals, 大写金额")
struct ChineseAmountTests {
  @Test(
    "the forms of the regulation, one of each choice",
    arguments: [
      (140_950, "壹仟肆佰零玖元伍角"), (600_714, "陆仟零柒元壹角肆分"), (168_032, "壹仟陆佰捌拾元零叁角贰分"),
      (10_700_053, "壹拾万柒仟元零伍角叁分"), (1_640_902, "壹万陆仟肆佰零玖元零贰分"), (32504, "叁佰贰拾伍元零肆分"),
      (0, "零元整"), (100, "壹元整"), (1, "壹分"), (10, "壹角"), (11, "壹角壹分"), (1000, "壹拾元整"),
      (1010, "壹拾元零壹角"), (1001, "壹拾元零壹分"), (100_100, "壹仟零壹元整"), (1_000_100, "壹万零壹元整"),
      (500_000_000, "伍佰万元整"), (10_000_000_000, "壹亿元整"), (10_000_500_000, "壹亿零伍仟元整"),
      (10_070_000_000, "壹亿零柒拾万元整"), (10_700_000_000, "壹亿零柒佰万元整"), (17_000_000_000, "壹亿柒仟万元整"),
      (100_000_000_000_000, "壹万亿元整"), (-120, "负壹元贰角"), (-1, "负壹分"),
      (Int64.max, "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分"),
    ] as [(Int64, String)])
  func forms(fen: Int64, text: String) {
    #expect(ChineseAmount.text(fen) == text)
    #expect(ChineseAmount.renminbi(fen) == "人民币" + text)
  }

  @Test("read back, every amount is what it was")
  func readBack() {
    var random = SeededGenerator(seed: 16_409_02)
    var amounts: [Int64] = [.max, .min, .max - 1, .min + 1] + Array(0...20_000)
    for _ in 0..<20_000 {
      // Every size alike, with figures knocked out so that zeros stand everywhere.
      var amount: Int64 = 0
      for _ in 0..<Int.random(in: 0..<19, using: &random) { amount = amount * 10 + ([0, 0, 1, 9, 5].randomElement(using: &random) ?? 0) }
      amounts.append(Bool.random(using: &random) ? amount : -amount)
    }
    for amount in amounts {
      let text = ChineseAmount.text(amount)
      #expect(ChineseAmountTests.read(text) == Int128(amount), "\(amount): \(text)")
      #expect(!text.contains("零零") && !text.contains("零万") && !text.contains("零亿"), "\(amount): \(text)")
    }
  }

  /// The fen that a text in capitals stands for.
  private static func read(_ text: String) -> Int128 {
    var rest = text[...]
    let isNegative = rest.first == "负"
    if isNegative { rest.removeFirst() }
    var fen: Int128 = 0
    if let yuan = rest.firstIndex(of: "元") {
      fen = whole(rest[..<yuan]) * 100
      rest = rest[rest.index(after: yuan)...]
    }
    for (unit, size) in [("角", 10), ("分", 1)] as [(Character, Int128)] {
      guard let place = rest.firstIndex(of: unit) else { continue }
      fen += whole(rest[..<place]) * size
      rest = rest[rest.index(after: place)...]
    }
    return isNegative ? -fen : fen
  }

  private static func whole(_ text: Substring) -> Int128 {
    for (word, size) in [("亿", 100_000_000), ("万", 10_000)] as [(Character, Int128)] {
      guard let place = text.lastIndex(of: word) else { continue }
      return whole(text[..<place]) * size + whole(text[text.index(after: place)...])
    }
    var (sum, figure): (Int128, Int128) = (0, 0)
    for character in text {
      if let value = "零壹贰叁肆伍陆柒捌玖".firstIndex(of: character) {
        figure = Int128("零壹贰叁肆伍陆柒捌玖".distance(from: "零壹贰叁肆伍陆柒捌玖".startIndex, to: value))
      } else if let unit = ["拾": 10, "佰": 100, "仟": 1000][character] {
        sum += figure * Int128(unit)
        figure = 0
      }
    }
    return sum + figure
  }
}
