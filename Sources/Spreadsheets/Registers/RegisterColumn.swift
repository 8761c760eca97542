import Portfolio

/// One column of a register as an office keeps it: its names, and what may stand in it.
public struct RegisterColumn: Hashable, Sendable {
  /// The English name, in lower case; what mapping files and templates in English call it.
  public let name: String
  /// The Chinese name, which exports and templates write.
  public let chinese: String
  /// Other headings that mean the same.
  let aliases: [String]
  /// What stands in it, when no event says: a year or a text.
  let ownType: FieldType?
  /// What to write in it, for templates.
  public let help: String
  public let helpChinese: String

  init(
    _ name: String, _ chinese: String, _ aliases: [String] = [], type: FieldType? = nil, _ help: String,
    _ helpChinese: String
  ) {
    self.name = name
    self.chinese = chinese
    self.aliases = aliases
    ownType = type
    self.help = help
    self.helpChinese = helpChinese
  }
}
