extension EventReference {
  /// The reference page Docs/events.md, in Markdown: every kind with its fields, an example, its columns and flags.
  public static var page: String {
    var text = """
      # Events 事项

      Every kind of event that `bgt` records. This page is made from the declarations under Sources/Portfolio/Kinds; \
      change those, then run `BGT_RECORD=1 swift test --filter EventReference`.
      本页由事项声明生成，请勿直接修改。

      Each kind has one set of names for the journal, CSV and XLSX columns, JSON keys and the flags of `bgt record`; the \
      Chinese name works wherever the English one does. In a table or JSON `kind` (事项类型) and `date` (日期) stand for the \
      event itself; a field of that name is written `KIND.kind`, as `social.kind`.


      """
    for group in EventGroup.allCases {
      let kinds = EventCatalog.kinds.filter { $0.group == group }
      if kinds.isEmpty { continue }
      let links = kinds.map { "[`\($0.name)`](#\($0.name)-\($0.chinese))" }
      text += "- \(group.title.english) \(group.title.chinese): \(links.joined(separator: ", "))\n"
    }
    for group in EventGroup.allCases {
      let kinds = EventCatalog.kinds.filter { $0.group == group }
      if kinds.isEmpty { continue }
      text += "\n## \(group.title.english) \(group.title.chinese)\n"
      for kind in kinds { text += section(on: kind) }
    }
    return text
  }

  private static func section(on kind: EventDeclaration) -> String {
    var text = "\n### \(kind.name) \(kind.chinese)\n\n\(kind.summary)\n\(kind.summaryChinese)\n\n"
    text += "| field | 字段 | type | given | meaning | 说明 |\n|---|---|---|---|---|---|\n"
    if kind.dating != .none {
      let given = kind.dating == .required ? "required, first" : "optional, first"
      text += row(["`date`", "日期", "DATE", given, "day of the event", "事项日期"])
    }
    for field in kind.fields {
      text += row([
        "`\(field.name)`", field.chinese, type(field), given(field), field.help, field.helpChinese,
      ])
    }
    if kind.hasLines {
      text += "\nIts lines are indented: account, two spaces, amount (debit positive); one amount may be left out.\n"
    }
    text += "\n```\n\(kind.example)\n```\n\nColumns: `\(columns(of: kind).joined(separator: ","))`\n"
    if kind.hasLines {
      text += "\nRows that follow each other with the same `voucher` are one event; `debit` and `credit` (借方金额, 贷方金额) "
      text += "may stand in place of `amount`.\n"
    }
    return kind.isRecordable ? text + "\nCommand: `\(usage(of: kind))`\n" : text
  }

  private static func row(_ cells: [String]) -> String {
    let escaped = cells.map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
    return "| \(escaped.joined(separator: " | ")) |\n"
  }

  private static func type(_ field: Field) -> String {
    guard case .choice(let choices) = field.type else { return field.type.placeholder }
    return choices.map { "`\($0.name)` \($0.chinese)" }.joined(separator: ", ")
  }

  private static func given(_ field: Field) -> String {
    switch (field.isPositional, field.isRequired) {
    case (true, true): "required, in order"
    case (true, false): "optional, in order"
    case (false, true): "required, by name"
    case (false, false): "by name"
    }
  }
}
