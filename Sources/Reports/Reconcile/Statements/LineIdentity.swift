import Analytics
import LedgerCore
import Portfolio

/// Whether two lines of one day and amount are the same line of the bank, by what both of them say.
///
/// Two forms of one statement say the same in other words: a table has a running balance that OFX has not, camt.053 names
/// references that a table leaves out. So what only one of them says decides nothing; what both say must agree.
struct LineIdentity {
  /// What shows that two lines are the same, the strongest first.
  enum Evidence: Int, CaseIterable {
    /// Every field is the same.
    case wording
    /// The same balance after the line.
    case balance
    /// A number of the bank or treasury that both have.
    case number
    /// The same account of the other side.
    case account
    /// The same name of the other side, or one that contains the other.
    case name
    /// The same text.
    case text
    /// Nothing but day and amount, and no contradiction.
    case amount
  }

  /// A line brought into a form for comparing.
  struct Item {
    fileprivate let balance: Money?
    fileprivate let numbers: Set<String>
    fileprivate let numberShape: String
    fileprivate let account: String
    fileprivate let name: String
    fileprivate let text: String

    init(_ line: Event) {
      balance = line.amount("balance")
      let number = [line.text("number"), line.text("doc")].compactMap(\.self).joined(separator: " ")
      numbers = Set(number.split(separator: " ").map { MatchName.document(String($0)) })
      numberShape = LineIdentity.shape(number)
      account = (line.text("counterparty-account") ?? "").filter { !" -".contains($0) }
      name = line.text("counterparty").map(MatchName.name) ?? ""
      text = line.text("text").map(MatchName.document) ?? ""
    }
  }

  /// What shows that two lines of one day and amount are the same; nil when something both say differs.
  static func evidence(_ one: Item, _ other: Item) -> Evidence? {
    if let balance = one.balance, let stated = other.balance { return balance == stated ? .balance : nil }
    let sharesNumber = !one.numbers.isDisjoint(with: other.numbers)
    // Numbers of one series are those of two lines; a serial number and a payment order say nothing about each other.
    if !sharesNumber && !one.numbers.isEmpty && one.numberShape == other.numberShape { return nil }
    let accounts = compare(accounts: one.account, other.account)
    let names = compare(names: one.name, other.name)
    if accounts == false || (accounts == nil && names == false) { return nil }
    if sharesNumber { return .number }
    if accounts == true { return .account }
    if names == true { return .name }
    return !one.text.isEmpty && one.text == other.text ? .text : .amount
  }

  /// Whether two account numbers are the same; nil when one is missing or shown in part.
  private static func compare(accounts one: String, _ other: String) -> Bool? {
    if one.isEmpty || other.isEmpty || one.contains("*") || other.contains("*") { return nil }
    // One form puts the number of the bank before that of the account.
    return one == other || one.hasSuffix(other) || other.hasSuffix(one)
  }

  /// Whether two names may be the same; nil when one is missing, or they are written in two scripts.
  private static func compare(names one: String, _ other: String) -> Bool? {
    if one.isEmpty || other.isEmpty || isLatin(one) != isLatin(other) { return nil }
    return one == other || MatchName.isSimilar(one, other)
  }

  private static func isLatin(_ name: String) -> Bool { name.utf8.allSatisfy { $0 < 0x80 } }

  /// The form of a number: letters and digits by kind, so that numbers of one series have the same.
  private static func shape(_ number: String) -> String {
    String(number.map { $0.isNumber ? "9" : $0.isLetter ? "A" : $0 })
  }
}
