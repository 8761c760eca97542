import LedgerCore
import ReportDocument

/// How a document is to be shown; every renderer takes what concerns its format.
public struct RenderOptions: Hashable, Sendable {
  /// The language of all texts.
  public var language: Language
  /// The unit of amounts in formats for people; CSV and JSON are always exact, in the commodity's own unit.
  public var unit: MoneyUnit
  /// Decimals of amounts in 万元 and 亿元 (papers use 2 or 4).
  public var unitDecimals: Int
  /// Whether text may carry terminal colours.
  public var colour: Bool
  /// Columns of the terminal; 0 for no limit, as when writing to a file.
  public var width: Int
  /// Whether CSV begins with a byte order mark and ends lines with CRLF, as Excel wants it for Chinese text.
  public var bom: Bool
  /// Whether CSV writes subtotals and totals too.
  public var csvTotals: Bool

  /// Options; the defaults are a Chinese terminal of 80 columns without colour.
  public init(
    language: Language = .zh, unit: MoneyUnit = .yuan, unitDecimals: Int = 2, colour: Bool = false, width: Int = 80,
    bom: Bool = false, csvTotals: Bool = false
  ) {
    self.language = language
    self.unit = unit
    self.unitDecimals = unitDecimals
    self.colour = colour
    self.width = max(width, 0)
    self.bom = bom
    self.csvTotals = csvTotals
  }
}
