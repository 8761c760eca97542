import LedgerCore
import Portfolio

/// Tells which register a sheet is from its headings and titles.
public enum RegisterGuess {
  /// The register that a sheet is; nil when no register has enough of its columns, when two have as many, or when
  /// nothing but headings of every register stands in it.
  public static func kind(of sheet: Sheet) -> RegisterKind? {
    let found = candidates(of: sheet)
    guard let best = found.first, best.isTelling else { return nil }
    if found.count > 1, found[1].score == best.score, found[1].part == best.part { return nil }
    return best.kind
  }

  /// The register that a table with these headings is; nil as for a sheet.
  static func kind(ofHeadings headings: [String]) -> RegisterKind? {
    let cells = headings.enumerated().map { SheetCell(column: $0, value: .text($1), place: FieldPlace()) }
    return kind(of: Sheet(rows: [SheetRow(number: 1, cells: cells)]))
  }

  /// Whether a sheet looks like a register, though its headings do not tell which.
  public static func isLikely(_ sheet: Sheet) -> Bool { !candidates(of: sheet).isEmpty }

  /// Every register that a sheet may be, the likeliest first.
  static func candidates(of sheet: Sheet) -> [(kind: RegisterKind, score: Int, part: Int, isTelling: Bool)] {
    let texts = HeaderTexts()
    let sheet = sheet.joiningDates()
    return RegisterCatalog.kinds.compactMap { kind in
      guard let header = RegisterHeader(of: sheet, as: kind, texts: texts), !header.recognised.isDisjoint(with: kind.triggers),
        header.recognised.count >= 3
      else { return nil }
      // Of two registers with the same headings it is the smaller, of which they are the greater part.
      return (kind, header.score, header.recognised.count * 1000 / kind.columns.count, header.isTelling)
    }
    .sorted { ($0.score, $0.part) > ($1.score, $1.part) }
  }
}
