import Foundation
import Testing

/// The built program, run as a process of its own in a folder of its own.
struct Bgt {
  /// What a run printed and how it ended.
  struct Run {
    let code: Int32
    let output: String
    let errors: String
  }

  /// A fresh folder, removed when the test ends with `remove`.
  let folder: URL
  /// Extra environment variables.
  var environment: [String: String] = [:]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("bgt-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The root of the package.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The binary beside the running tests.
  static var binary: URL {
    get throws {
      let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      var folder = tests.deletingLastPathComponent()
      for _ in 0..<4 {
        let candidate = folder.appendingPathComponent("bgt")
        if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
        folder = folder.deletingLastPathComponent()
      }
      throw MissingBinary(near: tests.path)
    }
  }

  struct MissingBinary: Error { let near: String }

  /// Writes a file into the folder.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    try data.write(to: folder.appendingPathComponent(name))
    return name
  }

  /// Runs the program and waits for it; it inherits no stream, so that it can never hang the tests.
  func run(_ arguments: String..., input: String? = nil) throws -> Run {
    try run(arguments: arguments, input: input)
  }

  /// Runs the program with a list of arguments.
  func run(arguments: [String], input: String? = nil) throws -> Run {
    let process = Process()
    process.executableURL = try Bgt.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = [
      "PATH": "/usr/bin:/bin", "BGT_NOW": "2026-11-23T10:00:00Z", "BGT_ACTOR": "张三", "BGT_LANG": "zh", "COLUMNS": "80",
    ]
    variables.merge(environment) { $1 }
    process.environment = variables
    let output = folder.appendingPathComponent("stdout-\(UUID().uuidString)")
    let errors = folder.appendingPathComponent("stderr-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    if let input {
      process.standardInput = try FileHandle(forReadingFrom: folder.appendingPathComponent(try write(input, to: "stdin")))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    return Run(
      code: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
