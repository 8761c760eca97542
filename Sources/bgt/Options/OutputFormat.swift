import ArgumentParser
import FundLedger

/// What a report is written as: one of the formats of documents, or a PDF that a browser prints of the page.
enum OutputFormat: Equatable {
  case document(Format)
  case pdf

  /// The words that `--format` takes.
  static let names = Format.allCases.map(\.rawValue) + ["pdf"]

  init(parsing text: String) throws {
    if let format = Format(rawValue: text) {
      self = .document(format)
    } else if text == "pdf" {
      self = .pdf
    } else {
      throw ValidationError(
        Wording(
          "\(text) 不是格式；有 \(OutputFormat.names.joined(separator: "、"))",
          "\(text) is not a format; there are \(OutputFormat.names.joined(separator: ", "))"))
    }
  }

  /// The format that a file's name asks for; a name without an extension is text.
  init(fileName file: String) throws {
    let name = file.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      self = .document(.text)
      return
    }
    if let format = Format(fileName: file) {
      self = .document(format)
    } else if name[dot...].lowercased() == ".pdf" {
      self = .pdf
    } else {
      throw ValidationError(
        Wording(
          "报告不能写成 \(name[dot...])；有 .txt、.csv、.json、.md、.html、.xlsx 和 .pdf，或用 --format 指明",
          "no report is written as \(name[dot...]); there are .txt, .csv, .json, .md, .html, .xlsx and .pdf, or say which with "
            + "--format"))
    }
  }

  /// The word for it.
  var name: String { if case .document(let format) = self { format.rawValue } else { "pdf" } }

  /// Whether it is bytes for a program, which no terminal can show.
  var isBinary: Bool { if case .document(let format) = self { format.isBinary } else { true } }

  /// Whether charts are drawn.
  var showsCharts: Bool { if case .document(let format) = self { format.showsCharts } else { true } }

  /// Whether the characters can be written in another way than UTF-8: JSON has no other, a page names its own.
  var hasEncodings: Bool {
    switch self {
    case .document(.text), .document(.csv), .document(.md): true
    case .document(.json), .document(.html), .document(.xlsx), .pdf: false
    }
  }
}
