/// The parts of a workbook that say where the others are: relationships, and the list of sheets.
final class WorkbookIndex: XMLReceiver {
  /// One sheet as the workbook lists it.
  struct Listed {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  /// What the relationships of a part point to, by identifier: the kind of the target and its path.
  private(set) var targets: [String: (kind: String, path: String)] = [:]
  private(set) var sheets: [Listed] = []
  private(set) var is1904 = false
  var isFull: Bool { sheets.count > WorkbookLimits.sheetsMax || targets.count > WorkbookLimits.partsMax }
  /// The folder of the part whose relationships these are.
  private let folder: String

  init(folder: String = "") { self.folder = folder }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case .relationship:
      // Both forms of the format name kinds alike at the end.
      let kind = attributes.text(.type).map { String($0.split(separator: "/").last ?? "") } ?? ""
      guard attributes.text(.targetMode) != "External", let id = attributes.text(.relationID),
        let target = attributes.text(.target)
      else { return }
      targets[id] = (kind, WorkbookIndex.path(target, from: folder))
    case .sheet:
      sheets.append(
        Listed(
          name: attributes.text(.sheetName) ?? "", relation: attributes.text(.id) ?? "",
          isHidden: (attributes.text(.state) ?? "visible") != "visible"))
    case .workbookProperties: is1904 = attributes.isTrue(.date1904)
    default: break
    }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// The path of the first target of a kind.
  func path(of kind: String) -> String? { targets.values.first { $0.kind == kind }?.path }

  /// A path from the root of the archive: `/xl/a.xml` as it is, `a.xml` and `../a.xml` from a folder.
  private static func path(_ target: String, from folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

extension XMLName {
  static let relationship = XMLName("Relationship")
  static let type = XMLName("Type")
  static let target = XMLName("Target")
  static let targetMode = XMLName("TargetMode")
  static let relationID = XMLName("Id")
  static let id = XMLName("id")
  static let sheet = XMLName("sheet")
  static let sheetName = XMLName("name")
  static let state = XMLName("state")
  static let workbookProperties = XMLName("workbookPr")
  static let date1904 = XMLName("date1904")
}
