import LedgerCore

/// One piece of a section.
public enum Block: Hashable, Sendable {
  /// Rows and columns.
  case table(Table)
  /// A list of labelled figures.
  case figures(FigureList)
  /// Running text.
  case paragraph(Phrase)
  /// Running text with exact values in it.
  case statement(Statement)
  /// A remark, set less prominently than a paragraph.
  case note(Phrase)
  /// A picture of figures; only formats that can show pictures do.
  case chart(Chart)

  /// Whether the block is a picture.
  public var isChart: Bool { if case .chart = self { true } else { false } }
}
