import Foundation
import LedgerCore
import Rendering
import ReportDocument
import Testing

/// A workbook as openpyxl reads it, which knows nothing of this project.
struct OpenedWorkbook: Decodable {
  struct Cell: Decodable, Equatable {
    /// A number or a text; nil for an empty cell.
    enum Value: Decodable, Equatable {
      case number(Double)
      case text(String)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }
    }

    let value: Value?
    let format: String
    let formula: String?

    var number: Double? { if case .number(let number)? = value { number } else { nil } }
    var text: String? { if case .text(let text)? = value { text } else { nil } }
  }

  struct Sheet: Decodable {
    let name: String
    let rows: [[Cell]]
    let rowCount: Int
    let freeze: String?
    let charts: [String]
    /// Hundredths of a point of the labels of each chart.
    let labelSizes: [Double]
    let orientation: String?
    let fitToHeight: Int?
    let titleRows: String?
    let widths: [Double]
    let links: [String]
    let foot: String?

    /// The number of the first row whose first cell holds a text, counted from 0.
    func row(_ text: String) throws -> Int { try #require(rows.firstIndex { $0.first?.text == text }) }

    /// All texts of the sheet.
    var texts: [String] { rows.flatMap { $0.compactMap(\.text) } }
  }

  let sheets: [Sheet]
  /// What names of cells stand for, those of printing left out.
  let names: [String: String]
  let title: String?
  let created: String?

  /// The sheet of a name.
  func sheet(_ name: String) throws -> Sheet { try #require(sheets.first { $0.name == name }) }

  /// Writes a document and opens it.
  init(_ document: ReportDocument, _ options: RenderOptions = .init(), rowsRead: Int = 200) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(try Format.xlsx.bytes(of: document, options)).write(to: file)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Scripts/workbook.py")
    let (code, output) = try OpenedWorkbook.python([script.path, file.path, "\(rowsRead)"])
    #expect(code == 0)
    self = try JSONDecoder().decode(OpenedWorkbook.self, from: output)
  }

  /// Whether openpyxl is there.
  static let isInstalled = (try? python(["-c", "import openpyxl"]).code) == 0

  /// Runs Python; its output goes to a file, so that no pipe can fill up.
  private static func python(_ arguments: [String]) throws -> (code: Int32, output: Data) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: file)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try Data(contentsOf: file))
  }
}
