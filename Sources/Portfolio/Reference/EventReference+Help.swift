import LedgerCore

extension EventReference {
  /// The text of `bgt record --help`: how to record, then every kind that a person records, by group.
  public static func help(chinese isChinese: Bool) -> String {
    var text =
      isChinese
      ? "用法：bgt record 事项类型 值… --字段 值…\n\n把一个事项记入账簿。各类事项的字段：bgt record 事项类型 --help\n"
      : "Usage: bgt record KIND VALUE… --FIELD VALUE…\n\nRecords one event in the book. The fields of a kind: bgt record KIND --help\n"
    let width = EventCatalog.kinds.filter(\.isRecordable).map { TextWidth.of(label($0, isChinese)) }.max() ?? 0
    for group in EventGroup.allCases {
      let kinds = EventCatalog.kinds.filter { $0.group == group && $0.isRecordable }
      if kinds.isEmpty { continue }
      text += "\n\(isChinese ? group.title.chinese + "：" : group.title.english + ":")\n"
      for kind in kinds {
        let summary = isChinese ? kind.summaryChinese : kind.summary
        text += "  \(TextWidth.padded(label(kind, isChinese), to: width))  \(summary)\n"
      }
    }
    return text
  }

  private static func label(_ kind: EventDeclaration, _ isChinese: Bool) -> String {
    isChinese ? "\(kind.chinese) \(kind.name)" : "\(kind.name) \(kind.chinese)"
  }

  /// The text of `bgt record KIND --help`.
  public static func help(of kind: EventDeclaration, chinese isChinese: Bool) -> String {
    var text = (isChinese ? "用法：" : "Usage: ") + usage(of: kind, chinese: isChinese) + "\n\n"
    text += (isChinese ? "\(kind.chinese)：\(kind.summaryChinese)" : kind.summary) + "\n"
    var values = kind.positionals.map { index in
      Entry(isChinese ? kind.fields[index].chinese : kind.fields[index].name.uppercased(), kind.fields[index], isChinese)
    }
    if kind.hasLines {
      values.append(
        isChinese
          ? Entry("科目=金额", "科目与金额，借方为正；可有一个金额留空")
          : Entry("ACCOUNT=AMOUNT", "account and amount, debit positive; one amount may be left out"))
    }
    var flags: [Entry] = []
    if kind.dating != .none {
      flags.append(
        isChinese ? Entry("--date, --日期 日期", "事项日期") : Entry("--date, --日期 DATE", "day of the event"))
    }
    flags += kind.options.map { Entry("--\($0.name), --\($0.chinese) \(placeholder($0, isChinese))", $0, isChinese) }
    let width = min((values + flags).map { TextWidth.of($0.label) }.max() ?? 0, 36)
    if !values.isEmpty { text += isChinese ? "\n值：\n" : "\nValues:\n" }
    for entry in values { text += entry.line(width) }
    text += isChinese ? "\n选项：\n" : "\nOptions:\n"
    for entry in flags { text += entry.line(width) }
    text += isChinese ? "\n文本账写法：\n" : "\nIn a journal:\n"
    for line in kind.example.split(separator: "\n") { text += "  \(line)\n" }
    return text
  }

  /// The type of a field; the words of a choice stand in its help.
  private static func placeholder(_ field: Field, _ isChinese: Bool) -> String {
    if case .choice = field.type { return isChinese ? "取值" : "WORD" }
    return isChinese ? field.type.placeholderChinese : field.type.placeholder
  }

  /// One line of a help text: what is typed and what it means.
  private struct Entry {
    let label: String
    let meaning: String

    init(_ label: String, _ meaning: String) {
      self.label = label
      self.meaning = meaning
    }

    init(_ label: String, _ field: Field, _ isChinese: Bool) {
      self.label = label
      var meaning = isChinese ? field.helpChinese : field.help
      if case .choice(let choices) = field.type {
        let words = choices.map { "\($0.name) \($0.chinese)" }
        meaning += isChinese ? "：" + words.joined(separator: "、") : ": " + words.joined(separator: ", ")
      }
      if field.isRequired { meaning += isChinese ? "（必填）" : " (required)" }
      self.meaning = meaning
    }

    func line(_ width: Int) -> String {
      if TextWidth.of(label) > width { return "  \(label)\n  \(String(repeating: " ", count: width))  \(meaning)\n" }
      return "  \(TextWidth.padded(label, to: width))  \(meaning)\n"
    }
  }
}
