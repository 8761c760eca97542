import LedgerCore
import Testing

@Suite("Diagnostics")
struct DiagnosticTests {
  private let place = SourcePosition(
    file: "2022.journal", line: 12, column: 9, length: 3, lineText: "2022-06-15 pay 力得/A")

  @Test("A diagnostic shows place, severity, code, sentence, the line with a caret and the way out")
  func whole() {
    let diagnostic = Diagnostic(.badDate, .plain("There is no such day."), hint: .plain("Write it as 2022-06-15."), at: place)
    #expect(
      diagnostic.description == """
        2022.journal:12:9: error P1002: There is no such day.
          12 | 2022-06-15 pay 力得/A
             |         ^^^
          = Write it as 2022-06-15.
        """)
  }

  @Test("Without place and hint it is one line")
  func short() {
    #expect(
      Diagnostic(.bookMissing, .plain("No book here."), severity: .warning).description == "warning S5001: No book here.")
  }

  @Test("A place without the line's text shows no excerpt")
  func withoutText() {
    let diagnostic = Diagnostic(.badDate, .plain("No."), at: SourcePosition(file: "a", line: 1, column: 2))
    #expect(diagnostic.description == "a:1:2: error P1002: No.")
  }

  @Test("A text that is no file is called by its title, in each language")
  func title() {
    let diagnostic = Diagnostic(.badDate, Wording("没有这一天", "no such day"), at: SourcePosition(file: "draft 3", line: 1, column: 2))
      .titled(Wording("草稿 3", "draft 3"))
    #expect(diagnostic.text(in: .zh) == "草稿 3:1:2: 错误 P1002：没有这一天")
    #expect(diagnostic.text(in: .en) == "draft 3:1:2: error P1002: no such day")
  }

  @Test("The first place given is kept")
  func firstPlace() {
    let elsewhere = SourcePosition(file: "b", line: 1, column: 1)
    #expect(Diagnostic(.badDate, .plain("No.")).at(place).position == place)
    #expect(Diagnostic(.badDate, .plain("No.")).at(place).at(elsewhere).position == place)
    #expect(Diagnostic(.badDate, .plain("No.")).at(place).at(nil).position == place)
  }

  @Test("Every code is a letter and four digits, and the letter decides the exit code")
  func codes() {
    let classes: [Character: Diagnostic.Class] = [
      "P": .input, "E": .input, "R": .refused, "S": .storage, "W": .input, "U": .usage,
    ]
    for code in DiagnosticCode.allCases {
      let text = code.rawValue
      #expect(text.count == 5 && text.dropFirst().allSatisfy { "0123456789".contains($0) }, "\(code)")
      #expect(text.first.flatMap { classes[$0] } == code.failureClass, "\(code)")
    }
    #expect(Diagnostic.Class.refused.rawValue == 3)
    #expect(Diagnostic.Class.input.rawValue == 4)
    #expect(Diagnostic.Class.storage.rawValue == 5)
  }
}
