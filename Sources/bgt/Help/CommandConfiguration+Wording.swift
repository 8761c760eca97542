import ArgumentParser
import FundLedger

extension CommandConfiguration {
  /// What a command is, in the language of the user.
  ///
  /// - Parameter abstract: a sentence; the Chinese one is `名称：说明。` or `名称。`, by whose name the command is found, the English
  ///   one ends with the same name.
  init(
    commandName: String, abstract: Wording, usage: Wording? = nil, discussion: Wording = .none, version: String = "",
    subcommands: [any ParsableCommand.Type] = [], groupedSubcommands: [CommandGroup] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil, aliases: [String] = []
  ) {
    let language = Terminal.language
    self.init(
      commandName: commandName, abstract: abstract[language], usage: usage?[language], discussion: discussion[language],
      version: version, subcommands: subcommands, groupedSubcommands: groupedSubcommands, defaultSubcommand: defaultSubcommand,
      aliases: aliases)
  }

  /// The Chinese name of the command, which its abstract holds in either language.
  var chineseName: String {
    switch Terminal.language {
    case .zh: String(abstract.prefix { !"：。".contains($0) })
    case .en: String(abstract.split(separator: " ").last ?? "")
    }
  }
}

extension CommandGroup {
  /// Commands under a title in the language of the user.
  init(_ title: Wording, subcommands: [any ParsableCommand.Type]) {
    self.init(name: title[Terminal.language], subcommands: subcommands)
  }
}
