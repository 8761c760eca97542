import LedgerCore
import Rendering
import ReportDocument
import Testing

@Suite("Formats")
struct FormatTests {
  @Test("A format is known by its name and by the extension of a file")
  func names() {
    #expect(Format.allCases.map(\.rawValue) == ["text", "csv", "json", "md", "html", "xlsx"])
    #expect(Format(fileName: "年报.CSV") == .csv)
    #expect(Format(fileName: "a.b.md") == .md)
    #expect(Format(fileName: "report.txt") == .text)
    #expect(Format(fileName: "报告.HTML") == .html)
    #expect(Format(fileName: "台账.XLSX") == .xlsx)
    #expect(Format(fileName: "report") == nil)
    #expect(Format(fileName: "report.exe") == nil)
  }

  @Test("A unit is known by its Chinese and its Latin name")
  func units() {
    #expect(MoneyUnit(named: "万元") == .wan)
    #expect(MoneyUnit(named: "yi") == .yi)
    #expect(MoneyUnit(named: "dollar") == nil)
  }

  @Test("Written in pieces, a large document has the same bytes as in one", arguments: Format.allCases)
  func pieces(format: Format) throws {
    let table = amounts((0..<5_000).map { ("第\($0)项", Int64($0)) })
    final class Collector { var pieces: [[UInt8]] = [] }
    let collector = Collector()
    var output = ByteOutput { collector.pieces.append($0) }
    try format.render(document(table), into: &output)
    output.finish()
    #expect(collector.pieces.count > 1)
    #expect(try Array(collector.pieces.joined()) == format.bytes(of: document(table)))
  }

  @Test("The same document has the same bytes every time", arguments: Format.allCases)
  func reproducible(format: Format) throws {
    #expect(try format.bytes(of: Samples.year) == format.bytes(of: Samples.year))
  }
}
