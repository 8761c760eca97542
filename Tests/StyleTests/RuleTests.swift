import Testing

/// Small bad samples: each rule must be able to fail.
@Suite("The rules of the house")
struct RuleTests {
  private func text(_ text: String, path: String = "LedgerCore/Sample.swift") -> SwiftText {
    SwiftText(path: path, text: text)
  }

  /// A function of a number of lines.
  private func function(lines: Int) -> String {
    "func long() {\n" + String(repeating: "  work()\n", count: lines - 2) + "}\n"
  }

  @Test("A function of 71 lines is too long, one of 70 is not")
  func functionLength() {
    #expect(LengthRule.check(text(function(lines: 70))) == [])
    let violation = LengthRule.check(text("\n" + function(lines: 71))).first
    #expect(violation?.description == "LedgerCore/Sample.swift:2: long takes 71 lines, at most 70")
  }

  @Test("A file of 501 lines is too long, one of 500 is not")
  func fileLength() {
    #expect(LengthRule.check(text(String(repeating: "\n", count: 500))) == [])
    #expect(LengthRule.check(text(String(repeating: "\n", count: 501))).count == 1)
  }

  @Test("The median counts from twenty files on")
  func median() {
    let long = text(String(repeating: "\n", count: 101))
    let short = text("\n")
    #expect(LengthRule.excessiveMedian(of: Array(repeating: long, count: 19)) == nil)
    #expect(LengthRule.excessiveMedian(of: Array(repeating: long, count: 20)) == 101)
    #expect(
      LengthRule.excessiveMedian(of: Array(repeating: long, count: 9) + Array(repeating: short, count: 11)) == nil)
  }

  @Test("A folder of 36 files is too full, one of 35 is not, nor is a catalog")
  func folderSize() {
    let files = { (folder: String, count: Int) in (0..<count).map { SwiftText(path: "\(folder)/F\($0).swift", text: "") } }
    #expect(FolderRule.check(files("Reports/Wide", 35) + files("Portfolio/Kinds", 60)).isEmpty)
    #expect(FolderRule.check(files("Reports/Wide", 36)).map(\.path) == ["Reports/Wide"])
  }

  @Test("Each banned word is seen", arguments: BannedWord.all.map(\.word))
  func banned(word: String) {
    #expect(BannedWord.check(text("let a = 1\n  \(word) b")).map(\.line) == [2])
    #expect(BannedWord.check(text("/// Not \(word) b\nlet a = \"\(word)\"")) == [])
  }

  @Test("Each word that lost is seen, in a text and in a comment", arguments: LostTerm.all.map(\.word))
  func lost(word: String) {
    #expect(LostTerm.check(text("let a = 1\nlet b = \"甲\(word)乙\" // \(word)")).map(\.line).contains(2))
    #expect(LostTerm.check(text("let a = \"事项\"")) == [])
  }

  @Test("A banned word is allowed where it is at home only")
  func atHome() {
    #expect(BannedWord.check(text("print(1)", path: "bgt/Main.swift")) == [])
    #expect(BannedWord.check(text("print(1)", path: "bgtlike/Main.swift")).count == 1)
    #expect(BannedWord.check(text("let a: Double", path: "Analytics/Root.swift")) == [])
    #expect(BannedWord.check(text("let a: Swift.Double", path: "Portfolio/Deal.swift")).count == 1)
    #expect(BannedWord.check(text("document.print(1)")) == [])
  }

  @Test("A force unwrap is seen, a negation and an inequality are not")
  func forceUnwrap() {
    for line in ["a!", "f()!.b", "a[0]!", "let x: Int!", "拨!"] {
      #expect(BannedWord.check(text(line)).count == 1, "\(line)")
    }
    for line in ["!a", "a != b", "a!=b", "if !a && !(b)", "let a = \"b!\"", "// b!"] {
      #expect(BannedWord.check(text(line)) == [], "\(line)")
    }
  }

  @Test("Markers are seen in comments of either form, not in strings", arguments: MarkerRule.markers)
  func markers(marker: String) {
    #expect(MarkerRule.check(text("// \(marker): later")).count == 1)
    #expect(MarkerRule.check(text("a() /* \(marker) */")).count == 1)
    #expect(MarkerRule.check(text("let a = \"\(marker)\" // \(marker)S")) == [])
  }

  @Test(
    "An import upwards is seen in every form",
    arguments: [
      "import BookStore", "@testable import BookStore", "public import BookStore", "import struct BookStore.Book",
      "  import BookStore // why", "import GRDB", "import Crypto", "import ArgumentParser", "import Foundation",
      "import CMinizip", "import SomethingNew",
    ])
  func upwards(line: String) {
    #expect(ImportRule.check(text("// head\n" + line)).map(\.line) == [2])
  }

  @Test(
    "An import downwards, of the standard library or in a comment is no violation",
    arguments: [
      "import LedgerCore", "internal import struct LedgerCore.Money", "import FoundationEssentials",
      "import Synchronization",
      "// import GRDB", "let a = \"import GRDB\"", "func record(import file: Int)",
    ])
  func downwards(line: String) {
    #expect(ImportRule.check(text(line, path: "Portfolio/Sample.swift")) == [])
  }

  @Test("Packages are at home in one layer each")
  func packages() {
    #expect(ImportRule.check(text("import GRDB\nimport Crypto", path: "BookStore/Sample.swift")) == [])
    #expect(ImportRule.check(text("import GRDB", path: "Reports/Sample.swift")).count == 1)
    #expect(ImportRule.check(text("import ArgumentParser", path: "bgt/Sample.swift")) == [])
    #expect(ImportRule.check(text("import ArgumentParser", path: "FundLedger/Sample.swift")).count == 1)
    #expect(ImportRule.check(text("import GRDB", path: "bgt/Sample.swift")).count == 1)
  }

  @Test("A folder that no layer names is a violation")
  func unknownLayer() {
    #expect(ImportRule.check(text("", path: "Cellar/Sample.swift")).count == 1)
  }

  @Test("The table of layers names lower floors only")
  func table() {
    for (index, layer) in Layer.all.enumerated() {
      #expect(Set(layer.uses).isSubset(of: Layer.all[..<index].map(\.name)), "\(layer.name)")
    }
  }

  @Test(
    "A public declaration without a docstring is seen",
    arguments: [
      "public struct A {}", "  public var a: Int", "@inlinable\npublic func a() {}",
      "// Not a docstring.\npublic let a = 1",
      "@frozen public enum A {}", "open class A {}", "/// Far away.\n\npublic let a = 1", "public static let a = 1",
      "public init?(a: Int) {}", "public init(a: Int) throws {}", "public typealias A = B",
      "public private(set) var a = 1",
    ])
  func undocumented(declaration: String) {
    let sample = text(declaration)
    #expect((undocumented(sample) + DocumentationRule.storedProperties(sample)).count == 1)
  }

  @Test(
    "A documented, internal or self-evident declaration is no violation",
    arguments: [
      "/// What it is.\npublic struct A {}", "/// What it is.\n@inlinable\n@discardableResult\npublic func a() {}",
      "/** What it is. */\npublic let a = 1", "struct A {}", "  public init(a: Int) {}",
      "public static func == (a: A, b: A)",
      "public func hash(into hasher: inout Hasher) {}", "public import LedgerCore", "let a = \"public struct A\"",
    ])
  func documented(declaration: String) {
    let sample = text(declaration)
    #expect(undocumented(sample) + DocumentationRule.storedProperties(sample) == [])
  }

  private func undocumented(_ text: SwiftText, beside others: [SwiftText] = []) -> [Violation] {
    DocumentationRule.check(text, requirements: DocumentedRequirements(in: others))
  }

  @Test("What a protocol documents need not be said again where it is conformed to, and only there")
  func requirements() {
    let source = text("public protocol Source {\n  /// Says it.\n  func said() -> Int\n  func unsaid()\n}")
    let members = "public func said() -> Int { 1 }\npublic func unsaid() {}"
    #expect(undocumented(text("final class A: Source {}\n" + members), beside: [source]).map(\.line) == [3])
    #expect(undocumented(text("final class A: Other {}\n" + members), beside: [source]).map(\.line) == [2, 3])
  }

  @Test("Only what an instance stores is let off with a warning")
  func stored() {
    #expect(undocumented(text("public var a: Int\npublic internal(set) var b = 1\npublic let c = 1")) == [])
    #expect(undocumented(text("public static let a = 1\npublic var b: Int { 1 }")).count == 2)
  }

  @Test("Names that say nothing are seen in types and files", arguments: NameRule.emptyEndings)
  func names(ending: String) {
    #expect(NameRule.check(text("public final class Book\(ending): A {}")).count == 1)
    #expect(NameRule.check(text("", path: "LedgerCore/Book\(ending).swift")).count == 1)
    #expect(NameRule.check(text("", path: "LedgerCore/Book\(ending)+Aspect.swift")).count == 1)
    #expect(NameRule.check(text("let taxHelper = 1 // class Book\(ending)")) == [])
  }
}
