import Foundation

/// A program that is not ours, run on what we wrote.
enum Judge {
  /// Where a program stands; nil when it is not installed.
  static func path(_ names: String...) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
    return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Whether Python has a module.
  static func hasPython(_ module: String) -> Bool { (try? python(["-c", "import \(module)"]).code) == 0 }

  /// Runs a script of Tests/Scripts.
  static func script(_ name: String, _ arguments: [String]) throws -> (code: Int32, output: String) {
    try python([Bgt.root.appendingPathComponent("Tests/Scripts/\(name)").path] + arguments)
  }

  static func python(_ arguments: [String]) throws -> (code: Int32, output: String) {
    try run("/usr/bin/env", ["python3"] + arguments)
  }

  /// Runs a program to its end; its output goes to a file, so that no pipe can fill up.
  static func run(_ program: String, _ arguments: [String]) throws -> (code: Int32, output: String) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("judge-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: file)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }
}
