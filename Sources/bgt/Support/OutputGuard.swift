import FundLedger
import Glibc

/// Keeps `-o FILE` from writing over what the same command reads, or over any book.
enum OutputGuard {
  /// Refuses arguments whose output is one of their inputs, the book, or an SQLite file.
  static func check(_ arguments: [String]) throws(Diagnostic) {
    guard let output = value(of: ["-o", "--output"], in: arguments), let target = canonical(output) else { return }
    var inputs = arguments.filter { $0 != output }
    for word in arguments {
      if let equals = word.firstIndex(of: "=") { inputs.append(String(word[word.index(after: equals)...])) }
    }
    inputs.append(Terminal.environment("BGT_BOOK") ?? "book.bgt")
    if inputs.contains(where: { !$0.isEmpty && canonical($0) == target }) || FileBytes.isDatabase(output) {
      throw Diagnostic(
        .badUsage, Wording("\(output) 是账簿或正在读的文件；报告不覆盖它", "\(output) is a book or what is being read; a report is not written over it"),
        hint: Wording("-o 另起名称", "choose another name for -o"))
    }
  }

  private static func value(of names: [String], in arguments: [String]) -> String? {
    for (index, word) in arguments.enumerated() {
      if names.contains(word), index + 1 < arguments.count { return arguments[index + 1] }
      for name in names where word.hasPrefix(name + "=") { return String(word.dropFirst(name.count + 1)) }
    }
    return nil
  }

  /// The path without links; nil when nothing stands there.
  private static func canonical(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
