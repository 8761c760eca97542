import ArgumentParser
import FundLedger

/// Which deal, party, programme, envelope or holder a ledger is about (辅助核算).
struct DimensionOptions: ParsableArguments {
  @Option(help: "Only this deal. 项目")
  var deal: String?
  @Option(help: "Only this party. 往来单位")
  var party: String?
  @Option(help: "Only this programme. 专项")
  var programme: String?
  @Option(help: "Only this envelope. 指标")
  var envelope: String?
  @Option(help: "Only this holder. 受托机构")
  var holder: String?

  /// The names that are given.
  var filter: DimensionFilter {
    let names: [DimensionKind: String?] = [
      .deal: deal, .party: party, .programme: programme, .envelope: envelope, .holder: holder,
    ]
    return DimensionFilter(names.compactMapValues { $0 })
  }
}
