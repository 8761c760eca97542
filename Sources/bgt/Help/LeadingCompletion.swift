import ArgumentParser
import FundLedger

/// Teaches the completion scripts the options that may stand before the command: `bgt -f x.journal balance`, which
/// `ArgumentOrder` moves behind it and the argument parser knows nothing of.
enum LeadingCompletion {
  /// The script of a shell that reads past such options.
  static func taught(_ script: String, to shell: CompletionShell) -> String {
    switch shell {
    case .bash: inBash(script)
    case .zsh: inZsh(script)
    default: inFish(script)
    }
  }

  /// The options, in the order of the alphabet.
  private static var options: [String] { ArgumentOrder.withValue.sorted() }
  /// Those whose value is a file.
  private static let files: Set<String> = ["-f", "--file", "--book", "-o", "--output"]
  /// Those whose value is one of some words.
  private static let words: [(option: String, values: [String])] = [
    ("--format", OutputWords.formats), ("--lang", OutputWords.languages), ("--unit", OutputWords.units),
    ("--color", OutputWords.colours),
  ]

  private static func inBash(_ script: String) -> String {
    let choices = words.map { option, values in
      "    \(option)) __bgt_add_completions -W \(values.map { "'\($0)'" }.joined(separator: "$'\\n'")); return ;;"
    }
    return script.replacing(
      "    local -a repeating_options=()\n    local -a non_repeating_options=()\n    __bgt_offer_flags_options 0\n", after: "\n_bgt() {",
      with: """
            local -a repeating_options=(-f --file)
            local -a non_repeating_options=(\(options.filter { $0 != "-f" && $0 != "--file" }.joined(separator: " ")))
            __bgt_offer_flags_options 0

            # The value of an option before the command
            if [[ "${#unparsed_words[@]}" -eq 0 ]]; then
                case "${prev}" in
                \(options.filter(files.contains).joined(separator: "|"))) __bgt_add_completions -f; return ;;
            \(choices.map { "    " + $0 }.joined(separator: "\n"))
                --as-of|--known-at) return ;;
                esac
            fi

        """)
  }

  private static func inZsh(_ script: String) -> String {
    let specs = options.map { option in
      let action =
        files.contains(option) ? "_files" : words.first { $0.option == option }.map { "(\($0.values.joined(separator: " ")))" } ?? ""
      let star = option == "-f" || option == "--file" ? "*" : ""
      return "        '\(star)\(option)[of the command]:value:\(action)'\n"
    }
    return script.replacing(
      "        '(-): :->command'\n", after: "\n_bgt() {", with: specs.joined() + "        '(-): :->command'\n")
  }

  private static func inFish(_ script: String) -> String {
    let long = options.filter { $0.hasPrefix("--") }.map { String($0.dropFirst(2)) }
    let short = ["file": "f", "output": "o"]
    let specs = long.map { name in "'\(short[name].map { $0 + "/" } ?? "")\(name)=\(name == "file" ? "+" : "")'" }
    let lines = long.map { name in
      let letter = short[name]
      let condition = "__bgt_should_offer_completions_for_flags_or_options \"bgt\" \(letter.map { $0 + " " } ?? "")\(name)"
      let values =
        files.contains("--" + name)
        ? "-rF" : words.first { $0.option == "--" + name }.map { "-rfka '\($0.values.joined(separator: " "))'" } ?? "-rfka ''"
      return "complete -c 'bgt' -n '\(condition)'\(letter.map { " -s '\($0)'" } ?? "") -l '\(name)' \(values)\n"
    }
    return script.replacing(
      "__bgt_parse_subcommand 0 'version' 'h/help'\n", after: "case 'bgt'",
      with: "__bgt_parse_subcommand 0 \(specs.joined(separator: " ")) 'version' 'h/help'\n") + "\n" + lines.joined()
  }
}
