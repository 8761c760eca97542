import ArgumentParser
import FundLedger

/// Teaches the completion scripts of the argument parser what `bgt help` explains: topics, commands, kinds of events.
///
/// The parser knows `help` as a command of its own that takes anything.
enum HelpCompletion {
  /// What may stand behind `bgt help`.
  static let words: [String] = {
    var seen: Set<String> = []
    let all = HelpTopic.all.flatMap { [$0.name, $0.chinese] } + CommandNames.all
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
    return replacing(
      in: script, after: "_bgt_help() {", "    __bgt_offer_flags_options -1\n",
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
    let taught = replacing(
      in: script, after: "_bgt_help() {", "    local -i ret=1\n", with: "    local -i ret=1\n    local -ar _words=(\(list))\n")
    return replacing(
      in: taught, after: "_bgt_help() {", "'*:subcommands:'", with: "':word:{__bgt_complete \"${_words[@]}\"}'")
  }

  private static func inFish(_ script: String) -> String {
    script + "\ncomplete -c 'bgt' -n '__bgt_should_offer_completions_for_positional \"bgt help\" -eq 1' -fka '\(words.joined(separator: " "))'\n"
  }

  /// A text with the first piece behind a mark replaced; as it was when there is no such piece.
  private static func replacing(in text: String, after mark: String, _ old: String, with new: String) -> String {
    guard let start = text.firstRange(of: mark)?.upperBound, let range = text[start...].firstRange(of: old) else { return text }
    return text.replacingCharacters(in: range, with: new)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: new)
    return copy
  }
}
