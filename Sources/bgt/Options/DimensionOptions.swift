import ArgumentParser
import FundLedger

/// Which deal, party, programme, envelope or holder a ledger is about (辅助核算).
struct DimensionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("只列此项目。", "Only this deal. 项目"))
  var deal: String?
  @Option(help: ArgumentHelp("只列此往来单位。", "Only this party. 往来单位"))
  var party: String?
  @Option(help: ArgumentHelp("只列此专项。", "Only this programme. 专项"))
  var programme: String?
  @Option(help: ArgumentHelp("只列此指标。", "Only this envelope. 指标"))
  var envelope: String?
  @Option(help: ArgumentHelp("只列此受托机构。", "Only this holder. 受托机构"))
  var holder: String?

  /// The names that are given.
  var filter: DimensionFilter {
    let names: [DimensionKind: String?] = [
      .deal: deal, .party: party, .programme: programme, .envelope: envelope, .holder: holder,
    ]
    return DimensionFilter(names.compactMapValues { $0 })
  }
}
