import Foundation
import Testing

@Suite("The guide for auditors")
struct AuditGuideTests {
  /// The lines of all blocks of a kind in a page.
  private func blocks(_ kind: String, in page: String) -> [[String]] {
    var blocks: [[String]] = []
    var isInside = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```\(kind)" {
        isInside = true
        blocks.append([])
      } else if line == "```" {
        isInside = false
      } else if isInside {
        blocks[blocks.count - 1].append(String(line))
      }
    }
    return blocks
  }

  @Test("every command of the page runs, in its order, with the exit code that it says")
  func commands() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let page = try String(contentsOf: Bgt.root.appendingPathComponent("Docs/audit.md"), encoding: .utf8)
    try bgt.write(
      try Data(contentsOf: Bgt.root.appendingPathComponent("ledger-samples/one-investment.journal")), to: "one-investment.journal")
    try bgt.write(try #require(blocks("journal", in: page).first).joined(separator: "\n") + "\n", to: "later.journal")
    let commands = blocks("console", in: page).flatMap { $0 }.filter { $0.hasPrefix("$ ") }.map { $0.dropFirst(2) }
    #expect(commands.count >= 15)
    var script = "PATH=\(try Bgt.binary.deletingLastPathComponent().path):$PATH\nroot=$PWD\n"
    for command in commands {
      let parts = command.split(separator: "#", maxSplits: 1)
      let code = parts.count == 2 ? parts[1].split(separator: " ").last.map(String.init) ?? "0" : "0"
      script += "cd \"$root\"\n\(parts[0])\nif [ $? -ne \(code) ]; then echo 'FAILED: \(command)'; fi\n"
    }
    try bgt.write(script, to: "commands.sh")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["commands.sh"]
    process.currentDirectoryURL = bgt.folder
    process.environment = ["PATH": "/usr/bin:/bin", "BGT_NOW": "2026-11-23T10:00:00Z", "BGT_ACTOR": "张三"]
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(!output.contains("FAILED"), "\(output)")
    #expect(output.contains("重述差异"))
    #expect(output.contains("每个文件都与 city.bgt 一致"))
  }
}
