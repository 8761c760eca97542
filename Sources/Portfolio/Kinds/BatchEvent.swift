import LedgerCore

extension EventDeclaration {
  /// Opens a batch: who recorded the events that follow, when, and out of which file.
  static let batch = EventDeclaration(
    "batch", "批次", .book, dating: .none,
    summary: "Opens a batch: who recorded the events that follow, when, and out of which file.",
    summaryChinese: "批次开始：其后的事项由谁、何时、从哪个文件记入。",
    fields: [
      Field("recorded", "记录时间", .text, "instant in UTC, as 2026-11-23T10:00:00Z", "协调世界时").positional,
      Field("by", "记录人", .text, "who recorded the events", "记录人"),
      Field("preparer", "制单人", .text, "who prepared the events that another person reviewed", "制单人，由记录人复核"),
      Field("source", "来源", .text, "file or command that they came from", "来源文件或命令"),
      Field("digest", "来源摘要", .text, "SHA-256 of the file, of several each in their order", "来源文件的 SHA-256，多个文件依次列出"),
    ],
    example: "batch 2026-11-23T10:00:00Z by:张三 source:2022.journal",
    declare: { reader, register throws(Diagnostic) in
      if register.approval == .one { return }
      let event = reader.event
      try TwoPersons.check(preparer: event.text("preparer") ?? "", reviewer: event.text("by") ?? "")
    })
}
