import ArgumentParser
import FundLedger

/// Teaches the completion scripts of the argument parser what `bgt help` explains: topics, commands, kinds of events.
///
/// The parser knows `help` as a command of its own that takes anything.
enum HelpCompletion {
  /// What may stand behind `bgt help`.
  static let words: [String] = {
    var seen: Set<String> = []
    let all =
      HelpTopic.all.flatMap { [$0.name, $0.chinese] } + CommandNames.all
      + EventCatalog.kinds.filter { $0.group != .book }.map(\.name)
    return all.filter { !$0.contains(" ") && seen.insert($0).inserted }
  }()

  /// The script of a shell with the words in it.
  static func taught(_ script: String, to shell: CompletionShell) -> String {
    switch shell {
    case .bash: inBash(script)
    case .zsh: inZsh(script)
    default: inFish(script)
    }
  }

  private static func inBash(_ script: String) -> String {
    let list = words.map { "'\($0)'" }.joined(separator: "$'\\n'")
    return script.replacing(
      "    __bgt_offer_flags_options -1\n", after: "_bgt_help() {",
      with: """
            __bgt_offer_flags_options -1

            case "${positional_number}" in
            1)
                __bgt_add_completions -W \(list)
                return
                ;;
            esac

        """)
  }

  private static func inZsh(_ script: String) -> String {
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    return
      script
      .replacing("    local -i ret=1\n", after: "_bgt_help() {", with: "    local -i ret=1\n    local -ar _words=(\(list))\n")
      .replacing("'*:subcommands:'", after: "_bgt_help() {", with: "':word:{__bgt_complete \"${_words[@]}\"}'")
  }

  private static func inFish(_ script: String) -> String {
    script
      + "\ncomplete -c 'bgt' -n '__bgt_should_offer_completions_for_positional \"bgt help\" -eq 1' -fka '\(words.joined(separator: " "))'\n"
  }
}
