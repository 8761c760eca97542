import ArgumentParser
import FundLedger

/// The language of a command that says what it did in a line: `Terminal.language` takes it from the arguments.
struct LanguageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("zh 中文或 en 英文（缺省：按系统语言）。", "zh or en (default: from the locale)."), completion: .list(OutputWords.languages),
    transform: Parsing.language)
  var lang: Language?
}
