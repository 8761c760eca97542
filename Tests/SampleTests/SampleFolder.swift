import FoundationEssentials
import FundLedger

/// The folder ledger-samples of the checkout and what is in it.
enum SampleFolder {
  /// The folder, found from this file.
  static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/") + "/ledger-samples"
  }()

  /// Every file of the folder that ends so, as a path from the folder, sorted.
  static func files(endingIn suffix: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(suffix) }.sorted()
  }

  /// The journals that are read as whole books: a main.journal stands for the files beside it.
  static func books() throws -> [String] {
    let all = try files(endingIn: ".journal").filter { !$0.hasPrefix("refused/") }
    let folders = Set(all.filter { $0.hasSuffix("/main.journal") }.map { $0.dropLast("main.journal".count) })
    return all.filter { path in
      path.hasSuffix("/main.journal") || !folders.contains { path.hasPrefix($0) }
    }
  }

  /// The bytes of a file of the folder.
  static func bytes(_ path: String) throws -> [UInt8] { try FileBytes.read(root + "/" + path) }
}
