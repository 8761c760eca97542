import LedgerCore

/// Figures to be drawn: the picture beside a table, for formats that can show one.
///
/// A chart never says more than its numbers: a format that draws it writes them too, in the table that it names or in
/// one of their own. Formats without pictures (text, CSV, Markdown, JSON) leave charts out.
public struct Chart: Hashable, Sendable {
  /// How the figures are drawn.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One bar across a category, for names and a ranking; of the first series only.
    case bars
    /// Columns side by side, one a series.
    case columns
    /// Columns on top of each other; negative values go down from zero.
    case stackedColumns
    /// A line a series, as over years; equal steps between categories whatever time lies between them.
    case line
    /// Steps from a first to a last amount: the first and last value of the first series are levels, those between
    /// are changes.
    case waterfall
  }

  /// Values of one name, one a category.
  public struct Series: Hashable, Sendable {
    /// The stable machine name.
    public var id: String
    /// The name in the legend.
    public var name: Phrase
    /// The exact values; an empty or undefined one leaves a gap. All values of a chart are of one kind and commodity:
    /// those of another than the first are left out.
    public var values: [Cell]

    /// A series of values.
    public init(_ id: String, _ name: Phrase, _ values: [Cell]) {
      self.id = id
      self.name = name
      self.values = values
    }
  }

  /// The stable machine name, unique among the charts of the document.
  public var id: String
  /// The heading over the chart.
  public var title: Phrase
  /// How the figures are drawn.
  public var kind: Kind
  /// The labels of the categories, in order.
  public var categories: [Phrase]
  /// The series, in the order of the legend.
  public var series: [Series]
  /// What there is to see, in a sentence for those who cannot.
  public var alternative: Phrase
  /// The table of the document that holds the figures; nil when the chart has to bring them along.
  public var tableID: String?

  /// A chart of series over categories.
  public init(
    _ id: String, title: Phrase, kind: Kind, categories: [Phrase], series: [Series], alternative: Phrase,
    tableID: String? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.categories = categories
    self.series = series
    self.alternative = alternative
    self.tableID = tableID
  }
}
