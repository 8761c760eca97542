import LedgerCore

/// Files that spreadsheet programs open and this one does not, told by their first bytes.
enum ForeignForm {
  /// Refuses a file in one of those forms, saying what to do.
  ///
  /// - Throws: `workbookForm`.
  static func check(_ bytes: [UInt8], name: String) throws(Diagnostic) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw Diagnostic(
        .workbookForm,
        Wording("\(name) 是旧格式的工作簿（.xls、.et），或有密码保护", "\(name) is a workbook in the old form (.xls, .et), or protected with a password"),
        hint: Wording("打开后另存为没有密码的 .xlsx", "open it and save it as .xlsx without a password"))
    }
    let head = bytes.prefix(1024).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.prefix(14)
    let word = String(decoding: head, as: UTF8.self).lowercased()
    if ["<html", "<!doctype html", "<table", "<?xml"].contains(where: { word.hasPrefix($0.prefix(14)) }) {
      throw Diagnostic(
        .workbookForm, Wording("\(name) 是网页或 XML，只是名称像表格", "\(name) is a page or XML with the name of a table"),
        hint: Wording("打开后另存为 .xlsx 或 CSV", "open it and save it as .xlsx or CSV"))
    }
    if bytes.starts(with: "%PDF".utf8) {
      throw Diagnostic(
        .workbookForm, Wording("\(name) 是 PDF", "\(name) is a PDF"),
        hint: Wording("请索取 .xlsx 或 CSV 形式的表格", "ask for the table as .xlsx or CSV"))
    }
  }
}
