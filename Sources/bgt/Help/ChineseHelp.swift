import ArgumentParser
import FundLedger

/// The help of a command in Chinese, laid out by cells of the terminal; the argument parser counts characters and breaks
/// lines at blanks alone.
struct ChineseHelp {
  private let command: any ParsableCommand.Type
  private let arguments: [CommandOutline.Argument]
  /// The command as it is written, with those that it belongs to.
  private let path: String
  private let breaking: LineBreaking

  /// Where the explanations begin.
  private static let column = 26

  /// The help of the last of some commands, each of which is one of those of the command before it.
  init(of stack: [any ParsableCommand.Type]) throws(Diagnostic) {
    let last = stack.last ?? Bgt.self
    command = last
    arguments = try last.configuration.subcommands.isEmpty ? CommandOutline.arguments(of: last) : []
    path = CommandNames.path(of: stack)
    breaking = .ofTerminal
  }

  /// All of it.
  var text: String {
    let configuration = command.configuration
    var parts = [paragraphs(configuration.abstract), paragraphs(configuration.discussion), paragraphs("用法：" + synopsis)]
    parts.append(section("参数", arguments.filter { $0.kind == "positional" }.map { entry([$0]) }))
    let options = ChineseHelp.joined(arguments.filter { $0.kind != "positional" }).map(entry)
    parts.append(section("选项", options + [(label: "--version", text: "显示版本。"), (label: "-h, --help", text: "显示帮助。")]))
    parts.append(section("子命令", configuration.ungroupedSubcommands.map(listed)))
    for group in configuration.groupedSubcommands { parts.append(section(group.name, group.subcommands.map(listed))) }
    if !subcommands.isEmpty { parts.append(["各命令的说明：\(path) <子命令> --help"]) }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  /// How the command is written.
  var synopsis: String {
    if let usage = command.configuration.usage { return usage }
    if !subcommands.isEmpty { return path + " <子命令>" }
    let isNeeded = { (argument: CommandOutline.Argument) in argument.kind == "positional" || !argument.isOptional }
    let hasOptions = arguments.contains { !isNeeded($0) }
    return ([path] + (hasOptions ? ["[选项]"] : []) + arguments.filter(isNeeded).map(written)).joined(separator: " ")
  }

  private var subcommands: [any ParsableCommand.Type] { command.configuration.subcommands }

  /// An argument as it stands in a command line.
  private func written(_ argument: CommandOutline.Argument) -> String {
    let name = argument.names?.first { $0.kind == "long" } ?? argument.names?.first
    let words = [name?.text, argument.kind == "flag" ? nil : ChineseHelp.value(of: argument), argument.isRepeating ? "…" : nil]
    let text = words.compactMap(\.self).joined(separator: " ")
    return argument.isOptional ? "[\(text)]" : text
  }

  private static func value(of argument: CommandOutline.Argument) -> String {
    "<\(ValueWords.word(argument.valueName ?? "value", in: .zh))>"
  }

  /// Arguments with a flag and the one that turns it off together.
  private static func joined(_ arguments: [CommandOutline.Argument]) -> [[CommandOutline.Argument]] {
    arguments.reduce(into: []) { groups, argument in
      if let last = groups.last?.first, argument.kind == "flag", argument.valueName == last.valueName.map({ "no-" + $0 }) {
        groups[groups.count - 1].append(argument)
      } else {
        groups.append([argument])
      }
    }
  }

  /// An argument, or flags that stand together, with what it means.
  private func entry(_ arguments: [CommandOutline.Argument]) -> (label: String, text: String) {
    let label = arguments.map { argument in
      let value = argument.kind == "flag" ? nil : ChineseHelp.value(of: argument)
      return [argument.namesText, value ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }.joined(separator: "/")
    return (label, arguments.first.map(ChineseHelp.explanation) ?? "")
  }

  private static func explanation(of argument: CommandOutline.Argument) -> String {
    let text = argument.abstract ?? ""
    let values = (argument.allValues ?? []).filter { !$0.isEmpty }
    var notes: [String] = []
    if !values.isEmpty { notes.append("可取 \(values.joined(separator: "、"))") }
    if let standard = argument.defaultValue, !standard.isEmpty, !text.contains("缺省") { notes.append("缺省为 \(standard)") }
    return text + (notes.isEmpty ? "" : "（\(notes.joined(separator: "；"))）")
  }

  /// A command in a list of them.
  private func listed(_ type: any ParsableCommand.Type) -> (label: String, text: String) {
    let configuration = type.configuration
    let names = ([type._commandName] + configuration.aliases).joined(separator: ", ")
    let isDefault = command.configuration.defaultSubcommand == type
    return (names + (isDefault ? "（缺省）" : ""), configuration.abstract)
  }

  private func section(_ title: String, _ entries: [(label: String, text: String)]) -> [String] {
    if entries.isEmpty { return [] }
    let indent = String(repeating: " ", count: ChineseHelp.column)
    return [title + "："]
      + entries.flatMap { entry in
        let label = "  " + entry.label
        if TextWidth.of(label) >= ChineseHelp.column { return [label] + breaking.filled(entry.text, indent: indent, first: indent) }
        return breaking.filled(entry.text, indent: indent, first: TextWidth.padded(label, to: ChineseHelp.column))
      }
  }

  /// The lines of a text, each in as many as it needs.
  private func paragraphs(_ text: String) -> [String] {
    if text.isEmpty { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { breaking.broken(String($0)) }
  }
}
