import FundLedger

/// The manual as a page for `man`, made from the declarations of commands, kinds of events and topics.
struct ManualPage {
  /// The language of topics and kinds.
  let language: Language
  private let program: CommandOutline
  /// Options that so many commands have that they are explained once.
  private let common: [CommandOutline.Argument]
  private var lines: [String] = []

  /// Options of at least this many commands are common.
  private static let commonMin = 8

  init(_ program: CommandOutline, language: Language) {
    self.program = program
    self.language = language
    var counts: [CommandOutline.Argument: Int] = [:]
    for argument in ManualPage.leaves(of: program).flatMap({ $0.arguments ?? [] }) where argument.kind != "positional" {
      counts[argument, default: 0] += 1
    }
    common = counts.filter { $0.value >= ManualPage.commonMin && $0.key.shouldDisplay }.keys
      .sorted { ManualPage.text(of: $0.names).drop { $0 == "-" } < ManualPage.text(of: $1.names).drop { $0 == "-" } }
  }

  /// The page in roff with the macros of `man`.
  mutating func text(version: String) -> String {
    lines = [".TH BGT 1 \"\" \"bgt \(version)\" \"bgt\"", ".nh", ".ad l"]
    heading(Phrase("名称", "NAME"))
    paragraph("bgt \u{2014} " + (program.abstract ?? ""))
    heading(Phrase("用法", "SYNOPSIS"))
    paragraph(Phrase("bgt 命令 [参数]\u{2026} [选项]\u{2026}", "bgt COMMAND [ARGUMENT]\u{2026} [OPTION]\u{2026}")[language])
    verbatim(Phrase("bgt help 专题\nbgt 命令 --help", "bgt help TOPIC\nbgt COMMAND --help")[language])
    heading(Phrase("说明", "DESCRIPTION"))
    verbatim(program.discussion ?? "")
    heading(Phrase("命令", "COMMANDS"))
    for command in program.subcommands ?? [] { write(command, path: "bgt") }
    heading(Phrase("共用选项", "COMMON OPTIONS"))
    for option in common { write(option) }
    heading(Phrase("事项类型", "KINDS OF EVENTS"))
    for kind in EventCatalog.kinds where kind.group != .book {
      tagged("\(kind.name) \(kind.chinese)", language == .zh ? kind.summaryChinese : kind.summary)
    }
    for topic in HelpTopic.all {
      heading(Phrase(topic.chinese, topic.name.uppercased().replacing("-", with: " ")))
      // The first line of a topic is its title.
      verbatim(topic.text[language].split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).joined(separator: "\n"))
    }
    heading(Phrase("参见", "SEE ALSO"))
    paragraph("hledger(1), ledger(1), sqlite3(1)")
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ command: CommandOutline, path: String) {
    guard command.shouldDisplay, command.commandName != "help" else { return }
    let path = "\(path) \(command.commandName)"
    let inner = (command.subcommands ?? []).filter(\.shouldDisplay)
    lines.append(".SS " + ManualPage.escaped(inner.isEmpty ? synopsis(of: command, path) : "\(path) " + Phrase("命令", "COMMAND")[language]))
    if let abstract = command.abstract { paragraph(abstract) }
    if let discussion = command.discussion { verbatim(discussion) }
    let own = (command.arguments ?? []).filter { $0.shouldDisplay && !common.contains($0) && !$0.isBuiltIn }
    if inner.isEmpty { for argument in own { write(argument) } }
    for command in inner { write(command, path: path) }
  }

  /// The command with its arguments, and whether it takes options.
  private func synopsis(of command: CommandOutline, _ path: String) -> String {
    var words = [path]
    for argument in command.arguments ?? [] where argument.kind == "positional" && argument.shouldDisplay {
      let name = "<\(ValueWords.word(argument.valueName ?? "value", in: language))>" + (argument.isRepeating ? "\u{2026}" : "")
      words.append(argument.isOptional ? "[\(name)]" : name)
    }
    if (command.arguments ?? []).contains(where: { $0.kind != "positional" && !$0.isBuiltIn }) {
      words.append(Phrase("[选项]\u{2026}", "[OPTION]\u{2026}")[language])
    }
    return words.joined(separator: " ")
  }

  private mutating func write(_ argument: CommandOutline.Argument) {
    let value = argument.valueName.map { "<\(ValueWords.word($0, in: language))>" } ?? ""
    let names = argument.kind == "positional" ? value : ManualPage.text(of: argument.names) + (argument.kind == "option" ? " \(value)" : "")
    var text = argument.abstract ?? ""
    if let standard = argument.defaultValue, !standard.isEmpty, argument.kind == "option" { text += " [\(standard)]" }
    tagged(names, text)
  }

  private static func text(of names: [CommandOutline.Argument.Name]?) -> String {
    (names ?? []).map(\.text).joined(separator: ", ")
  }

  private static func leaves(of command: CommandOutline) -> [CommandOutline] {
    let inner = command.subcommands ?? []
    return inner.isEmpty ? [command] : inner.flatMap(leaves)
  }
}

extension ManualPage {
  private mutating func heading(_ title: Phrase) { lines.append(".SH \"\(title[language])\"") }

  private mutating func paragraph(_ text: String) {
    lines.append(".PP")
    lines += ManualPage.filled(text).split(separator: "\n").map(String.init)
  }

  /// A term and what is said of it, indented below.
  private mutating func tagged(_ term: String, _ text: String) {
    lines += [".TP", "\\fB\(ManualPage.escaped(term))\\fR"]
    lines += (text.isEmpty ? "\u{00A0}" : ManualPage.filled(text)).split(separator: "\n").map(String.init)
  }

  /// Lines as they are, as far as they fit; prose that does not is broken anew.
  private mutating func verbatim(_ text: String) {
    for block in ManualBlock.blocks(of: text) {
      switch block {
      case .filled(let text): paragraph(text)
      case .verbatim(let block):
        lines += [".PP", ".nf"] + block.map { $0.isEmpty ? "\\&" : ManualPage.escaped($0) } + [".fi"]
      }
    }
  }

  /// A text that roff breaks into lines; beside Chinese characters it may break too, but not before a mark.
  private static func filled(_ text: String) -> String {
    var filled = ""
    var before: Character = " "
    for character in escaped(text) {
      if LineBreaking.mayEnd(before, character) { filled += "\\:" }
      before = character
      filled.append(character)
    }
    return filled
  }

  /// A text that roff sets as it is: no sign of its own, no request at the beginning of a line.
  static func escaped(_ text: String) -> String {
    let signs = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return signs.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix(".") || line.hasPrefix("'") ? "\\&\(line)" : String(line)
    }.joined(separator: "\n")
  }
}
