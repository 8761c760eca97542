extension ReportDocument {
  /// The document with one table or figure list only, its header and notes kept; nil when there is none of that id.
  ///
  /// This is how one table of a larger report becomes a plain CSV file.
  public func only(_ id: String) -> ReportDocument? {
    for section in sections {
      for block in section.blocks where block.id == id {
        var copy = self
        copy.sections = [Section(section.id, title: section.title, blocks: [block])]
        return copy
      }
    }
    return nil
  }
}

extension Block {
  /// The machine name of a table or figure list; nil for running text.
  public var id: String? {
    switch self {
    case .table(let table): table.id
    case .figures(let list): list.id
    case .paragraph, .statement, .note, .chart: nil
    }
  }
}
