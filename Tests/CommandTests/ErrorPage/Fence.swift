/// A fenced block of a page.
struct Fence {
  /// What stands behind the opening marks: `console`, or a language and the name of a file.
  let info: String
  /// The lines of the block with its marks.
  let whole: Range<Int>
  /// The lines between the marks.
  let text: [String]

  /// Where the lines between the marks stand.
  var body: Range<Int> { (whole.lowerBound + 1)..<(whole.upperBound - 1) }

  /// The file that the block holds, when it carries a file name.
  var file: ExampleFile? {
    let words = info.split(separator: " ")
    return words.count == 2 ? ExampleFile(name: String(words[1]), text: text.joined(separator: "\n") + "\n") : nil
  }

  /// All fenced blocks in a range of lines.
  static func all(in lines: [String], _ range: Range<Int>) -> [Fence] {
    var fences: [Fence] = []
    var start: Int?
    for index in range where lines[index].hasPrefix("```") {
      if let opening = start {
        fences.append(
          Fence(
            info: String(lines[opening].dropFirst(3)), whole: opening..<(index + 1),
            text: Array(lines[(opening + 1)..<index])))
        start = nil
      } else {
        start = index
      }
    }
    return fences
  }
}

/// A small file that an example is run on.
struct ExampleFile {
  let name: String
  let text: String
}
