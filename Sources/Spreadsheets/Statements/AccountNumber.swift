import LedgerCore

/// The number of an account at its bank, as a statement writes it: `账号：3715 0000 1234`, `账号[ Account No. ]：19-1234`.
struct AccountNumber: Hashable {
  /// Digits, letters and dashes without blanks.
  let text: String

  private static let labels: Set<String> = [
    "账号", "帐号", "银行账号", "银行帐号", "账户号", "账户号码", "账号号码", "账户账号", "客户账号", "本方账号", "本方帐号", "我方账号", "我方帐号", "查询账号",
    "查询帐号", "卡号", "对账账号", "单位账号", "account", "accountno", "accountno.", "accountnumber",
  ]

  /// The number that a cell above the headings states behind its label, be it beside other labels; nil when it states none.
  ///
  /// - Parameter next: the cell behind it, which holds the value of a label that ends the cell.
  init?(in text: String, next: String) {
    let pieces = text.split(separator: ":", omittingEmptySubsequences: false).map { SheetText.trimmed(String($0)) }
    for (index, piece) in pieces.enumerated() where AccountNumber.isLabel(piece) {
      let behind = index + 1 < pieces.count ? pieces[index + 1] : ""
      if let found = AccountNumber(behind.isEmpty && index + 2 >= pieces.count ? SheetText.narrowed(next) : behind) {
        self = found
        return
      }
    }
    return nil
  }

  /// The number that a text begins with; nil when it begins with something else.
  init?(_ text: String) {
    var number = ""
    for word in text.split(whereSeparator: { $0.isWhitespace }) {
      let head = word.prefix { $0.isASCII && ($0.isNumber || $0.isLetter || "-*".contains($0)) }
      // Behind the first blank come more digits or other words.
      if !number.isEmpty && !word.allSatisfy({ $0.isASCII && ($0.isNumber || "-*".contains($0)) }) { break }
      number += head
      if head.count < word.count { break }
    }
    guard number.contains(where: \.isNumber) else { return nil }
    self.text = number
  }

  /// Whether a piece of text ends in a word that the number follows.
  private static func isLabel(_ piece: String) -> Bool {
    if labels.contains(HeaderName(piece).name) { return true }
    guard let last = piece.split(whereSeparator: { $0.isWhitespace || ",，;；|".contains($0) }).last else { return false }
    return labels.contains(HeaderName(String(last)).name)
  }
}
