import LedgerCore

/// Cells of a workbook whose format shows them in another unit than they hold.
enum ScaledCells {
  /// That the format of a cell shows one unit and its heading names another: nobody knows what the cell holds.
  static func contradiction(shown: Int, unit: Int) -> Diagnostic {
    let (format, heading) = (HeaderUnit.name(ofExponent: shown), HeaderUnit.name(ofExponent: unit))
    return Diagnostic(
      .badAmount,
      Wording(
        "单元格的数字格式按\(format)显示，而金额按\(heading)读取",
        "the format of the cell shows its number in \(format), and amounts are read in \(heading)"),
      hint: Wording(
        "把单元格格式改为常规，看清所存的数，再写明单位", "set the format of the cells to General, see what they hold, and name that unit"))
  }
}
