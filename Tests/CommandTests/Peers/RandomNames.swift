import Seeds

/// A journal whose accounts, parties and narrations are drawn from the signs that mean something to a peer; the same seed
/// gives the same journal.
struct RandomNames {
  private var random: SeededGenerator
  private static let signs = Array("甲乙aB1 ()[]{}*!#%|'@=<>~&^$,./-_+?`〔〕（；")
  static let vouchers = 60

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Sixty vouchers of two lines each, in three commodities.
  mutating func journal() -> String {
    var text = "commodity 份.额1 3\ncommodity US-T 2\n"
    for number in 0..<RandomNames.vouchers {
      text += "party \"\(name(12))\(number)\" kind:company\n"
      let day = number % 28 + 1
      text += "2022-01-\(day < 10 ? "0" : "")\(day) * (\(number)) \(name(14))\n"
      let party = text.split(separator: "\n").last { $0.hasPrefix("party") }?.split(separator: "\"")[1] ?? ""
      text += "    party: \"\(party)\"\n"
      text += "    \(name(6))q\(number)  \(random.next() % 99 + 1) \(["CNY", "份.额1", "US-T"][Int(random.next() % 3)])\n"
      text += "    \(name(6))p\(number)\n"
    }
    return text
  }

  /// A name of some signs with no two blanks together.
  private mutating func name(_ lengthMax: UInt64) -> String {
    var name: [Character] = []
    for _ in 0...(random.next() % lengthMax) {
      let sign = RandomNames.signs[Int(random.next() % UInt64(RandomNames.signs.count))]
      if sign != " " || (name.last ?? " ") != " " { name.append(sign) }
    }
    return name.last == " " ? String(name.dropLast()) : String(name)
  }
}
