import Testing

@Suite("The scanner of Swift text")
struct ScannerTests {
  private func code(_ text: String) -> [String] { SwiftText(path: "x.swift", text: text).code }
  private func comments(_ text: String) -> [String] { SwiftText(path: "x.swift", text: text).comments }

  @Test(
    "Strings of every form are blanked and code after them is kept",
    arguments: [
      #"a("{"); b"#, #"a("\"{"); b"#, ##"a(#"{"\n"{"#); b"##, #"a("\\"); b"#, #"a("//"); b"#, #"a("/*"); b"#,
      ##"a(#"\"#); b"##,
      #"a("拨改投{"); b"#, #"a(""); b"#,
    ])
  func strings(text: String) {
    let line = code(text)[0]
    #expect(line.hasPrefix("a("))
    #expect(line.hasSuffix("); b"))
    #expect(!line.contains { "{\"/\\".contains($0) })
    #expect(line.utf8.count == text.utf8.count)
  }

  @Test("What is interpolated is code, however deep")
  func interpolation() {
    #expect(code(#"a("x \(f("y \(g { $0 })")) z")"#)[0].filter { $0 != " " } == "a(f(g{$0}))")
    #expect(code(##"a(#"x \(no) \#(yes)"#)"##)[0].filter { $0 != " " } == "a(yes)")
  }

  @Test("A string over several lines keeps its braces and quotes to itself")
  func multiline() {
    let text = "let a = \"\"\"\n  { \" // } \\\"\"\" {\n  \"\"\"\nlet b = 1"
    #expect(code(text).map { $0.trimming } == ["let a =", "", "", "let b = 1"])
  }

  @Test("Comments are parted from code, nested ones too")
  func commentKinds() {
    let text = "a // { \"\nb /* { /* { */ } */ c\n/// d"
    #expect(code(text).map { $0.trimming } == ["a", "b                   c", ""])
    #expect(comments(text).map { $0.trimming } == ["// { \"", "/* { /* { */ } */", "/// d"])
  }

  @Test("A missing quote ends with its line")
  func missingQuote() {
    #expect(code("let a = \"{\nfunc b() {}").last == "func b() {}")
  }

  @Test(
    "A file that ends inside a string, a comment or an escape is read to its end",
    arguments: [
      "\"", "\"\\", "\"\\(", "/*", "/", "#", "#\"", "\"\"\"", "//", "\"\\#",
    ])
  func cutShort(text: String) {
    #expect(code("a\n" + text).first == "a")
  }

  @Test("Functions are measured from their name to their closing brace")
  func spans() {
    let text = """
      struct A {
        var stored = [1].map { $0 }
        var computed: Int {
          1
        }
        init(_ a: Int = { 1 }()) {
          self.init(a)
        }
        func one(
          a: Int
        ) -> Int {
          let text = "}"
          func inner() { /* } */ }
          return .init { 2 }
        }
        subscript(a: Int) -> Int { a }
        deinit {
        }
      }
      protocol P { func bodiless(); var got: Int { get } }
      """
    let found = FunctionSpan.all(in: SwiftText(path: "x.swift", text: text))
    #expect(
      found == [
        FunctionSpan(name: "computed", line: 3, length: 3), FunctionSpan(name: "init", line: 6, length: 3),
        FunctionSpan(name: "inner", line: 13, length: 1), FunctionSpan(name: "one", line: 9, length: 7),
        FunctionSpan(name: "subscript", line: 16, length: 1), FunctionSpan(name: "deinit", line: 17, length: 2),
        FunctionSpan(name: "got", line: 20, length: 1),
      ])
  }

  @Test("Words are found whole only")
  func words() {
    #expect(WordSearch.places(of: "Double", in: "DoubleEntry isDouble _Double Double2").isEmpty)
    #expect(WordSearch.places(of: "Double", in: "Double, [Double]").map(\.offset) == [0, 9])
    #expect(WordSearch.places(of: "print(", in: "reprint(a).print(b)").map(\.isAfterDot) == [true])
  }
}

extension String {
  /// The text without blanks at either end.
  fileprivate var trimming: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
