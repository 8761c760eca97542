import Foundation

/// A program for plain-text accounting that may be installed, as judge over an exported journal.
enum PeerProgram: String {
  case hledger, ledger
  case beanCheck = "bean-check"
  case beanQuery = "bean-query"
  /// The Python that beancount is installed for.
  case beancountPython = "python3"

  struct Failed: Error { let message: String }

  /// Where it stands; nil when it is not installed.
  var path: String? {
    if self == .beancountPython { return PeerProgram.beanCheck.interpreter }
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "/usr/bin").split(separator: ":").map(String.init)
    // Where pip puts programs for one user.
    let own = (environment["HOME"] ?? "") + "/.local/bin"
    return (folders + ["/usr/local/bin", own]).map { "\($0)/\(rawValue)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  var isInstalled: Bool { path != nil }

  /// What the first line of a script says that it is to be run by.
  private var interpreter: String? {
    guard let path, let text = try? String(contentsOfFile: path, encoding: .utf8), text.hasPrefix("#!/") else { return nil }
    return text.split(separator: "\n").first.map { String($0.dropFirst(2)) }
  }

  /// Runs it and returns what it wrote; throws what it complained of when it fails.
  func run(_ arguments: [String], in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "/")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C.UTF-8"
    // No settings of whoever runs the tests; Python finds what pip installed for one user below this.
    environment["PYTHONUSERBASE"] = environment["PYTHONUSERBASE"] ?? (environment["HOME"] ?? "") + "/.local"
    environment["HOME"] = folder.path
    process.environment = environment
    let streams = ["out", "err"].map { folder.appendingPathComponent("\(rawValue)-\(UUID().uuidString).\($0)") }
    for stream in streams { _ = FileManager.default.createFile(atPath: stream.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: streams[0])
    process.standardError = try FileHandle(forWritingTo: streams[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let texts = try streams.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    guard process.terminationStatus == 0 else {
      throw Failed(message: "\(rawValue) \(arguments): exit \(process.terminationStatus)\n\(texts[0])\(texts[1])")
    }
    return texts[0]
  }
}
