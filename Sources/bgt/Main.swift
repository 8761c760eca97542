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
      finish(error)
    }
  }

  /// Help and version are answers and go to standard output; everything else is bad usage, said as all errors are.
  private static func finish(_ error: any Error) {
    let message = Bgt.fullMessage(for: error)
    if Bgt.exitCode(for: error).isSuccess {
      Terminal.write(message + "\n")
      Terminal.exit(0)
    }
    let usage = message.split(separator: "\n").first { $0.hasPrefix("Usage: ") }.map { "\($0.dropFirst(7)); " } ?? ""
    Terminal.complain(
      Diagnostic(
        .badUsage, .plain(Bgt.message(for: error)), hint: .plain(usage) + Wording("--help 有更多说明", "--help says more")))
    Terminal.exit(Diagnostic.Class.usage.rawValue)
  }
}
