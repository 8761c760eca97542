import ArgumentParser
import FundLedger

/// The language of a command that says what it did in a line: `Terminal.language` takes it from the arguments.
struct LanguageOptions: ParsableArguments {
  @Option(help: "zh or en (default: from the locale).", completion: .list(OutputWords.languages), transform: Parsing.language)
  var lang: Language?
}
