import LedgerCore

/// Tells which register a sheet is from its headings and titles.
public enum RegisterGuess {
  /// The register that a sheet is; nil when no register has enough of its columns, or two have as many.
  public static func kind(of sheet: Sheet) -> RegisterKind? {
    let found = candidates(of: sheet)
    guard let best = found.first else { return nil }
    if found.count > 1, found[1].score == best.score, found[1].part == best.part { return nil }
    return best.kind
  }

  /// Every register that a sheet may be, the likeliest first.
  static func candidates(of sheet: Sheet) -> [(kind: RegisterKind, score: Int, part: Int)] {
    let texts = HeaderTexts()
    let sheet = sheet.joiningDates()
    return RegisterCatalog.kinds.compactMap { kind in
      guard let header = RegisterHeader(of: sheet, as: kind, texts: texts), !header.recognised.isDisjoint(with: kind.triggers),
        header.recognised.count >= 3
      else { return nil }
      // Of two registers with the same headings it is the smaller, of which they are the greater part.
      return (kind, header.score, header.recognised.count * 1000 / kind.columns.count)
    }
    .sorted { ($0.score, $0.part) > ($1.score, $1.part) }
  }
}
