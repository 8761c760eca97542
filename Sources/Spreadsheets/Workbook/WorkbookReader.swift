import LedgerCore

/// Reads the sheets of a workbook (Office Open XML) from its bytes.
struct WorkbookReader {
  private let archive: Archive
  private let name: String

  /// Opens a workbook.
  ///
  /// - Throws: `badWorkbook` when the bytes are no archive.
  init(_ bytes: [UInt8], name: String) throws(Diagnostic) {
    self.name = name
    do throws(Archive.Failure) { archive = try Archive(bytes) } catch {
      throw WorkbookReader.diagnostic(error, name, part: "the archive")
    }
  }

  /// All sheets in the order of their tabs.
  ///
  /// - Throws: `badWorkbook`, `workbookTooLarge`, or `workbookForm` when the archive is something else.
  func sheets() throws(Diagnostic) -> [Sheet] {
    let path = try workbookPath()
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    let file = path.split(separator: "/").last ?? ""
    let index = WorkbookIndex(folder: folder)
    try read("\(folder)/_rels/\(file).rels", into: index)
    try read(path, into: index)
    let texts = SharedTexts()
    if let part = index.path(of: "sharedStrings") { try read(part, into: texts) }
    let styles = WorkbookStyles()
    if let part = index.path(of: "styles") { try read(part, into: styles) }
    let values = CellValues(texts: texts.texts, formats: styles.formats, is1904: index.is1904)
    var sheets: [Sheet] = []
    var room = WorkbookLimits.cellsMax
    for listed in index.sheets {
      // Sheets of charts hold no cells.
      guard let target = index.targets[listed.relation], target.kind == "worksheet" else { continue }
      let reading = SheetReading(values: values, limit: room)
      try read(target.path, into: reading)
      room -= reading.cells
      sheets.append(
        Sheet(
          name: listed.name, isHidden: listed.isHidden, rows: reading.sorted(), merges: reading.merges,
          hiddenRows: reading.hiddenRows, is1904: index.is1904))
    }
    return sheets
  }

  private func workbookPath() throws(Diagnostic) -> String {
    guard archive.has("_rels/.rels") else {
      throw Diagnostic(
        .workbookForm, Wording("\(name) 是压缩包，但不是 .xlsx 工作簿", "\(name) is an archive but no workbook in the form .xlsx"),
        hint: Wording("用表格软件打开，另存为 .xlsx", "open it in a spreadsheet program and save it as .xlsx"))
    }
    let root = WorkbookIndex()
    try read("_rels/.rels", into: root)
    guard let path = root.path(of: "officeDocument"), archive.has(path), !path.hasSuffix(".bin") else {
      throw Diagnostic(
        .workbookForm, Wording("\(name) 里没有 .xlsx 工作簿", "\(name) holds no workbook in the form .xlsx"),
        hint: Wording("是别的程序的文件，或 .xlsb？请另存为 .xlsx", "a document of another program, or .xlsb? save it as .xlsx"))
    }
    return path
  }

  private func read(_ part: String, into receiver: some XMLReceiver) throws(Diagnostic) {
    do throws(Archive.Failure) {
      guard let stream = XMLStream(receiver) else { throw .tooLarge }
      try archive.read(part) { stream.read($0) }
      stream.finish()
      if let failure = stream.failure { throw failure }
    } catch {
      throw WorkbookReader.diagnostic(error, name, part: part)
    }
  }

  private static func diagnostic(_ failure: Archive.Failure, _ name: String, part: String) -> Diagnostic {
    switch failure {
    case .notAnArchive, .damaged:
      Diagnostic(
        .badWorkbook, Wording("\(name) 已损坏：\(part) 读不出", "\(name) is damaged: \(part) cannot be read"),
        hint: Wording("用表格软件打开后重新保存", "open it in a spreadsheet program and save it again"))
    case .encrypted:
      Diagnostic(
        .workbookForm, Wording("\(name) 有密码保护", "\(name) is protected with a password"), hint: Wording("另存为没有密码的文件", "save it without one"))
    case .tooLarge:
      Diagnostic(
        .workbookTooLarge, Wording("\(name) 的内容超过工作簿的限度：\(part)", "\(name) holds more than a workbook should: \(part)"),
        hint: Wording(
          "最多 \(WorkbookLimits.cellsMax) 个单元格；把需要的复制到新工作簿",
          "at most \(WorkbookLimits.cellsMax) cells; copy what is needed into a new workbook"))
    }
  }
}
