import ArgumentParser
import FundLedger

/// With how many decimals a report prints ratios, as published figures have now one, now two.
struct DecimalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("倍数的小数位数，0 至 9，四舍五入。", "Print ratios with this many decimals, 0 to 9, rounded half up. 倍数小数位数", valueName: "number"))
  var decimals: Int?

  func validate() throws {
    if let decimals, !(0...9).contains(decimals) {
      throw ValidationError(Wording("--decimals 在 0 到 9 之间", "--decimals lies between 0 and 9"))
    }
  }

  /// The document as it is to be shown.
  func applied(to document: ReportDocument) -> ReportDocument {
    decimals.map { document.showingRatios(decimals: $0) } ?? document
  }
}
