import LedgerCore

/// Asks SQLite whether the file's pages, indexes and references are sound.
enum IntegrityCheck {
  static func run(_ file: BookFile, _ findings: inout Findings) throws(Diagnostic) {
    let rows = try file.newStatement("PRAGMA integrity_check(20)")
    while try rows.step() {
      let message = rows.text(0)
      if message != "ok" { findings.add(.file, nil, .plain("SQLite: \(message)")) }
    }
    let keys = try file.newStatement("PRAGMA foreign_key_check")
    while try keys.step() {
      findings.add(
        .file, nil,
        Wording(
          "\(keys.text(0)) 的一行引用了 \(keys.text(2)) 中没有的行",
          "a row of \(keys.text(0)) names a row of \(keys.text(2)) that is not there"))
    }
  }
}
