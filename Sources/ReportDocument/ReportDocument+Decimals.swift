extension ReportDocument {
  /// The document with all ratios printed with so many decimals (0–9); amounts, percentages and rates stay as they are.
  ///
  /// The values stay exact: a renderer rounds them half up when it prints, and formats for machines do not round to it.
  public func showingRatios(decimals: Int) -> ReportDocument {
    var copy = self
    for section in copy.sections.indices {
      for block in copy.sections[section].blocks.indices {
        switch copy.sections[section].blocks[block] {
        case .table(var table):
          for column in table.columns.indices {
            if case .ratio = table.columns[column].kind { table.columns[column].kind = .ratio(decimals: decimals) }
          }
          copy.sections[section].blocks[block] = .table(table)
        case .figures(var list):
          for figure in list.figures.indices {
            if case .ratio = list.figures[figure].value { list.figures[figure].decimals = decimals }
          }
          copy.sections[section].blocks[block] = .figures(list)
        case .paragraph, .statement, .note, .chart: break
        }
      }
    }
    return copy
  }
}
