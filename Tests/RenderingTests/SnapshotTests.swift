import LedgerCore
import Rendering
import ReportDocument
import Testing

/// Whole documents as users see them; `BGT_RECORD=1 swift test --filter Snapshots` records them anew.
@Suite("Snapshots")
struct SnapshotTests {
  @Test("The yearly report in both languages and every format", arguments: Language.allCases, Format.allCases.filter { !$0.isBinary })
  func year(language: Language, format: Format) throws {
    let bytes = try format.bytes(of: Samples.year, RenderOptions(language: language))
    try Snapshot.expect(bytes, equals: "year.\(language.rawValue).\(format.rawValue)")
  }

  @Test("The yearly report in 万元 and 亿元 at 100 columns", arguments: [MoneyUnit.wan, .yi])
  func units(unit: MoneyUnit) throws {
    for language in Language.allCases {
      let options = RenderOptions(language: language, unit: unit, width: 100)
      try Snapshot.expect(
        try Format.text.bytes(of: Samples.year, options),
        equals: "year.\(language.rawValue).\(unit == .wan ? "wan" : "yi").text")
    }
  }

  @Test("The yearly report in colour")
  func colour() throws {
    let options = RenderOptions(unit: .wan, colour: true)
    try Snapshot.expect(try Format.text.bytes(of: Samples.year, options), equals: "year.zh.colour.text")
  }

  @Test("The balance list in every format", arguments: Format.allCases.filter { !$0.isBinary })
  func balance(format: Format) throws {
    try Snapshot.expect(try format.bytes(of: Samples.balance), equals: "balance.zh.\(format.rawValue)")
  }
}
