import ReportDocument

extension ReportDocument {
  /// Takes the content of another report in as one section, its ids prefixed by the section's; what it defines and notes
  /// joins the definitions and notes of the whole, once each.
  mutating func take(_ other: ReportDocument, as section: Section) {
    var section = section
    for part in other.sections {
      for block in part.blocks {
        switch block {
        case .table(var table):
          table.id = section.id + table.id.prefix(1).uppercased() + table.id.dropFirst()
          if table.title.isEmpty { table.title = part.title }
          section.blocks.append(.table(table))
        case .figures(var list):
          list.id = section.id + list.id.prefix(1).uppercased() + list.id.dropFirst()
          section.blocks.append(.figures(list))
        case .chart(var chart):
          let prefixed = { (id: String) in section.id + id.prefix(1).uppercased() + id.dropFirst() }
          chart.id = prefixed(chart.id)
          chart.tableID = chart.tableID.map(prefixed)
          section.blocks.append(.chart(chart))
        case .paragraph, .statement, .note: section.blocks.append(block)
        }
      }
    }
    definitions += other.definitions.filter { !definitions.contains($0) }
    // That a part has nothing to show is said where the part stands.
    notes += other.notes.filter { $0 != .nothingToShow && !notes.contains($0) }
    sections.append(section)
  }
}
