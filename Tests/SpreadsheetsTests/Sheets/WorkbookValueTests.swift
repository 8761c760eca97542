import LedgerCore
import Testing

@testable import Spreadsheets

@Suite("Cells of a workbook")
struct WorkbookValueTests {
  @Test(
    "a number is its exact decimal text, at the 15 digits that spreadsheets count with",
    arguments: [
      ("5", "5"), ("0", "0"), ("-0", "0"), ("0.10", "0.1"), ("-12.50", "-12.5"), ("007", "7"), (".5", "0.5"),
      ("5000000.0999999996", "5000000.1"), ("0.30000000000000004", "0.3"), ("99999999.999999999", "100000000"),
      ("-9.9999999999999995", "-10"), ("1E7", "10000000"), ("1.5E-3", "0.0015"), ("1.2345678901234567E8", "123456789.012346"),
      ("123456789012345678", "123456789012345678"), ("1E+40", "1" + String(repeating: "0", count: 40)), ("1E300", "1E300"),
      ("0.000000000000000123456", "0.000000000000000123456"),
    ])
  func numbers(_ written: String, _ text: String) throws {
    #expect(try HandWorkbook.sheet("<row><c><v>\(written)</v></c></row>").values() == [[.number(text)]])
  }

  @Test(
    "what is no number is text, whatever the cell claims",
    arguments: ["1-2", "1.2.3", "E5", "1E", "--1", "1E9999999999999999999", "一"])
  func notNumbers(_ written: String) throws {
    #expect(try HandWorkbook.sheet("<row><c><v>\(written)</v></c></row>").values() == [[.text(written)]])
  }

