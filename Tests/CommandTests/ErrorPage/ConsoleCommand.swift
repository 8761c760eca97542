import Foundation

/// A command of a console block with what it prints and, when it is not 0, its exit code.
struct ConsoleCommand: Equatable {
  /// What is typed after the prompt.
  let command: String
  /// What comes out, messages and results in their order, line by line.
  var output: [String]
  /// How it ends.
  var code: Int32

  /// The lines of the page for it.
  var lines: [String] { ["$ " + command] + output + (code == 0 ? [] : ["[exit \(code)]"]) }

  /// The commands of a block.
  static func all(in lines: [String]) -> [ConsoleCommand] {
    var commands: [ConsoleCommand] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        commands.append(ConsoleCommand(command: String(line.dropFirst(2)), output: [], code: 0))
      } else if !commands.isEmpty {
        if line.hasPrefix("[exit "), let code = Int32(line.dropFirst(6).dropLast()) {
          commands[commands.count - 1].code = code
        } else {
          commands[commands.count - 1].output.append(line)
        }
      }
    }
    return commands
  }

  /// Runs it by the shell in a folder, with the built program as `bgt`, a fixed clock, a fixed language and no input.
  func run(in bgt: Bgt, language: String = "en") throws -> ConsoleCommand {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = bgt.folder
    process.environment = [
      "PATH": "\(try Bgt.binary.deletingLastPathComponent().path):/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "BGT_NOW": "2026-11-23T10:00:00Z", "BGT_ACTOR": "张三", "BGT_LANG": language, "COLUMNS": "100",
    ]
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("bgt-output-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try FileHandle(forWritingTo: file)
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return ConsoleCommand(command: command, output: lines, code: process.terminationStatus)
  }
}
