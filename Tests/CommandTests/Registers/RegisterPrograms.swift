import Foundation

/// Programs that make and read workbooks, installed or not.
enum RegisterPrograms {
  /// Python with openpyxl.
  static let hasOpenpyxl = run("/usr/bin/env", ["python3", "-c", "import openpyxl"], in: FileManager.default.temporaryDirectory) != nil
  /// LibreOffice.
  static let office: String? = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/usr/bin/libreoffice"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// What a program prints; nil when it fails.
  @discardableResult
  static func run(_ program: String, _ arguments: [String], in folder: URL) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let output = folder.appendingPathComponent("program-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    process.standardOutput = try? FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    let text = try? String(contentsOf: output, encoding: .utf8)
    return process.terminationStatus == 0 ? text : nil
  }

  /// Runs a Python program.
  static func python(_ program: String, in folder: URL) -> String? { run("/usr/bin/env", ["python3", "-c", program], in: folder) }
}
