import LedgerCore

/// Tells which register a sheet is from its headings and titles.
public enum RegisterGuess {
  /// The register that a sheet is; nil when no register has enough of its columns, or two have as many.
  public static func kind(of sheet: Sheet) -> RegisterKind? {
    let found = candidates(of: sheet)
    guard let best = found.first else { return nil }
    if found.count > 1, found[1].score == best.score { return nil }
    return best.kind
  }

  /// Every register that a sheet may be, the likeliest first.
  static func candidates(of sheet: Sheet) -> [(kind: RegisterKind, score: Int)] {
    RegisterCatalog.kinds.compactMap { kind in
      guard let header = RegisterHeader(of: sheet, as: kind), !header.recognised.isDisjoint(with: kind.triggers),
        header.recognised.count >= 3
      else { return nil }
      return (kind, header.score)
    }
    .sorted { $0.score > $1.score }
  }
}
