import LedgerCore

/// An amount at the end of an account's name: whoever typed it put one blank before it where two are needed, so that the
/// journal has an account more and an amount less than it seems to.
public struct AmountInName: Hashable, Sendable {
  /// The whole name.
  public let name: String
  /// What stands before the amount.
  public let account: String
  /// The amount as written.
  public let amount: String

  /// The amount in a name; nil when its end looks like none.
  ///
  /// - Parameters:
  ///   - isAccount: whether a name is that of another account, which a number without decimals and currency needs to count.
  ///   - isCommodity: whether a word is known as a currency or unit.
  public init?(_ name: String, isAccount: (String) -> Bool, isCommodity: (String) -> Bool) {
    guard name.utf8.contains(0x20), name.utf8.contains(where: { (48...57).contains($0) }) else { return nil }
    var rest = name[...]
    while let blank = rest.firstIndex(of: " ") {
      rest = name[name.index(after: blank)...]
      let account = String(name[..<blank])
      guard let isSure = AmountInName.isSurelyAmount(rest, isCommodity: isCommodity), isSure || isAccount(account) else { continue }
      (self.name, self.account, amount) = (name, account, String(rest))
      return
    }
    return nil
  }

  /// What is wrong, in a sentence.
  public var sentence: Wording {
    Wording("\(amount) 在此是科目名称的一部分，不是金额", "\(amount) is a part of the account's name here, and no amount")
  }

  /// What to do.
  public var advice: Wording {
    Wording(
      "科目与金额之间用两个空格或制表符：\(account)  \(amount)", "put two spaces or a tab between account and amount: \(account)  \(amount)")
  }

  /// Whether a currency, a sign or decimals make words an amount, which a number alone may not be; nil for words that are none
  /// or are followed by what is no part of a posting.
  private static func isSurelyAmount(_ text: Substring, isCommodity: (String) -> Bool) -> Bool? {
    var rest = text
    var isSure = false
    func skipSign() {
      guard let sign = rest.first, sign == "-" || sign == "+" else { return }
      isSure = true
      rest = rest.dropFirst().drop { $0 == " " }
    }
    skipSign()
    let before = rest.prefix { !$0.isASCII || !($0.isNumber || "+-.,: ".contains($0)) }
    if !before.isEmpty {
      guard isCurrency(before, isCommodity: isCommodity) else { return nil }
      isSure = true
      rest = rest.dropFirst(before.count).drop { $0 == " " }
      skipSign()
    }
    let number = rest.prefix { $0.isASCII && ($0.isNumber || ".,".contains($0)) }
    guard let first = number.first, first.isNumber else { return nil }
    if number.contains(where: { !$0.isNumber }) { isSure = true }
    rest = rest.dropFirst(number.count).drop { $0 == " " }
    let unit = rest.prefix { $0 != " " }
    if unit.isEmpty || marks.contains(String(unit.prefix(1))) { return isSure }
    return isCurrency(unit, isCommodity: isCommodity) ? true : nil
  }

  /// What may follow an amount in a posting.
  private static let marks: Set<String> = ["@", "=", "{", ";"]

  /// Whether a word is a currency: one of the books, a sign, or three capitals.
  private static func isCurrency(_ word: Substring, isCommodity: (String) -> Bool) -> Bool {
    if isCommodity(String(word)) || signs.contains(String(word)) { return true }
    return word.utf8.count == 3 && word.utf8.allSatisfy { (65...90).contains($0) }
  }

  private static let signs: Set<String> = ["$", "€", "£", "¥", "￥", "元", "圆", "万", "万元", "亿", "亿元", "人民币"]
}

extension AmountInName {
  /// The amount in a name that a voucher of these books has.
  init?(_ name: String, in register: Register) {
    self.init(
      name, isAccount: { register.account(named: $0) != nil },
      isCommodity: { code in Commodity.knownScales[code] != nil || register.commodities.contains { $0.code == code } })
  }
}
