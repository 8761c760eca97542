import ArgumentParser
import FundLedger

/// Where the program begins: runs a command and turns what it throws into a message and an exit code.
@main
enum Main {
  static func main() {
    HeapPages.askForLargeOnes()
    Terminal.ignoreBrokenPipe()
    do {
      let arguments = HledgerNames.translated(ArgumentOrder.hoisted(Array(CommandLine.arguments.dropFirst())))
      if let help = try HelpPages.text(for: arguments) { return Terminal.write(help + "\n") }
      try CommandNames.check(arguments)
      try OutputGuard.check(arguments)
      var command = try Bgt.parseAsRoot(arguments)
      try command.run()
    } catch let failure as Failure {
      failure.diagnostics.forEach { Terminal.complain($0) }
      Terminal.exit(failure.exitCode)
    } catch let diagnostic as Diagnostic {
      Terminal.complain(diagnostic)
      Terminal.exit(diagnostic.code.failureClass.rawValue)
    } catch let code as ExitCode {
      Terminal.exit(code.rawValue)
    } catch {
      finish(ParserAnswer(error: error))
    }
  }

  /// Help and version are answers and go to standard output; everything else is bad usage, said as all errors are.
  private static func finish(_ answer: ParserAnswer) {
    do throws(Diagnostic) {
      if answer.isAnswer {
        Terminal.write(try answer.text() + "\n")
        Terminal.exit(0)
      }
      Terminal.complain(try answer.diagnostic())
    } catch {
      Terminal.complain(error)
    }
    Terminal.exit(Diagnostic.Class.usage.rawValue)
  }
}
