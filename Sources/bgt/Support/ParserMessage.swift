import FundLedger

/// A message of the argument parser, which speaks English alone, in both languages.
///
/// One of an unknown shape stands as it is, as does what this program says itself of a value.
struct ParserMessage {
  /// What is wrong.
  let wording: Wording
  /// In Chinese what was probably meant, which English says in the message.
  let suggestion: Wording

  init(_ text: String) {
    var near = ""
    wording = Wording(ParserMessage.chinese(text, &near) ?? text, text)
    suggestion = near.isEmpty ? .none : Wording("是不是 \(near)？", "")
  }

  /// The text in Chinese, and the name that was probably meant; nil when its shape is not known.
  private static func chinese(_ text: String, _ near: inout String) -> String? {
    if text == "Missing required subcommand." { return "缺少子命令" }
    if let name = rest(of: text, "Unknown option ") { return unknown(name, &near) }
    if let name = inner(text, "Missing value for '", "'") { return "\(ValueWords.chinese(name)) 没有值" }
    if let name = inner(text, "Missing expected argument '", "'") { return "缺少 \(ValueWords.chinese(name))" }
    if let names = inner(text, "Missing one of: '", "'") { return "须写其中之一：\(listed(ValueWords.chinese(names)))" }
    if let word = inner(text, "Unexpected argument '", "'") { return "多余的参数 \(word)" }
    if let colon = text.firstRange(of: " unexpected arguments: '"), let count = Int(text[..<colon.lowerBound]), text.hasSuffix("'") {
      return "多余的 \(count) 个参数：\(listed(String(text[colon.upperBound...].dropLast())))"
    }
    if let option = inner(text, "The option '", "' was specified."), let parts = parted(option, "' does not take any value, but '") {
      return "选项 \(parts.0) 不带值，却写了 \(parts.1)"
    }
    if let flags = rest(of: text, "Value to be set with flag "), let parts = parted(flags, " had already been set with flag ") {
      return "\(flag(parts.0)) 与 \(flag(parts.1)) 只能用一个"
    }
    if let option = rest(of: text, "Invalid option: ") { return "\(option) 不是选项" }
    return rest(of: text, "The value '").flatMap(invalid)
  }

  /// `'--x'`, maybe with a suggestion; several letters behind one dash are read in two ways.
  private static func unknown(_ text: String, _ near: inout String) -> String? {
    if let parts = parted(text, "\n   or: ") {
      var other = ""
      guard let first = unknown(parts.0, &near), let missing = parted(parts.1, " in '"), let second = chinese(missing.0, &other) else {
        return nil
      }
      return "\(first)；或 \(missing.1.dropLast()) 中的 \(second)"
    }
    if let parts = parted(text, ". Did you mean ") {
      let (option, other) = (String(parts.0.dropFirst().dropLast()), String(parts.1.dropFirst().dropLast(2)))
      // The parser takes three letters of three for near.
      near = Spelling.nearest(to: option, among: [other]) ?? ""
      return "没有选项 \(option)"
    }
    return text.hasPrefix("'") && text.hasSuffix("'") ? "没有选项 \(text.dropFirst().dropLast())" : nil
  }

  /// `X' is invalid for '--date <date>'`, with what is wrong or what there is.
  private static func invalid(_ text: String) -> String? {
    guard let parts = parted(text, "' is invalid for '"), let end = parts.1.firstIndex(of: "'") else { return nil }
    let (name, more) = (ValueWords.chinese(String(parts.1[..<end])), String(parts.1[parts.1.index(after: end)...]))
    if more.isEmpty { return "\(name) 的值 \(parts.0) 不正确" }
    if let reason = rest(of: more, ": ") { return "\(name) 的值 \(parts.0) 不正确：\(reason)" }
    for beginning in [". Please provide one of ", ". Please provide one of the following:\n"] {
      guard let values = rest(of: more, beginning), !values.hasPrefix("the following") else { continue }
      let marks = [" and ", " or ", "  - ", "\n", "'", ","].reduce(values) { $0.replacing($1, with: " ") }
      let words = marks.split { " .".contains($0) }.joined(separator: "、")
      return "\(name) 的值 \(parts.0) 不正确；可取 \(words)"
    }
    return nil
  }

  /// `'--a'`, or `'a' in '-ab'`.
  private static func flag(_ text: String) -> String {
    let words = text.split(separator: "'").map(String.init)
    return words.count == 3 ? "\(words[2]) 中的 \(words[0])" : words.joined()
  }

  /// `a', 'b` as a Chinese list.
  private static func listed(_ text: String) -> String { text.replacing("', '", with: "、") }

  private static func rest(of text: String, _ beginning: String) -> String? {
    text.hasPrefix(beginning) ? String(text.dropFirst(beginning.count)) : nil
  }

  private static func inner(_ text: String, _ beginning: String, _ end: String) -> String? {
    guard let more = rest(of: text, beginning), more.hasSuffix(end) else { return nil }
    return String(more.dropLast(end.count))
  }

  private static func parted(_ text: String, _ mark: String) -> (String, String)? {
    guard let range = text.firstRange(of: mark) else { return nil }
    return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
  }
}
