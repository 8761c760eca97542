import BookStore
import JournalText
import LedgerCore
import Portfolio

/// Writes what the chain of events holds: the events themselves, batches, documents, reversals, closes; in one pass.
struct ChainFiles {
  let book: Book
  let folder: PackageFolder
  private let reader: JournalReader
  private let json: EventJSONWriter
  /// Fields that name a document.
  private static let documentFields = ["doc", "evidence", "attachments"]

  init(_ book: Book, _ folder: PackageFolder) {
    (self.book, self.folder) = (book, folder)
    reader = JournalReader(register: book.register)
    json = EventJSONWriter(register: book.register)
  }

  /// The tables that one event may have rows in.
  private struct Tables {
    let batches: PackageTable
    let documents: PackageTable
    let reversals: PackageTable
    let closes: PackageTable

    init(_ folder: PackageFolder) throws(Diagnostic) {
      batches = try PackageTable(folder, "batches", columns: ["事项编号", "记入时间", "记录人", "制单人", "来源", "来源摘要"])
      documents = try PackageTable(folder, "documents", columns: ["文件", "字段", "事项编号", "日期", "类型"])
      reversals = try PackageTable(folder, "reversals", columns: ["事项编号", "日期", "被冲销事项", "原因", "记入时间", "记录人"])
      closes = try PackageTable(folder, "closes", columns: ["事项编号", "日期", "类型", "内容", "记入时间", "记录人"])
    }

    func close() throws(Diagnostic) {
      for table in [batches, documents, reversals, closes] { try table.close() }
    }
  }

  /// Writes all files.
  func write() throws(Diagnostic) {
    let journal = try folder.file("events/events.journal")
    let lines = try folder.file("events/events.jsonl")
    let tables = try Tables(folder)
    var batch: Event?
    try book.chain { link throws(Diagnostic) in
      let event = try reader.event(parsing: link.text)
      if event.kind.name == "batch" { batch = event }
      try journal.write(link.text)
      try lines.write(line(of: link, event))
      try add(link, event, batch, to: tables)
    }
    try folder.close(journal)
    try folder.close(lines)
    try tables.close()
  }

  /// One object: place, batch and digest of the event, its canonical text, and its fields by name.
  private func line(of link: ChainedEvent, _ event: Event) -> [UInt8] {
    var out = TextBuffer()
    out.append("{\"sequence\":\(link.sequence),\"batch\":\(link.batch),\"digest\":\"\(link.digest)\",\"text\":\"")
    EventJSONWriter.appendEscaped(String(decoding: link.text, as: UTF8.self), to: &out)
    out.append("\",\"event\":")
    json.write(event, into: &out)
    out.append("}\n")
    return out.bytes
  }

  private func add(
    _ link: ChainedEvent, _ event: Event, _ batch: Event?, to tables: Tables
  ) throws(Diagnostic) {
    let number = "\(link.sequence)"
    let day = event.day?.description ?? ""
    let (recorded, by) = (batch?.text("recorded") ?? "", batch?.text("by") ?? "")
    switch event.kind.name {
    case "batch":
      let cells = ["recorded", "by", "preparer", "source", "digest"].map { event.text($0) ?? "" }
      try tables.batches.add([number] + cells)
    case "reverse":
      try tables.reversals.add([number, day, event.text("event") ?? "", event.text("reason") ?? "", recorded, by])
    case "close", "reopen", "opening", "switch":
      let text = String(decoding: link.text.prefix { $0 != 0x0A }, as: UTF8.self)
      try tables.closes.add([number, day, event.kind.chinese, text, recorded, by])
    default: break
    }
    for field in ChainFiles.documentFields {
      guard let document = event.text(field), !document.isEmpty else { continue }
      let name = event.kind.fields.first { $0.name == field }?.chinese ?? field
      try tables.documents.add([document, name, number, day, event.kind.chinese])
    }
  }
}
