/// The section of one code: what it means in two languages, and an example that shows it.
struct ErrorSection {
  /// The heading without its marks: `P1002 badDate`.
  let heading: String
  /// Where it stands among the lines of the page.
  let range: Range<Int>
  /// The paragraphs of its text, fenced blocks left out.
  let prose: [String]
  /// The files of its example.
  let files: [ExampleFile]
  /// Its console blocks.
  let consoles: [Fence]

  init(_ lines: [String], _ range: Range<Int>) {
    self.range = range
    heading = String(lines[range.lowerBound].dropFirst(4))
    let fences = Fence.all(in: lines, range)
    files = fences.compactMap(\.file)
    consoles = fences.filter { $0.info == "console" }
    let text = range.dropFirst().map { index in fences.contains { $0.whole.contains(index) } ? "" : lines[index] }
    prose = text.split(separator: "").map { $0.joined(separator: " ") }
  }

  /// The code, as `P1002`.
  var code: String { String(heading.prefix { $0 != " " }) }

  /// The stable English name, as `badDate`.
  var name: String { String(heading.drop { $0 != " " }.dropFirst()) }

  /// The commands of its console blocks with what the page says they print.
  var blocks: [[ConsoleCommand]] { consoles.map { ConsoleCommand.all(in: $0.text) } }

  /// The test that shows a code which no command shows: the file and the title that the section names.
  var test: (file: String, title: String)? {
    guard let line = prose.first(where: { $0.hasPrefix("Shown by ") }) else { return nil }
    let parts = line.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count == 5 else { return nil }
    return (String(parts[1]), String(parts[3]))
  }
}
