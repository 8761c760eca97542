import LedgerCore

/// One typed column of a table.
public struct Column: Hashable, Sendable {
  /// What the column holds; decides alignment and how values are printed.
  public enum Kind: Hashable, Sendable {
    /// Words, to the left; wrapped when the table is too wide.
    case text
    /// Amounts, shown in the unit that the reader asked for (元, 万元, 亿元).
    case money
    /// Amounts that are always shown in full whatever the unit, such as prices or vouchers.
    case moneyInFull
    /// Exact ratios, printed with this many decimals (0–9).
    case ratio(decimals: Int)
    /// Exact ratios, printed as a percentage with this many decimals (0–7).
    case percent(decimals: Int)
    /// Rates with a status, printed as a percentage with this many decimals (0–7).
    case rate(decimals: Int)
    /// Calendar days.
    case day
    /// Whole numbers.
    case integer
    /// Numbers of which each row has its own kind, as a column beside it says; ratios print with two decimals.
    case mixed
  }

  /// What the texts of a column lead to, for formats that can link.
  public enum Link: Hashable, Sendable {
    /// Nothing.
    case none
    /// The texts are keys of a kind, such as `deal`: a heading over rows of the column, or a row, is where they lead.
    case defines(String)
    /// The texts are keys of a kind that another table of the document defines.
    case refers(String)
  }

  /// The stable machine key, such as `account`: CSV header and JSON key.
  public var id: String
  /// The heading.
  public var title: Phrase
  /// What the column holds.
  public var kind: Kind
  /// What its texts lead to.
  public var link: Link

  /// A column of a kind, text unless told otherwise.
  public init(_ id: String, _ title: Phrase, _ kind: Kind = .text, link: Link = .none) {
    self.id = id
    self.title = title
    self.kind = kind
    self.link = link
  }

  /// Whether values stand at the right edge of the column.
  public var isNumeric: Bool {
    switch kind {
    case .text, .day: false
    case .money, .moneyInFull, .ratio, .percent, .rate, .integer, .mixed: true
    }
  }

  /// Decimals of printed ratios, percentages and rates.
  public var decimals: Int {
    switch kind {
    case .ratio(let decimals), .percent(let decimals), .rate(let decimals): decimals
    case .text, .money, .moneyInFull, .day, .integer, .mixed: 2
    }
  }
}
