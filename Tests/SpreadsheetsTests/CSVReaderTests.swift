import JournalText
import LedgerCore
import Portfolio
import Seeds
import Testing

@testable import Spreadsheets

@Suite("Tables in text (RFC 4180)")
struct CSVReaderTests {
  /// All rows of a table as texts, and what is wrong with it.
  private func read(_ text: String, separator: UInt8? = nil) -> (rows: [[String]], problems: [Diagnostic]) {
    var reader = CSVReader(Array(text.utf8), file: "x.csv", separator: separator)
    var rows: [[String]] = []
    var problems: [Diagnostic] = []
    while true {
      do throws(Diagnostic) {
        guard let row = try reader.next() else { return (rows, problems) }
        rows.append(row.cells.map(\.text))
      } catch {
        problems.append(error)
      }
    }
  }

  @Test(
    "separator and end of line are told from the text",
    arguments: [
      "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2", "a;b\n1;2", "a\tb\n1\t2", "\u{FEFF}a,b\n1,2", "sep=|\na|b\n1|2",
      "\n\na,b\n\n1,2\n\n", "\"a\",\"b\"\n\"1\",\"2\"", " a , \"b\" \n1 ,2", "sep=;\r\na;b\r\n1;2",
    ])
  func shapes(_ text: String) {
    let (rows, problems) = read(text)
    #expect(problems == [])
    #expect(rows == [["a", "b"], ["1", "2"]])
  }

  @Test("quoted cells hold separators, line breaks, spaces and doubled quotation marks")
  func quoted() {
    let (rows, problems) = read("\"a,b\",\"行一\r\n行二\",\" x \",\"say \"\"no\"\"\",\"\",5\" pipe\n,,,,,\n")
    #expect(problems == [])
    #expect(rows == [["a,b", "行一\n行二", " x ", "say \"no\"", "", "5\" pipe"], ["", "", "", "", "", ""]])
  }

  @Test("a decimal comma within quotation marks does not decide the separator")
  func separatorGuess() {
    #expect(read("\"1,2,3\";b\n\"x\";y").rows == [["1,2,3", "b"], ["x", "y"]])
  }

  @Test(
    "each flaw has its code, line and column, and the rows around it are read",
    arguments: [
      ("a,b\n1,\"x\" y\n3,4", DiagnosticCode.strayText, 2, 7, [["a", "b"], ["3", "4"]]),
      ("a,b\n力,\"x\n3,4", .unterminatedQuote, 2, 3, [["a", "b"], ["3", "4"]]),
      ("a,b\n\"行\n行\" z,1\n3,4", .strayText, 3, 4, [["a", "b"], ["3", "4"]]),
    ])
  func flaws(_ text: String, _ code: DiagnosticCode, _ line: Int, _ column: Int, _ others: [[String]]) throws {
    let (rows, problems) = read(text)
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.code == code)
    #expect(problem.position?.line == line, "\(problem)")
    #expect(problem.position?.column == column, "\(problem)")
    #expect(problem.position?.lineText.isEmpty == false)
    #expect(rows == others)
  }

  @Test("a row of a megabyte is refused, quoted or not, and the row after it is read")
  func longRow() {
    let long = String(repeating: "长", count: 400_000)
    for text in ["a,b\n\(long),2\n3,4\n", "a,b\n\"\(long)\",2\n3,4\n"] {
      let (rows, problems) = read(text)
      #expect(problems.map(\.code) == [.lineTooLong])
      #expect(rows == [["a", "b"], ["3", "4"]])
    }
  }

  @Test("cells know their place, the second line of a row included")
  func places() throws {
    var reader = CSVReader(Array("甲,\"乙\n丙\",丁\n戊".utf8), file: "x.csv")
    let row = try #require(try reader.next())
    #expect(row.cells.map(\.place.line) == [1, 1, 2])
    #expect(row.cells.map(\.place.column) == [1, 3, 4])
    #expect(row.cells.map(\.isQuoted) == [false, true, false])
    #expect(try reader.next()?.line == 3)
  }

  @Test("any rows that are written read back, with every separator")
  func roundTrip() throws {
    let pieces = ["", "a", "\"", ",", ";", "\t", "\n", " ", "力", "\"\"", "=", "sep"]
    let seed = propertySeed()
    var random = seed
    func pick(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % count
    }
    for _ in 0..<300 {
      let columns = 1 + pick(4)
      let rows = (0..<1 + pick(5)).map { _ in
        (0..<columns).map { _ in (0..<pick(4)).map { _ in pieces[pick(pieces.count)] }.joined() }
      }
      for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] {
        var writer = CSVWriter(separator: separator)
        for row in rows { writer.write(row) }
        let text = String(decoding: writer.out.bytes, as: UTF8.self)
        let (read, problems) = read(text, separator: separator)
        #expect(problems == [] && read == rows, "seed \(seed): \(rows) \(text)")
      }
    }
  }
}
