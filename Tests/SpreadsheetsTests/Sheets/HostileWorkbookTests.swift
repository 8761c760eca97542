import LedgerCore
import Seeds
import Testing

@testable import Spreadsheets

@Suite("Workbooks from elsewhere are untrusted")
struct HostileWorkbookTests {
  private func code(_ bytes: [UInt8]) -> DiagnosticCode? {
    do throws(Diagnostic) { _ = try SheetFile(bytes, name: "x.xlsx") } catch {
      #expect(!error.hint.isEmpty)
      return error.code
    }
    return nil
  }

  private func changed(_ part: String, to text: String) -> [UInt8] {
    StoredArchive.of(HandWorkbook.sheet("").parts.map { $0.name == part ? (part, text) : $0 })
  }

  @Test("a document type is refused, so that no entity is ever expanded")
  func entities() {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
      <worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>
      """
    let outside = #"<!DOCTYPE w SYSTEM "file:///etc/passwd"><worksheet/>"#
    #expect(code(changed("xl/worksheets/s0.xml", to: bomb)) == .badWorkbook)
    #expect(code(changed("xl/worksheets/s0.xml", to: outside)) == .badWorkbook)
    #expect(code(changed("xl/workbook.xml", to: bomb)) == .badWorkbook)
  }

  @Test(
    "XML that is not well formed, ends early or nests without end is damage",
    arguments: [
      "", "<worksheet>", "<worksheet><a></worksheet>", "<worksheet>&x;</worksheet>", "\u{0}", "text",
      String(repeating: "<a>", count: 100_000),
    ])
  func malformed(_ xml: String) { #expect(code(changed("xl/worksheets/s0.xml", to: xml)) == .badWorkbook) }

  @Test("parts that are missing are damage; other archives are no workbook")
  func missingParts() {
    let parts = HandWorkbook.sheet("").parts
    for name in ["xl/worksheets/s0.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"] {
      #expect(code(StoredArchive.of(parts.filter { $0.name != name })) == .badWorkbook, "\(name)")
    }
    for name in ["_rels/.rels", "xl/workbook.xml"] {
      #expect(code(StoredArchive.of(parts.filter { $0.name != name })) == .workbookForm, "\(name)")
    }
    #expect(code(StoredArchive.of([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")])) == .workbookForm)
    #expect(code(StoredArchive.of([])) == .badWorkbook)
  }

  @Test("forms of other programs say what to do: old workbooks, pages and PDF with the name of a workbook")
  func foreignForms() {
    #expect(code([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) == .workbookForm)
    #expect(code(Array("\u{FEFF}\n<html><table>".utf8)) == .workbookForm)
    #expect(code(Array("<TABLE border=1>".utf8)) == .workbookForm)
    #expect(code(Array("%PDF-1.7".utf8)) == .workbookForm)
  }

  @Test("a part that is encrypted says so")
  func encrypted() {
    var archive = StoredArchive()
    for part in HandWorkbook.sheet("").parts { archive.add(part.name, Array(part.text.utf8), flags: 1) }
    #expect(code(archive.finished()) == .workbookForm)
  }

  @Test("a text longer than a cell can hold is too large")
  func longTexts() {
    let text = String(repeating: "长", count: 50_000)
    #expect(code(HandWorkbook.sheet("<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>").bytes) == .workbookTooLarge)
    #expect(code(HandWorkbook.sheet("", shared: ["<t>\(text)</t>"]).bytes) == .workbookTooLarge)
  }

  @Test("cut anywhere, and with any byte changed, a workbook reads or is refused, and never traps")
  func mutations() {
    let whole = HandWorkbook.sheet(
      #"<row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><v>44966</v></c></row>"#, shared: ["<t>力得</t>"],
      formats: ["yyyy-mm-dd"]
    ).bytes
    #expect(code(whole) == nil)
    for length in stride(from: 2, to: whole.count, by: 7) { #expect(code(Array(whole[..<length])) != nil) }
    var random = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0..<(1 + Int(random.next() % 4)) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      _ = code(bytes)
    }
  }

  @Test(
    "references beyond what there is are harmless",
    arguments: [
      #"<row r="999999999"><c r="ZZZ1"><v>1</v></c></row>"#, #"<row r="-1"><c s="99999" t="s"><v>-1</v></c></row>"#,
      #"<row r="0"><c r="A0" t="s"><v>99999999999999999999</v></c></row>"#, #"<row r="1048577"><c><v>1</v></c></row>"#,
    ])
  func references(_ row: String) { #expect(code(HandWorkbook.sheet(row).bytes) == nil) }
}
