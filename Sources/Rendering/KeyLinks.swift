import ReportDocument

/// Where the keys of a document are defined, so that those who refer to them can be led there.
struct KeyLinks {
  /// What a cell leads to, or is led to by.
  enum Link {
    case none
    case place(String)
    case target(String)
  }

  /// The name of the place of each key, by its kind.
  private var names: [String: [String: String]] = [:]

  /// Looks for the columns that define keys; nil when there are none.
  ///
  /// - Parameter name: what a place is called in the format, by the kind of its key and a number.
  init?(_ document: ReportDocument, name: (_ kind: String, _ number: Int) -> String) {
    for table in document.tables {
      for (index, column) in table.columns.enumerated() {
        guard case .defines(let kind) = column.link else { continue }
        for row in table.rows where index < row.cells.count {
          guard case .text(let key) = row.cells[index], names[kind]?[key] == nil else { continue }
          names[kind, default: [:]][key] = name(kind, (names[kind]?.count ?? 0) + 1)
        }
      }
    }
    if names.isEmpty { return nil }
  }

  /// The link of a cell of a row that is read; a place is named at the first row that has its key.
  func link(
    _ item: RowReader.Item, of reader: borrowing RowReader, _ column: Column, _ defined: inout Set<String>
  ) -> Link {
    guard case .text(let range) = item else { return .none }
    switch column.link {
    case .none: return .none
    case .defines(let kind):
      let name = names[kind]?[String(decoding: reader.bytes[range], as: UTF8.self)]
      guard let name, defined.insert(name).inserted else { return .none }
      return .place(name)
    case .refers(let kind):
      let name = names[kind]?[String(decoding: reader.bytes[range], as: UTF8.self)]
      return name.map { .target($0) } ?? .none
    }
  }
}
