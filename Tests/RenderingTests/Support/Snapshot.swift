import Foundation
import Testing

/// Compares rendered text with a file under Fixtures; with `BGT_RECORD=1` in the environment the file is written anew.
enum Snapshot {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  /// Whether snapshots are being recorded.
  static var isRecording: Bool { ProcessInfo.processInfo.environment["BGT_RECORD"] == "1" }

  /// Expects bytes to equal the file of a name.
  static func expect(
    _ bytes: [UInt8], equals name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name)
    if isRecording {
      try Data(bytes).write(to: file)
      return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(String(decoding: bytes, as: UTF8.self) == expected, "\(name) differs", sourceLocation: sourceLocation)
  }
}
