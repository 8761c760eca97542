import ArgumentParser
import FundLedger

/// Answers `bgt help WORD…`: a topic, a command, or a kind of event.
enum HelpPages {
  /// The text that is asked for; nil when the arguments ask for none.
  ///
  /// - Throws: `badUsage` when there is no help on the word, with the nearest one that there is.
  static func text(for arguments: [String]) throws -> String? {
    guard arguments.first == "help" else { return nil }
    let (words, language) = try words(of: arguments.dropFirst())
    guard let first = words.first else {
      let title = Phrase("专题（bgt help 专题）：", "TOPICS (bgt help TOPIC):")
      return try text(of: [Bgt.self], language) + "\n\n\(title[language])\n\(HelpTopic.list(language))"
    }
    if let topic = HelpTopic.named(words.joined(separator: "-")) { return text(of: topic, language) }
    if let stack = CommandNames.stack(words) { return try text(of: stack, language) }
    if words.count == (first == "record" ? 2 : 1), let last = words.last, let kind = EventCatalog.kind(named: last), kind.group != .book {
      let help = EventReference.help(of: kind, chinese: language == .zh)
      return language == .zh ? LineBreaking.ofTerminal.broken(help: help) : help
    }
    let about = words.count == 1 ? CommandNames.commands(about: first) : []
    if let only = about.first, about.count == 1 { return try text(of: only, language) }
    if !about.isEmpty {
      let list = about.map { "  \(CommandNames.path(of: $0))  \($0.last?.configuration.abstract ?? "")" }.joined(separator: "\n")
      return Phrase("与“\(first)”有关的命令：", "Commands about \(first):")[language] + "\n" + list
    }
    throw unknown(words.joined(separator: " "))
  }

  /// The help of the last of some commands.
  private static func text(of stack: [any ParsableCommand.Type], _ language: Language) throws -> String {
    guard language == .en, let command = stack.last else { return try ChineseHelp(of: stack).text }
    return Bgt.helpMessage(for: command)
  }

  /// A topic, and where the options of a command of the same name are explained.
  private static func text(of topic: HelpTopic, _ language: Language) -> String {
    guard CommandNames.stack([topic.name]) != nil else { return topic.text[language] }
    let more = Phrase("选项见 bgt \(topic.name) --help。", "bgt \(topic.name) --help lists the options.")
    return topic.text[language] + "\n" + more[language]
  }

  private static func words(of arguments: ArraySlice<String>) throws -> ([String], Language) {
    var words: [String] = []
    var language = OutputOptions.localeLanguage
    var rest = arguments
    while let word = rest.popFirst() {
      if word == "--lang", let value = rest.popFirst() {
        language = try Parsing.language(value)
      } else if word.hasPrefix("--lang=") {
        language = try Parsing.language(String(word.dropFirst(7)))
      } else if !word.hasPrefix("-") {
        words.append(word)
      }
    }
    return (words, language)
  }

  private static func unknown(_ word: String) -> Diagnostic {
    let topics = HelpTopic.all.flatMap { [$0.name, $0.chinese] }
    let kinds = EventCatalog.kinds.map(\.name)
    let near =
      CommandNames.near(word, among: topics + CommandNames.all + kinds)
    return Diagnostic(
      .badUsage, Wording("没有 \(word) 的帮助", "there is no help on \(word)"),
      hint: .didYouMean(
        near,
        then: Wording(
          "主题：\(HelpTopic.all.map(\.chinese).joined(separator: "、"))；命令：bgt --help",
          "topics: \(HelpTopic.all.map(\.name).joined(separator: ", ")); commands: bgt --help")))
  }
}
