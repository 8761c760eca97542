import BookStore
import FoundationEssentials
import JournalText
import LedgerCore
import Portfolio

/// What a package says of itself: the book, the head of its chain, the rules, and every file with its SHA-256.
struct PackageManifest {
  /// The name of the list that `sha256sum -c` takes.
  static let sumsName = "SHA256SUMS"

  let generator: String
  let title: String
  let year: Int?
  let head: ChainHead
  let rules: RuleSet
  let entries: [PackageFolder.Entry]

  /// The manifest as JSON.
  var json: [UInt8] {
    var out = TextBuffer()
    out.append("{\n  \"format\": \"bgt-audit-package\",\n  \"version\": 1,\n")
    member("generator", generator, &out)
    member("title", title, &out)
    out.append("  \"year\": \(year.map { "\($0)" } ?? "null"),\n  \"events\": \(head.sequence),\n")
    member("chainHead", head.digest, &out)
    member("rules", rules.name, &out)
    out.append("  \"rulesVersion\": \(rules.version),\n")
    member("rulesDigest", Book.digest(of: rules.source), &out)
    out.append("  \"files\": [")
    for (index, entry) in entries.enumerated() {
      out.append(index == 0 ? "\n    {\"path\": \"" : ",\n    {\"path\": \"")
      EventJSONWriter.appendEscaped(entry.path, to: &out)
      out.append("\", \"bytes\": \(entry.bytes), \"sha256\": \"\(entry.digest)\"}")
    }
    out.append("\n  ]\n}\n")
    return out.bytes
  }

  private func member(_ name: String, _ value: String, _ out: inout TextBuffer) {
    out.append("  \"\(name)\": \"")
    EventJSONWriter.appendEscaped(value, to: &out)
    out.append("\",\n")
  }

  /// The list of digests as `sha256sum -c` reads it, by name.
  static func sums(of entries: [PackageFolder.Entry]) -> [UInt8] {
    Array(entries.sorted { $0.path < $1.path }.map { "\($0.digest)  \($0.path)\n" }.joined().utf8)
  }

  /// What is read back of a manifest.
  struct Said: Decodable {
    let format: String
    let version: Int
    let generator: String
    let year: Int?
    let events: Int64
    let chainHead: String
  }

  /// Reads the manifest of a package.
  static func read(_ folder: String) throws(Diagnostic) -> Said {
    let bytes = try FileBytes.read(folder + "/manifest.json")
    guard let said = try? JSONDecoder().decode(Said.self, from: Data(bytes)), said.format == "bgt-audit-package" else {
      throw Diagnostic(
        .fileUnreadable, Wording("\(folder)/manifest.json 不是审计包的清单", "\(folder)/manifest.json is no manifest of an audit package"),
        hint: Wording("bgt export audit 生成审计包", "bgt export audit writes one"))
    }
    if said.version == 1 { return said }
    throw Diagnostic(
      .fileUnreadable,
      Wording("\(folder) 是第 \(said.version) 版审计包，本程序读第 1 版", "\(folder) is a package of version \(said.version), this program reads 1"),
      hint: Wording("请安装更新的程序", "install the newer program"))
  }
}
