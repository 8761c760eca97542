import BookStore
import FoundationEssentials
import LedgerCore
import Portfolio

extension AuditPackage {
  /// In what a package differs from the book that it is said to be of; empty when it is that book, to the byte.
  ///
  /// The package is made again from the book as it was known at the package's last event, and both are compared file by
  /// file; so a package stays valid however far the book goes on.
  ///
  /// - Parameter scratch: a path at which the second package may stand for the time of the check.
  /// - Throws: when the package has no manifest, or the second one cannot be made.
  public static func differences(
    of path: String, from book: Book, scratch: String
  ) throws(Diagnostic) -> [Wording] {
    let said = try PackageManifest.read(path)
    let head = try book.head()
    if said.events > head.sequence {
      return [
        Wording(
          "资料包有 \(said.events) 笔事项，账簿只有 \(head.sequence) 笔",
          "the package holds \(EnglishCount.of(said.events, "event")), the book only \(head.sequence)")
      ]
    }
    let then = try book.asKnown(at: said.events)
    let digest = try then.head().digest
    if digest != said.chainHead {
      return [
        Wording(
          "账簿到第 \(said.events) 笔事项的链头是 \(digest)，资料包是 \(said.chainHead)",
          "event \(said.events) of the book has the chain head \(digest), the package \(said.chainHead)")
      ]
    }
    try AuditPackage(year: said.year, generator: said.generator).write(then, to: scratch)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let (mine, theirs) = (Set(files(in: scratch)), Set(files(in: path)))
    var differences: [Wording] = []
    for name in mine.union(theirs).sorted() {
      if !theirs.contains(name) {
        differences.append(Wording("缺 \(name)", "\(name) is missing"))
      } else if !mine.contains(name) {
        differences.append(Wording("\(name) 不属于此账簿的资料包", "\(name) is none of a package of this book"))
      } else if try self.digest(of: scratch + "/" + name) != self.digest(of: path + "/" + name) {
        differences.append(Wording("\(name) 被改动", "\(name) was changed"))
      }
    }
    return differences
  }

  /// The digest of a file, read piece by piece.
  private static func digest(of path: String) throws(Diagnostic) -> String {
    var digest = StreamDigest()
    try FileBytes.read(path) { digest.update($0) }
    return digest.hexadecimal
  }

  /// The names of all files below a folder.
  private static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in
      var isFolder = false
      return FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder) && !isFolder
    }
  }
}
