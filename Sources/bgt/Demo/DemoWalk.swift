import ArgumentParser
import FundLedger
import Glibc

/// Goes through the steps of the demonstration: says what a command does, shows it, and runs it.
struct DemoWalk {
  let language: Language
  let folder: String

  /// Makes the folder and runs every step in it.
  ///
  /// - Throws: `folderExists` when the folder is there already; what a step ends in otherwise.
  func run() throws {
    guard mkdir(folder, 0o755) == 0 else {
      if errno == EEXIST {
        throw Diagnostic(
          .folderExists, Wording("\(folder) 已经存在", "\(folder) is there already"),
          hint: Wording("另写文件夹：bgt demo 文件夹", "name another folder: bgt demo DIR"))
      }
      throw FileBytes.writeFailure(of: folder, errno)
    }
    guard chdir(folder) == 0 else { throw FileBytes.writeFailure(of: folder, errno) }
    // Steps work on the book of the folder, whatever the user's own is.
    setenv("BGT_BOOK", "book.bgt", 1)
    setenv("BGT_LANG", language.rawValue, 1)
    try FileBytes.write(Array(DemoSample.journal.utf8), to: "main.journal")
    Terminal.write(shown("cd \(folder)") + "\n")
    for step in DemoSample.steps { try run(step) }
    Terminal.write("\n\(DemoSample.closing[language].replacing("DIR", with: folder))\n")
  }

  private func run(_ step: DemoSample.Step) throws {
    Terminal.write("\n\(step.title[language])\n\(shown("bgt " + step.words.map(quoted).joined(separator: " ")))\n")
    let code = try code(of: step.words)
    guard code == step.code else { throw ExitCode(code) }
    if code != 0 { Terminal.write(Phrase("[退出码 \(code)]\n", "[exit \(code)]\n")[language]) }
  }

  /// Runs a command as the program itself does and returns how it ends.
  private func code(of words: [String]) throws -> Int32 {
    do {
      var command = try Bgt.parseAsRoot(ArgumentOrder.hoisted(words))
      try command.run()
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch let failure as Failure {
      failure.diagnostics.forEach { Terminal.complain($0) }
      return failure.exitCode
    } catch let diagnostic as Diagnostic {
      Terminal.complain(diagnostic)
      return diagnostic.code.failureClass.rawValue
    }
  }

  /// The command as it is typed, in colour on a terminal.
  private func shown(_ command: String) -> String {
    Terminal.usesColour(1) ? "\u{1B}[36m$ \(command)\u{1B}[0m" : "$ \(command)"
  }

  private func quoted(_ word: String) -> String { word.contains(" ") ? "'\(word)'" : word }
}
