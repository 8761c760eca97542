import LedgerCore
import Portfolio
import Testing

@testable import Spreadsheets

@Suite("Mapping files")
struct RegisterMappingTests {
  private func problems(_ text: String) -> [Diagnostic] { RegisterMapping.read(Array(text.utf8), file: "x.map").problems }

  @Test("columns are assigned by heading and number, texts fixed and put together; later assignments count")
  func assignments() throws {
    let map = """
      # 县里的表
      register valuations
      unit 万元
      deal      %公司/%轮
      date      %3
      amount    %{评估结果 合计}
      basis     %方法（%公司）
      note      固定
      note      后者
      """
    let table = "公司,轮,基准,评估结果 合计,方法\n力得,A,2022-12-31,620,收益法\n"
    let reading = try RegisterText(table, map: map).reading()
    #expect(reading.problems.isEmpty)
    let event = try #require(reading.events.first?.event)
    #expect(event.text("deal") == "力得/A" && event.text("note") == "后者")
    #expect(event.amount("amount")?.minorUnits == 620_000_000)
    #expect(event.text("basis") == "收益法（力得）")
    #expect(event.day == Day("2022-12-31"))
  }

  @Test(
    "conditions: of the row, of a cell, together, either of several, not, and what they catch",
    arguments: [
      ("if 终止\n  note 命中", "力得,终止投资", true), ("if %状态 ^终止\n  note 命中", "力得,已终止", false),
      ("if %状态 终止\n& %公司 力得\n  note 命中", "力得,终止", true), ("if %状态 终止\n& %公司 华阳\n  note 命中", "力得,终止", false),
      ("if %状态 退出\n%状态 终止\n  note 命中", "力得,终止", true), ("if ! %状态 正常\n  note 命中", "力得,终止", true),
      ("if ! %状态 正常\n  note 命中", "力得,正常", false), ("if %状态 终止\n& ! %公司 力得\n  note 命中", "力得,终止", false),
      ("if %状态 (命)(中)\n  note \\1\\2", "力得,x命中x", true), ("if %状态 ABC\n  note 命中", "力得,abc", true),
      ("if %2 终止\n  note 命中\nend\nbasis 之后", "力得,终止", true),
    ])
  func conditions(_ block: String, _ cells: String, _ holds: Bool) throws {
    let map = "register valuations\ndeal %公司/A\ndate 2022-12-31\namount 5\n\(block)\n"
    let reading = try RegisterText("公司,状态\n\(cells)\n", map: map).reading()
    #expect(reading.problems == [])
    #expect(reading.events.first?.event.text("note") == (holds ? "命中" : nil))
  }

  @Test("skip leaves a row out; skip N, header, fields, separator and encoding say where the table is")
  func layout() throws {
    let map = "register valuations\nskip 2\ndeal %公司/A\nif %状态 终止\n  skip\n"
    let skipped = try RegisterText("投资项目,估值日期,估值,估值依据\n第二行,x,x,x\n公司,估值日期,估值,状态\n力得,2022-12-31,5,终止\n华阳,2022-12-31,6,正常\n", map: map)
      .reading()
    #expect(skipped.events.map(\.subject) == ["华阳/A"] && skipped.skipped.map(\.reason) == [.mapping])
    let fields = "register valuations\nfields 投资项目,估值日期,估值\nseparator |\nencoding UTF-8\ndate-format %d.%m.%Y\n"
    let plain = try RegisterText("力得/A|31.12.2022|1,000\n", map: fields).reading()
    #expect(plain.problems == [] && plain.events.first?.event.amount("amount")?.minorUnits == 100_000)
    let numbered = "register valuations\nheader 2\ndeal %1\ndate %2\namount %3\n"
    #expect(try RegisterText("标题\n甲列,乙列,丙列\n力得/A,2022-12-31,5\n", map: numbered).reading().events.count == 1)
  }

  @Test(
    "every flaw of a mapping is reported with its line",
    arguments: [
      ("register 没有", 1), ("deal %1", 1), ("register valuations\nnonsense %1", 2), ("register valuations\nif (\n  note x", 2),
      ("register valuations\n  note x", 2), ("register valuations\nif 终止\nend", 3), ("unit 斤", 1), ("date-format %Y", 1),
      ("separator ab", 1), ("encoding latin", 1), ("skip x", 1), ("header 0", 1),
    ])
  func flaws(_ text: String, _ line: Int) {
    let found = problems(text)
    #expect(found.first?.code == .badMapping && found.first?.position?.line == line)
    #expect(found.allSatisfy { !$0.hint.isEmpty })
  }

  @Test("a name that the table does not have is a flaw, not an empty cell")
  func unknownNames() throws {
    let map = "register valuations\ndeal %公司/A\ndate %日期\namount %没有\n"
    let reading = try RegisterText("公司,日期\n力得,2022-12-31\n", map: map).reading()
    #expect(reading.problems.map(\.code) == [.badMapping] && reading.events.isEmpty)
  }
}
