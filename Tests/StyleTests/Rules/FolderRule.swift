/// Folders small enough that a name in them is found at a glance.
enum FolderRule {
  static let filesMax = 35
  /// Folders in which every file is one of a kind, so that the name sought is known beforehand.
  static let catalogs: Set = ["Portfolio/Kinds", "Reports/Check", "bgt/Commands"]

  /// Each folder with too many files side by side.
  static func check(_ files: [SwiftText]) -> [Violation] {
    let folders = Dictionary(grouping: files) { file in file.path.split(separator: "/").dropLast().joined(separator: "/") }
    return folders.sorted { $0.key < $1.key }.compactMap { folder, files in
      if files.count <= filesMax || catalogs.contains(folder) { return nil }
      return Violation(path: folder, line: 0, message: "\(files.count) files side by side, at most \(filesMax)")
    }
  }
}