  @Test(
    "a cell formatted as percentage holds a percentage",
    arguments: [("0.085", "8.5%"), ("1", "100%"), ("-0.00125", "-0.125%"), ("0", "0%")])
  func percentages(_ written: String, _ text: String) throws {
    let book = HandWorkbook.sheet(#"<row><c s="1"><v>\#(written)</v></c></row>"#, formats: ["0.00%"])
    #expect(try book.values() == [[.percent(text)]])
    #expect(Rate(text) != nil)
  }

  @Test(
    "a number format with years, months or days makes a number a day",
    arguments: [
      ("yyyy-mm-dd", true), ("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", true), ("[$-804]yyyy/m/d;@", true),
      ("m/d", true), ("mmmm", true), ("General", false), ("#,##0.00", false), ("[Red]0.0", false), ("0&quot;day&quot;", false),
      ("h:mm", false), ("mm:ss", false), ("0.00_d", false), ("G/通用格式", false), ("0;yyyy", false), ("\\d0", false),
    ])
  func dateFormats(_ code: String, _ isDay: Bool) throws {
    let book = HandWorkbook.sheet(#"<row><c s="1"><v>44966</v></c></row>"#, formats: [code])
    #expect(try book.values() == [[isDay ? .day(try #require(Day("2023-02-09")), seconds: 0) : .number("44966")]])
  }

  @Test("the formats that programs fix themselves: 14 and the Chinese ones are days", arguments: [14, 15, 22, 27, 31, 36, 57])
  func builtInFormats(_ id: Int) { #expect(NumberFormat(builtIn: id) == .day) }

  @Test(
    "serial numbers count from 1900, with the day that never was, or from 1904",
    arguments: [
      ("1", "1900-01-01", false), ("59", "1900-02-28", false), ("61", "1900-03-01", false), ("44966", "2023-02-09", false),
      ("36526", "2000-01-01", false), ("0", "1904-01-01", true), ("43504", "2023-02-09", true), ("60", "1904-03-01", true),
    ])
  func serials(_ serial: String, _ day: String, _ is1904: Bool) throws {
    #expect(SerialDay.day(serial, is1904: is1904)?.day == Day(day))
    #expect(SerialDay.day(serial, is1904: is1904)?.seconds == 0)
  }

  @Test("a fraction of a serial number is the time; half a second short of midnight is midnight")
  func times() throws {
    #expect(SerialDay.day("44966.5")?.seconds == 43_200)
    #expect(SerialDay.day("44966.000011574")?.seconds == 1)
    #expect(SerialDay.day("44966.999999999")?.day == Day("2023-02-10"))
    #expect(SheetValue.day(try #require(Day("2023-02-09")), seconds: 3661).text == "2023-02-09 01:01:01")
  }

  @Test("no serial number: the day that never was, zero, negatives, the year 10000", arguments: ["60", "0", "-1", "2958466", "x", ""])
  func noSerials(_ serial: String) { #expect(SerialDay.day(serial) == nil) }

  @Test("the workbook says that it counts from 1904")
  func from1904() throws {
    var book = HandWorkbook.sheet(#"<row><c s="1"><v>43504</v></c></row>"#, formats: ["yyyy-mm-dd"])
    book.workbookProperties = #"<workbookPr date1904="1"/>"#
    #expect(try book.values() == [[.day(try #require(Day("2023-02-09")), seconds: 0)]])
  }

  @Test("texts are shared, inline or from a formula; formatted runs are joined, readings left out")
  func texts() throws {
    let shared = ["<t>力得</t>", "<r><t>汽</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">车 </t></r><rPh><t>qì</t></rPh>"]
    let book = HandWorkbook.sheet(
      """
      <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>行&amp;内</t></is></c>
      <c t="str"><f>A1</f><v>公式</v></c><c t="s"><v>9</v></c></row>
      """, shared: shared)
    #expect(try book.values() == [[.text("力得"), .text("汽车 "), .text("行&内"), .text("公式"), .error("#REF!")]])
    #expect(try SheetFile(book.bytes, name: "x").sheet().rows[0].text(1) == "汽车")
  }

  @Test("escaped characters are put back; what only looks like one stays")
  func escapes() throws {
    let book = HandWorkbook.sheet(
      #"<row><c t="inlineStr"><is><t>a_x000D__x000A_b_x005F_x_xZZZZ_</t></is></c></row>"#)
    #expect(try book.values() == [[.text("a\nb_x_xZZZZ_")]])
  }

  @Test("booleans, errors, ISO days, formulas with their value and without one")
  func otherTypes() throws {
    let book = HandWorkbook.sheet(
      """
      <row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2023-02-09T00:01:00</v></c>
      <c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c/><c t="str"><f>A9</f><v></v></c></row>
      """)
    let day = try #require(Day("2023-02-09"))
    #expect(try book.values() == [[.boolean(true), .error("#N/A"), .day(day, seconds: 60), .number("2"), .formula]])
    #expect(SheetValue.formula.flaw != nil && SheetValue.error("#N/A").flaw != nil && SheetValue.number("2").flaw == nil)
  }

  @Test("a format of zeros keeps the leading zeros of a code")
  func codes() throws {
    let book = HandWorkbook.sheet(#"<row><c s="1"><v>123</v></c><c s="1"><v>1234567</v></c></row>"#, formats: ["000000"])
    #expect(try book.values() == [[.number("000123"), .number("1234567")]])
  }

  @Test("cells know their address, also when rows and cells do not say it or stand in disorder")
  func addresses() throws {
    let book = HandWorkbook.sheet(
      #"<row r="3"><c r="C3"><v>3</v></c><c><v>4</v></c></row><row><c r="AA4"><v>5</v></c><c r="B4"><v>6</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#
    )
    let rows = try SheetFile(book.bytes, name: "x").sheet().rows
    #expect(rows.map(\.number) == [1, 3, 4])
    #expect(rows[1].cells.map(\.column) == [2, 3])
    #expect(rows[2].cells.map(\.column) == [1, 26])
    #expect(rows[2].text(26) == "5" && rows[2].text(1) == "6" && rows[2].text(0) == "")
  }

  @Test("addresses read back", arguments: ["A1", "Z9", "AA10", "XFD1048576", "BC123"])
  func addressText(_ text: String) { #expect(CellAddress(text)?.description == text) }

  @Test("no address", arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "A1B", "AAAA1", "A99999999", "阿1"])
  func noAddress(_ text: String) { #expect(CellAddress(text) == nil) }
}
