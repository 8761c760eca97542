import CXLSXWriter
import LedgerCore
import ReportDocument

/// The formats of one column for rows of one role, found once for all its cells.
struct ColumnLook {
  typealias Format = UnsafeMutablePointer<lxw_format>

  /// An amount of one commodity: its format, and the power of ten that leads from minor units to the unit shown.
  struct Money {
    let format: Format?
    let exponent: Int
  }

  /// Words; what stands for a value that there is none of; days; whole numbers.
  let text, undefined, day, integer: Format?
  /// Amounts, by the number of their commodity among those of the table.
  let money: [Money]
  private let ratio, percent: Format?
  private let role: CellLook.Role
  private let wraps: Bool
  private let decimals: Int

  /// The looks of a column; words behind a column of numbers keep away from it.
  init(
    _ column: Column, _ style: HumanText.Style, _ role: CellLook.Role, wraps: Bool, isBehindNumbers: Bool = false,
    _ commodities: [Commodity], _ options: RenderOptions, _ formats: WorkbookFormats
  ) {
    self.role = role
    self.wraps = wraps
    decimals = style.decimals
    let indent: UInt8 = isBehindNumbers && !column.isNumeric ? 1 : 0
    text = formats[CellLook(role: role, isRight: column.isNumeric, wraps: wraps, indent: indent)]
    undefined = formats[CellLook(role: role, isRight: true)]
    day = formats[CellLook(role: role, number: NumberFormat.day, indent: indent)]
    integer = formats[CellLook(role: role, number: NumberFormat.integer, isRight: true)]
    ratio = formats[CellLook(role: role, number: NumberFormat.decimal(style.decimals), isRight: true)]
    percent = formats[CellLook(role: role, number: NumberFormat.percent(style.decimals), isRight: true)]
    money = commodities.map { ColumnLook.money($0, style, role, options, formats) }
  }

  /// How amounts of a commodity look and what they are divided by.
  static func money(
    _ commodity: Commodity, _ style: HumanText.Style, _ role: CellLook.Role, _ options: RenderOptions,
    _ formats: WorkbookFormats
  ) -> Money {
    let unit = style.inFull || !commodity.isRenminbi ? .yuan : options.unit
    let shown = ScaledAmount(0, commodity, unit, options.unitDecimals).scale
    let hasCode = !style.hidesCode && (style.showsCode || !commodity.isRenminbi)
    let number = NumberFormat.decimal(shown, suffix: hasCode ? " " + commodity.code : "")
    return Money(
      format: formats[CellLook(role: role, number: number, isRight: true)], exponent: commodity.scale + unit.exponent)
  }

  /// Words at a depth.
  func indented(_ indent: UInt8, _ formats: WorkbookFormats) -> Format? {
    formats[CellLook(role: role, wraps: wraps, indent: indent)]
  }

  /// Words at a depth that lead elsewhere.
  func linked(_ indent: UInt8, _ formats: WorkbookFormats) -> Format? {
    formats[CellLook(role: role, wraps: wraps, indent: indent, isLink: true)]
  }

  /// A ratio, percentage or rate as a number with its format; nil for what is no number or has no value.
  func number(
    of cell: Cell, _ style: HumanText.Style, _ language: Language, _ formats: WorkbookFormats
  ) -> (Double, Format?)? {
    switch cell {
    case .ratio(let value): CellNumber.ratio(value).map { ($0, ratio) }
    case .percent(let value): CellNumber.ratio(value).map { ($0, percent) }
    case .rate(let rate):
      // What is said of a rate stands behind it, so that the cell stays a number.
      rate.rounded(decimals: MachineText.rateDecimals).map { value in
        let remark = rate.remark[language]
        let look = CellLook(
          role: role, number: NumberFormat.percent(decimals, suffix: remark.isEmpty || remark.hasPrefix("（") ? remark : " " + remark),
          isRight: true)
        return (CellNumber.near(value, exponent: MachineText.rateDecimals), formats[look])
      }
    case .empty, .text, .phrase, .code, .money, .amounts, .day, .integer: nil
    }
  }
}
