import Foundation
import Testing

/// Shells that are not installed are skipped, which is said.
@Suite("Completion scripts load, and complete commands")
struct CompletionTests {
  /// Runs a shell on a script of its own with the program's completions beside it.
  private func run(_ shell: String, _ script: String) throws -> String {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let completions = try bgt.run("completions", shell)
    #expect(completions.code == 0, "\(completions.errors)")
    try bgt.write(completions.output, to: "_bgt")
    try bgt.write(script, to: "try.sh")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [shell] + (shell == "bash" ? ["--norc"] : shell == "zsh" ? ["-f"] : ["--no-config"]) + ["try.sh"]
    process.currentDirectoryURL = bgt.folder
    process.environment = [
      "PATH": "\(try Bgt.binary.deletingLastPathComponent().path):/usr/local/bin:/usr/bin:/bin", "HOME": bgt.folder.path,
      "LC_ALL": "C.UTF-8",
    ]
    let file = bgt.folder.appendingPathComponent("output")
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    let output = try FileHandle(forWritingTo: file)
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(process.terminationStatus == 0, "\(text)")
    return text
  }

  static func has(_ shell: String) -> Bool {
    ["/bin/", "/usr/bin/", "/usr/local/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + shell) }
  }

  @Test("bash", .enabled(if: has("bash"), "bash is not installed"))
  func bash() throws {
    let text = try run(
      "bash",
      """
      . ./_bgt || exit 1
      complete -p bgt
      COMP_WORDS=(bgt trial); COMP_CWORD=1; COMP_LINE='bgt trial'; COMP_POINT=9; COMP_TYPE=9; COMP_KEY=9
      _bgt bgt trial bgt 2>/dev/null
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(text.contains("bgt"))
    #expect(text.contains("trial-balance"), "\(text)")
  }

  /// What bash offers for the last of some words.
  private func completed(_ words: [String]) throws -> [Substring] {
    try run(
      "bash",
      """
      . ./_bgt || exit 1
      touch register.csv
      COMP_WORDS=(bgt \(words.map { "'\($0)'" }.joined(separator: " "))); COMP_CWORD=\(words.count)
      COMP_LINE="bgt \(words.joined(separator: " "))"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9; COMP_KEY=9
      compopt() { :; }
      _bgt bgt '\(words.last ?? "")' '\(words.dropLast().last ?? "bgt")' 2>/dev/null
      printf '%s\n' "${COMPREPLY[@]}"
      """
    ).split(separator: "\n")
  }

  @Test("bash completes the values of options, kinds and files", .enabled(if: has("bash"), "bash is not installed"))
  func values() throws {
    #expect(try completed(["balance", "--format", ""]).contains("xlsx"))
    #expect(try completed(["record", "pl"]).contains("plan"))
    #expect(try completed(["balance", "--ledger", "q"]).contains("quota"))
    #expect(try completed(["balance", "--value", ""]).contains("market"))
    #expect(try completed(["import", "--register", "lo"]).contains("loans"))
    #expect(try completed(["export", "register", "lo"]).contains("loans"))
    #expect(try completed(["import", "reg"]).contains("register.csv"))
    #expect(try completed(["balance", "--book", "reg"]).contains("register.csv"))
    #expect(try completed(["leverage", "--by", ""]).contains("industry"))
    #expect(try completed(["returns", "--by", "vin"]).contains("vintage"))
    #expect(try completed(["cashflow", "--by", ""]).contains("month"))
    let help = try completed(["help", ""])
    for word in ["exit-codes", "leverage", "plan-change", "退出码"] { #expect(help.contains(Substring(word)), "\(word)") }
    let exits = try completed(["help", "exit"])
    #expect(!exits.isEmpty && exits.allSatisfy { $0.hasPrefix("exit") }, "\(exits)")
  }

  @Test(
    "bash completes the fields of a kind of event, and what follows options before the command",
    .enabled(if: has("bash"), "bash is not installed"))
  func fields() throws {
    let pay = try completed(["record", "pay", "--"])
    for field in ["--amount", "--envelope", "--share", "--date", "--again"] { #expect(pay.contains(Substring(field)), "\(field)") }
    #expect(!pay.contains("--balance"))
    #expect(try completed(["record", "pay", "--funding", ""]).contains("recycled"))
    #expect(try completed(["record", "exit", "力得/A", "--wa"]) == ["--way"])
    #expect(try completed(["-f", "register.csv", "lever"]).contains("leverage"))
    #expect(try completed(["-f", "reg"]).contains("register.csv"))
    #expect(try completed(["--lang", ""]).contains("zh"))
    #expect(try completed(["--book", "b", "report", ""]).contains("holdings"))
    #expect(try completed(["--book", "b", "balance", "--format", ""]).contains("xlsx"))
  }

  @Test("zsh", .enabled(if: has("zsh"), "zsh is not installed"))
  func zsh() throws {
    let text = try run(
      "zsh",
      """
      autoload -U compinit && compinit -u -D || exit 1
      fpath=(. $fpath)
      autoload -U _bgt && autoload +X _bgt || exit 1
      whence -w _bgt
      _bgt() { print unchanged }
      . ./_bgt 2>/dev/null
      functions _bgt_help _bgt_leverage
      """)
    #expect(text.contains("_bgt: function"), "\(text)")
    #expect(text.contains("'exit-codes'") && text.contains("'plan-change'"), "\(text)")
    #expect(text.contains("'vintage'"))
  }

  @Test("zsh completes the fields of a kind of event, and commands behind options", .enabled(if: has("zsh"), "zsh is not installed"))
  func zshFields() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let script = try bgt.run("completions", "zsh").output
    let record = script[try #require(script.range(of: "_bgt_record() {")).upperBound...]
    #expect(record.contains("    pay) _fields=(") && record.contains("'--envelope[") && record.contains("':kind:{__bgt_complete"))
    let root = script[try #require(script.range(of: "\n_bgt() {")).upperBound...].prefix(1500)
    #expect(root.contains("'--book[of the command]:value:_files'") && root.contains("'*-f[of the command]"), "\(root)")
    // It loads.
    #expect(
      try run("zsh", "autoload -U compinit && compinit -u -D || exit 1\n. ./_bgt 2>/dev/null\nfunctions _bgt_record | head -3\n").contains(
        "_bgt_record"))
  }

  @Test("fish", .enabled(if: has("fish"), "fish is not installed"))
  func fish() throws {
    let text = try run(
      "fish", "source _bgt; or exit 1\ncomplete -C 'bgt trial'\ncomplete -C 'bgt help ex'\ncomplete -C 'bgt leverage --by ind'\n")
    #expect(text.contains("trial-balance") && text.contains("exit-codes") && text.contains("industry"), "\(text)")
  }

  @Test("fish completes options and their values behind a command, and comes to an end", .enabled(if: has("fish"), "fish is not installed"))
  func fishOptions() throws {
    func completed(_ line: String) throws -> String {
      // A loop without end ends here, and the test fails.
      try run("fish", "source _bgt; or exit 1\ntimeout 60 fish --no-config -c 'source _bgt; complete -C \"\(line)\"'\n")
    }
    #expect(try completed("bgt balance --fo").contains("--format"))
    #expect(try completed("bgt import --reg").contains("--register"))
    #expect(try completed("bgt report ").contains("holdings"))
    #expect(try completed("bgt balance --ledger ").contains("quota"))
    #expect(try completed("bgt import x --zz --dry").contains("--dry-run"))
    let pay = try completed("bgt record pay --")
    #expect(pay.contains("--envelope") && pay.contains("--again") && !pay.contains("--balance"), "\(pay)")
    #expect(try completed("bgt record pay --funding ").contains("recycled"))
    #expect(try completed("bgt record pl").contains("plan-change"))
    #expect(try completed("bgt -f x lever").contains("leverage"))
    #expect(try completed("bgt --book b report ").contains("holdings"))
    #expect(try completed("bgt --la").contains("--lang"))
  }

  @Test("what the generated script for fish does wrong is mended")
  func fishShape() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let script = try bgt.run("completions", "fish").output
    #expect(!script.contains("-a positional_count"))
    #expect(script.contains("    argparse -s r -- $argv\n    set -l positional_count $argv[1]\n"))
    #expect(script.contains("2> /dev/null\n        or set argv $unparsed_tokens\n"))
  }

  @Test("another shell is refused")
  func unknown() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("completions", "tcsh").code == 2)
  }
}
