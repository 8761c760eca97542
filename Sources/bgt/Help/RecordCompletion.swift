import ArgumentParser
import FundLedger

/// Teaches the completion scripts the fields of each kind of event: `bgt record pay --` offers those of a payment.
///
/// The argument parser hands the words of `bgt record` on as they are.
enum RecordCompletion {
  /// The script of a shell with the fields in it.
  static func taught(_ script: String, to shell: CompletionShell) -> String {
    switch shell {
    case .bash: inBash(script)
    case .zsh: inZsh(script)
    default: inFish(script)
    }
  }

  /// One option of `bgt record`.
  private struct Option {
    let name: String
    let help: String
    var values: [String] = []
    var isFile = false
  }

  /// The kinds that are recorded by hand.
  private static var kinds: [EventDeclaration] { EventCatalog.kinds.filter { $0.group != .book } }

  /// What every kind has beside its fields.
  private static let common: [Option] = [
    Option(name: "date", help: "day of the event"), Option(name: "book", help: "the book file", isFile: true),
    Option(name: "format", help: "format of the answer", values: OutputWords.formats),
    Option(name: "output", help: "write the answer to a file", isFile: true),
    Option(name: "encoding", help: "encoding of the answer", values: OutputWords.encodings),
    Option(name: "lang", help: "language", values: OutputWords.languages),
    Option(name: "unit", help: "unit of amounts", values: OutputWords.units),
    Option(name: "color", help: "colours", values: OutputWords.colours),
  ]

  /// The fields of a kind.
  private static func fields(of kind: EventDeclaration) -> [Option] {
    kind.fields.map { field in
      guard case .choice(let choices) = field.type else { return Option(name: field.name, help: field.help) }
      return Option(name: field.name, help: field.help, values: choices.map(\.name))
    }
  }

  private static func inBash(_ script: String) -> String {
    let cases = kinds.map { "    \($0.name)) fields='\(fields(of: $0).map { "--" + $0.name }.joined(separator: " "))' ;;\n" }
    let values = kinds.flatMap { kind in
      fields(of: kind).filter { !$0.values.isEmpty }.map { "    \(kind.name):--\($0.name)) \(reply($0.values))\n" }
    }
    let others = common.filter { !$0.values.isEmpty }.map { "    *:--\($0.name)) \(reply($0.values))\n" }
    let names = kinds.map { "'\($0.name)'" }.joined(separator: "$'\\n'")
    let start = "_bgt_record() {\n"
    guard let from = script.firstRange(of: start)?.upperBound, let to = script[from...].firstRange(of: "\n}\n")?.lowerBound else {
      return script
    }
    let body = """
          local -r kind="${unparsed_words[0]}"
          local fields=''
          case "${kind}" in
      \(cases.joined())    esac
          repeating_flags=()
          non_repeating_flags=(--again --version -h --help)
          repeating_options=()
          non_repeating_options=(${fields} \(common.map { "--" + $0.name }.joined(separator: " ")) -o)
          __bgt_offer_flags_options -1

          # Offer option value completions
          case "${kind}:${prev}" in
      \(values.joined())\(others.joined())    *:--book|*:--output|*:-o) __bgt_add_completions -f; return ;;
          *:--*) [[ " ${fields} --date " = *" ${prev} "* ]] && return ;;
          esac

          # Offer positional completions
          case "${positional_number}" in
          1)
              __bgt_add_completions -W \(names)
              return
              ;;
          esac
      """
    return String(script[..<from]) + body + String(script[to...])
  }

  private static func reply(_ values: [String]) -> String {
    "__bgt_add_completions -W \(values.map { "'\($0)'" }.joined(separator: "$'\\n'")); return ;;"
  }

  private static func inZsh(_ script: String) -> String {
    func spec(_ option: Option) -> String {
      let help = option.help.map { ["[", "]", ":", "'", "\\", "`", "$"].contains($0) ? " " : String($0) }.joined()
      let action = option.isFile ? "_files" : option.values.isEmpty ? "" : "(\(option.values.joined(separator: " ")))"
      return "'--\(option.name)[\(help)]:\(option.name):\(action)'"
    }
    let cases = kinds.map { "    \($0.name)) _fields=(\(fields(of: $0).map(spec).joined(separator: " "))) ;;\n" }
    return
      script
      .replacing(
        "    local -ar arg_specs=(\n", after: "_bgt_record() {",
        with: """
              local -a _fields=()
              case "${words[2]}" in
          \(cases.joined())    esac
              local -ar arg_specs=(
                  "${_fields[@]}"
                  '--again[record the same event once more]'
                  \(common.map(spec).joined(separator: " "))
                  '-o[write the answer to a file]:output:_files'

          """
      )
      .replacing("'*:words:{__bgt_complete", after: "_bgt_record() {", with: "':kind:{__bgt_complete")
      .replacing("\"${_words[@]}\"}'\n", after: "':kind:", with: "\"${_words[@]}\"}'\n        '*:value: '\n")
  }

  private static func inFish(_ script: String) -> String {
    func lines(_ options: [Option]) -> String {
      options.map { option in
        let help = option.help.map { $0 == "'" || $0 == "\\" ? " " : String($0) }.joined()
        return "        printf '%s\\t%s\\n' '--\(option.name)' '\(help)'\n"
      }.joined()
    }
    func values(_ options: [Option], _ kind: String) -> String {
      options.filter { !$0.values.isEmpty }.map { option in
        "    case '\(kind):--\(option.name)'\n        printf '%s\\n' \(option.values.map { "'\($0)'" }.joined(separator: " "))\n"
      }.joined()
    }
    let functions = """

      function __bgt_record_words
          set -l words (__bgt_tokens -pc)
          set -l place (contains -i -- record $words); or return
          set -l kind $words[(math $place + 1)]
          switch "$kind:$words[-1]"
      \(kinds.map { values(fields(of: $0), $0.name) }.joined())\(values(common, "*"))    case '*:--book' '*:--output' '*:-o'
              __fish_complete_path (commandline -t)
          end
          string match -q -- '--*' $words[-1]; and test "$words[-1]" != --again; and return
          switch "$kind"
      \(kinds.map { "    case '\($0.name)'\n" + lines(fields(of: $0)) }.joined())    case '*'
              return
          end
      \(lines(common + [Option(name: "again", help: "record the same event once more")]).replacing("        printf", with: "    printf"))end

      complete -c 'bgt' -n '__bgt_should_offer_completions_for_positional "bgt record" -ge 2' -fka '(__bgt_record_words)'

      """
    return script.replacing(#""bgt record" -ge 1'"#, after: "complete -c 'bgt'", with: #""bgt record" -eq 1'"#) + functions
  }
}
