import Foundation
import Testing

@Suite("bgt demo")
struct DemoTests {
  @Test("walks through the four jobs in a folder of its own, in either language", arguments: ["en", "zh"])
  func walk(_ language: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let run = try bgt.run("demo", "city", "--lang", language)
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    for command in ["import main.journal", "invest ", "leverage ", "report year 2023", "reconcile 2023", "verify"] {
      #expect(run.output.contains("$ bgt \(command)"), "\(command)")
    }
    #expect(run.output.contains(language == "zh" ? "[退出码 3]" : "[exit 3]"))
    #expect(run.errors.contains("R3001"), "\(run.errors)")
    let page = try String(contentsOf: bgt.folder.appendingPathComponent("city/year-2023.html"), encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(try bgt.run("verify", "--book", "city/book.bgt").code == 0)
  }

  @Test("writes nothing over what is there")
  func existing() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try FileManager.default.createDirectory(at: bgt.folder.appendingPathComponent("bgt-demo"), withIntermediateDirectories: true)
    let run = try bgt.run("demo")
    #expect(run.code == 2)
    #expect(run.errors.contains("U7020"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: bgt.folder.path + "/bgt-demo").isEmpty)
  }
}
