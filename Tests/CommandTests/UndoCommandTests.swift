import Testing

@Suite("Undo, reverse and import say what the past will show")
struct UndoCommandTests {
  private static let journal = """
    programme 拨改投
    party 力得 kind:company
    2022-01-20 budget 2022/拨改投 1000万元
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:direct
    2022-06-15 pay 力得/A 500万元 envelope:2022/拨改投 share:8.5%
    2022-06-20 social 力得/A 1500万元 party:力得 evidence:协议

    """

  private func multiplier(_ bgt: Bgt) throws -> String {
    let run = try bgt.run("leverage", "--as-of", "2022-12-31", "--format", "csv")
    #expect(run.code == 0, "\(run.errors)")
    return run.output
  }

  @Test("an import that is undone and made again gives last year's multiplier again, and twice the money on no day")
  func undone() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(UndoCommandTests.journal, to: "a.journal")
    #expect(try bgt.run("import", "a.journal").code == 0)
    let before = try multiplier(bgt)
    let undo = try bgt.run("undo", "last")
    #expect(undo.code == 0 && !undo.output.contains("→"), "\(undo.output)\(undo.errors)")
    let again = try bgt.run("import", "a.journal", "--lang", "en")
    #expect(again.output.contains("3 events recorded, 3 of them anew after they were reversed, 3 were there already"), "\(again.output)")
    #expect(!again.errors.contains("W6105"), "\(again.errors)")
    #expect(try multiplier(bgt) == before)
  }

  @Test("a reversal with a later day than its event says until when the event counts, and the way out")
  func reversed() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(UndoCommandTests.journal, to: "a.journal")
    #expect(try bgt.run("import", "a.journal").code == 0)
    let late = try bgt.run("reverse", "8", "--reason", "x", "--date", "2022-12-01", "--lang", "en")
    #expect(late.output.contains("--date 2022-06-20"), "\(late.output)\(late.errors)")
    let own = try bgt.run("reverse", "7", "--reason", "x", "--date", "2022-06-15", "--lang", "en")
    #expect(own.code == 0 && !own.output.contains("--date"), "\(own.output)\(own.errors)")
    let undo = try bgt.run("undo", "last", "--lang", "en")
    #expect(undo.code != 0)
  }

  @Test("two letters that changed places get a suggestion; help of a kind is found behind record")
  func words() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("report", "yaer").errors.contains("是不是 year？"))
    #expect(try bgt.run("saved", "rnu").errors.contains("是不是 run？"))
    #expect(try bgt.run("help", "record", "pay").output == bgt.run("help", "pay").output)
  }

  @Test("a table on standard input is read as the register that it is")
  func standardInput() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let text = "年度,项目计划,事项,日期,金额(万元),文号\n2022,拨改投,预算,2022-01-20,10000,聊财指〔2022〕15号\n"
    let run = try bgt.run("import", "-", "--lang", "en", input: text)
    #expect(run.code == 0 && run.output.contains("2 events recorded"), "\(run.output)\(run.errors)")
  }
}
