import LedgerCore

/// What a report has to say, free of any format: the hinge between reports and renderers.
///
/// A report fills a document with exact values; a renderer alone decides on language, unit, rounding and layout.
/// Ids are part of the stable machine interface (JSON keys, CSV headers): lower camel case ASCII, never translated,
/// and unique among the tables and figure lists of one document.
public struct ReportDocument: Hashable, Sendable {
  /// The stable machine name of the report, such as `leverage`.
  public var id: String
  /// The heading.
  public var title: Phrase
  /// The front page of a report that is handed in.
  public var cover: Cover?
  /// Definition lines under the title: what the figures mean, with basis, tier and what is left out.
  public var definitions: [Phrase]
  /// Header facts that let the report be reproduced: as-of, known-at, chain head (`Figure.asOf` and its siblings).
  public var facts: [Figure]
  /// The content, in order.
  public var sections: [Section]
  /// Notes printed at the end.
  public var notes: [Phrase]
  /// Further top-level members of the JSON form, such as `metrics`; other formats ignore them.
  public var extras: [JSONMember]

  /// A document; everything but its id and title may be filled in later.
  public init(
    _ id: String, title: Phrase, definitions: [Phrase] = [], facts: [Figure] = [], sections: [Section] = [],
    notes: [Phrase] = [], extras: [JSONMember] = []
  ) {
    self.id = id
    self.title = title
    self.definitions = definitions
    self.facts = facts
    self.sections = sections
    self.notes = notes
    self.extras = extras
  }

  /// All tables in the order in which they are printed.
  public var tables: [Table] {
    sections.flatMap { section in
      section.blocks.compactMap { block in
        if case .table(let table) = block { table } else { nil }
      }
    }
  }
}
