import Foundation

/// The Swift files below a folder of the package.
enum SourceTree {
  /// The root of the package, found from the place of this file.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files under Sources, read once for all tests.
  static let sources = Result { try files(below: "Sources") }

  /// The files under Tests, read once for all tests.
  static let tests = Result { try files(below: "Tests") }

  /// Every Swift file below a folder such as `Sources`, sorted, with its path from that folder.
  static func files(below folder: String) throws -> [SwiftText] {
    let start = root.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: start.path(percentEncoded: false))
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      SwiftText(path: path, text: try String(contentsOf: start.appending(path: path), encoding: .utf8))
    }
  }
}
