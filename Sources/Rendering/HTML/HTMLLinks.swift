import ReportDocument

/// Where the keys of a document are defined, so that those who refer to them can be led there.
struct HTMLLinks {
  /// The name of the place of each key, by its kind.
  private var names: [String: [String: String]] = [:]

  /// Looks for the columns that define keys.
  init(_ document: ReportDocument) {
    for table in document.tables {
      for (index, column) in table.columns.enumerated() {
        guard case .defines(let kind) = column.link else { continue }
        for row in table.rows where index < row.cells.count {
          guard case .text(let key) = row.cells[index], names[kind]?[key] == nil else { continue }
          names[kind, default: [:]][key] = "k-\(HTMLText.escaped(kind))-\((names[kind]?.count ?? 0) + 1)"
        }
      }
    }
  }

  /// Whether no column defines anything.
  var isEmpty: Bool { names.isEmpty }

  /// The name of the place of a key.
  func name(_ kind: String, _ key: String) -> String? { names[kind]?[key] }
}
