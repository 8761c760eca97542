import LedgerCore
import Portfolio
import Testing

@testable import Spreadsheets

@Suite("The registers")
struct RegisterCatalogTests {
  @Test(
    "every slot is of the kind that it names, every source a column, every field one of the kind",
    arguments: RegisterCatalog.kinds.map(\.name))
  func slots(_ name: String) throws {
    let kind = try #require(RegisterCatalog.kind(named: name))
    let columns = Set(kind.columns.map(\.name)).union(["programme-from"])
    for slot in kind.slots {
      #expect(slot.kind.name != "book", "\(slot.name) has no kind")
      #expect(columns.isSuperset(of: slot.triggers), "\(slot.name): \(slot.triggers)")
      for (field, sources) in slot.sources {
        #expect(columns.isSuperset(of: sources), "\(slot.name).\(field): \(sources)")
      }
      let known = slot.sources.filter { $0.field != "date" && slot.kind.index(of: $0.field) == nil }.map(\.field)
      // Budget events share their columns; only what a kind has is filled.
      if kind.name != "envelopes" { #expect(known.isEmpty, "\(slot.name) has no \(known)") }
    }
  }

  @Test("every heading stands for one column; names in both languages are found", arguments: RegisterCatalog.kinds.map(\.name))
  func headings(_ name: String) throws {
    let kind = try #require(RegisterCatalog.kind(named: name))
    #expect(RegisterCatalog.kind(named: kind.chinese)?.name == kind.name)
    let names = HeaderNames(kind)
    for column in kind.columns {
      for heading in [column.name, column.chinese] {
        #expect(names.target(of: HeaderName(heading)) == .column(column.name), "\(heading)")
      }
      for alias in column.aliases {
        guard case .column(let found) = names.target(of: HeaderName(alias)) else {
          Issue.record("\(alias) of \(column.name) is not found")
          continue
        }
        let outright = kind.columns.contains { $0.chinese == alias || $0.name == alias }
        #expect(found == column.name || outright, "\(alias) stands for \(found) and \(column.name)")
      }
      #expect(!column.help.isEmpty && !column.helpChinese.isEmpty)
    }
    for (heading, value) in kind.example { #expect(kind.column(named: heading) != nil && !value.isEmpty, "\(heading)") }
  }

  @Test("every register has its own headings told from all others", arguments: RegisterCatalog.kinds.map(\.name))
  func guess(_ name: String) throws {
    let kind = try #require(RegisterCatalog.kind(named: name))
    for chinese in [true, false] {
      let headings = kind.columns.map { chinese ? $0.chinese : $0.name }
      #expect(RegisterGuess.kind(ofHeadings: headings)?.name == name)
    }
  }

  @Test(
    "headings that stand in every register tell none, unless a title does",
    arguments: [["项目", "日期", "金额"], ["投资项目", "日期", "金额", "备注"], ["deal", "date", "amount"], ["项目", "日期", "金额（万元）", "证明材料"]])
  func general(_ headings: [String]) throws {
    #expect(RegisterGuess.kind(ofHeadings: headings) == nil)
    let csv = headings.joined(separator: ",") + "\n甲/A,2022-06-30,12000000\n"
    let error = #expect(throws: Diagnostic.self) { try RegisterTable(try SheetFile(Array(csv.utf8), name: "估值.csv")) }
    #expect(error?.code == .unknownRegister && error?.hint.contains("--register") == true)
    let titled = try RegisterTable(try SheetFile(Array(("贷款台账\n" + csv).utf8), name: "x.csv"))
    #expect(titled.kind.name == "loans")
  }

  @Test("every kind of event is a register of its own, but for vouchers and the book")
  func eventKinds() {
    #expect(RegisterCatalog.kind(named: "pay")?.columns.map(\.name).prefix(3) == ["date", "deal", "amount"])
    #expect(RegisterCatalog.kind(named: "出资")?.name == "pay")
    #expect(RegisterCatalog.kind(named: "entry") == nil && RegisterCatalog.kind(named: "batch") == nil)
    #expect(RegisterCatalog.kind(named: "没有") == nil)
  }

  @Test("a Chinese name without 台账 is the register, the English one of a kind of event the table of the kind")
  func shortNames() {
    for (name, expected) in [
      ("估值", "valuations"), ("贷款", "loans"), ("退出", "exits"), ("分红", "dividends"), ("预算指标", "envelopes"), ("value", "value"),
      ("loan", "loan"),
    ] {
      #expect(RegisterCatalog.kind(named: name)?.name == expected, "\(name)")
    }
  }
}
