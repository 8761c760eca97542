import LedgerCore
import ReportDocument

/// The front page of a report with its contents: on paper a sheet of its own.
struct HTMLCover {
  /// What is written.
  let cover: Cover
  /// How values are written.
  let text: HumanText
  /// The unit of amounts, as the head of the report names it; nil when it shows none.
  let unit: Figure?

  /// A name wider than this, in columns of the terminal, is set in smaller letters, so that the cover stays one sheet.
  private static let bodyWidthMax = 60

  /// Whether the name of the body needs smaller letters.
  private var isLong: Bool { TextWidth.of(text.string(.phrase(cover.body), HumanText.Style())) > HTMLCover.bodyWidthMax }

  /// Writes body, title, lines, contents and signatures.
  func write(to output: inout ByteOutput, contents: (inout ByteOutput) -> Void) {
    output.write("<div class=\"cover\">\n")
    if !cover.body.isEmpty { output.write("<p class=\"body\(isLong ? " long" : "")\">\(escaped(cover.body))</p>\n") }
    output.write("<h1>\(escaped(cover.title))</h1>\n")
    let lines = cover.lines + [unit].compactMap(\.self)
    if !lines.isEmpty {
      output.write("<dl>\n")
      for line in lines {
        let value = text.string(line.value, HumanText.Style(decimals: line.decimals))
        output.write("<dt>\(escaped(line.label))</dt><dd>\(HTMLText.escaped(value))</dd>\n")
      }
      output.write("</dl>\n")
    }
    contents(&output)
    if !cover.signatures.isEmpty {
      output.write("<ul class=\"signatures\">\n")
      for signature in cover.signatures { output.write("<li>\(escaped(signature)) <i></i></li>\n") }
      output.write("</ul>\n")
    }
    output.write("</div>")
    output.endLine()
  }

  /// A phrase in the language, escaped.
  private func escaped(_ phrase: Phrase) -> String {
    HTMLText.escaped(text.string(.phrase(phrase), HumanText.Style()))
  }
}
