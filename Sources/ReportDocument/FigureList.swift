/// A list of labelled figures, printed one below the other with their values aligned.
public struct FigureList: Hashable, Sendable {
  /// The stable machine name, unique among the tables and lists of the document.
  public var id: String
  /// The figures, in order.
  public var figures: [Figure]

  /// A list of figures.
  public init(_ id: String, _ figures: [Figure] = []) {
    self.id = id
    self.figures = figures
  }
}
