/// Mends the script for fish that is generated out of the commands.
///
/// The generated one goes round for ever: it takes `-r` for the number of arguments where they may be repeated, and
/// what fish leaves behind after an option that it does not know, such as one half typed, for words that are still to be read. It
/// also reads the line anew for each of a thousand completions; here only for those of commands that stand on the line.
enum FishCompletions {
  /// The script with its faults replaced; a script without them is left as it is.
  static func mended(_ script: String) -> String {
    var lines: [Substring] = []
    for line in script.split(separator: "\n", omittingEmptySubsequences: false) {
      switch line {
      case "function __bgt_parse_subcommand -S -a positional_count": lines.append("function __bgt_parse_subcommand -S")
      case "    argparse -s r -- $argv": lines += [line, "    set -l positional_count $argv[1]"]
      case _ where line.hasPrefix("        argparse -sn ") && line.hasSuffix("2> /dev/null"):
        lines += [line, "        or set argv $unparsed_tokens"]
      case _ where line.hasPrefix("function __bgt_should_offer_completions_for_"):
        lines += [
          line, "    set -l expected_words (string split ' ' -- $expected_commands)",
          "    contains -- $expected_words[-1] (__bgt_tokens -pc); or return 1",
        ]
      default: lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }
}
