import Foundation
import Testing

/// Docs/plans.md is run; `BGT_RECORD=1` writes its outputs anew.
@Suite("Docs/plans.md")
struct PlansPageTests {
  private static let file = Bgt.root.appendingPathComponent("Docs/plans.md")
  private static var isRecording: Bool { ProcessInfo.processInfo.environment["BGT_RECORD"] == "1" }

  private func lines() throws -> [String] {
    try String(contentsOf: PlansPageTests.file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The console blocks with what their commands print now, one after the other in one folder.
  private func outputs(_ lines: [String]) throws -> [(fence: Fence, commands: [ConsoleCommand])] {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let fences = Fence.all(in: lines, lines.indices)
    for file in fences.compactMap(\.file) { try bgt.write(file.text, to: file.name) }
    return try fences.filter { $0.info == "console" }.map { fence in
      (fence, try ConsoleCommand.all(in: fence.text).map { try $0.run(in: bgt) })
    }
  }

  @Test("every example prints what the page says", .enabled(if: !isRecording))
  func examples() throws {
    let outputs = try outputs(try lines())
    #expect(outputs.count >= 2)
    for (fence, commands) in outputs { #expect(commands.flatMap(\.lines).joined(separator: "\n") == fence.text.joined(separator: "\n")) }
  }

  @Test("the page is written anew with what the commands print", .enabled(if: isRecording))
  func record() throws {
    var lines = try lines()
    for (fence, commands) in try outputs(lines).reversed() { lines.replaceSubrange(fence.body, with: commands.flatMap(\.lines)) }
    try Data(lines.joined(separator: "\n").utf8).write(to: PlansPageTests.file)
  }

  @Test("a register of plans is read as it is written, and a template of one can be filled in")
  func register() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let lines = try lines()
    let journal = try #require(Fence.all(in: lines, lines.indices).compactMap(\.file).first)
    try bgt.write(journal.text, to: journal.name)
    #expect(try bgt.run("import", journal.name).code == 0)
    let written = try bgt.run("export", "register", "plans", "-o", "plans.csv")
    #expect(written.code == 0, "\(written.errors)")
    let again = try bgt.run("import", "plans.csv")
    #expect(again.code == 0, "\(again.errors)")
    let events = try bgt.run("print", "--compact").output.split(separator: "\n").filter { $0.contains(" plan ") }
    #expect(events.count == 3, "\(again.output)")
    try bgt.write(
      """
      年度投资计划
      单位：万元
      计划年度,项目计划,计划项目,拟投单位,计划金额,投资方式,资金来源,拟持股比例,拟决策日期,预期放大倍数,计划日期
      2023,拨改投,二期扩产,力得,800,直接投资,结转,10%,2023-06-30,2.5,2022-12-20
      2023,拨改投,新材料,,300,,预算,,,,2022-12-20
      合计,,,,1100,,,,,,
      """, to: "计划.csv")
    let table = try bgt.run("import", "计划.csv")
    #expect(table.code == 0, "\(table.errors)")
    let report = try bgt.run("plan", "2023", "--format", "csv", "--lang", "en")
    #expect(report.output.contains("二期扩产,力得,direct,carried,0.1") && report.output.contains("8000000.00"), "\(report.output)")
    #expect(try bgt.run("template", "plans", "-o", "t.csv").code == 0)
  }
}
