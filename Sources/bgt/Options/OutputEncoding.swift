import ArgumentParser
import FundLedger

/// How the characters of a report are written as bytes.
enum OutputEncoding: String, CaseIterable {
  /// UTF-8 as it is.
  case utf8 = "utf-8"
  /// UTF-8 with a byte order mark, by which Excel knows it.
  case utf8WithMark = "utf-8-bom"
  /// GB18030, what Chinese office software takes text for that says nothing of itself.
  case gb18030

  init(parsing text: String) throws {
    guard let encoding = OutputEncoding(rawValue: text.lowercased()) else {
      let names = OutputEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(Wording("\(text) 不是编码；有 \(names)", "\(text) is not an encoding; there are \(names)"))
    }
    self = encoding
  }

  /// The byte order mark of UTF-8.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Text in UTF-8, with or without a mark, as bytes of the encoding.
  func bytes(of text: [UInt8]) throws -> [UInt8] {
    let plain = text.starts(with: OutputEncoding.mark) ? Array(text.dropFirst(3)) : text
    switch self {
    case .utf8: return plain
    case .utf8WithMark: return OutputEncoding.mark + plain
    case .gb18030: return try TextEncoding.gb18030.encoded(plain)
    }
  }
}
