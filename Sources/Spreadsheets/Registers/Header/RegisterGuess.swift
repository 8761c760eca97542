import LedgerCore
import Portfolio

/// Tells which register a sheet is from its headings and titles.
public enum RegisterGuess {
  /// A register that a sheet may be.
  struct Candidate {
    let kind: RegisterKind
    /// How many columns of it the sheet has, and whether a title names it.
    let score: Int
    /// How great a part of its columns the sheet has, in thousandths.
    let part: Int
    /// Whether a title, or a heading that stands in few others, tells it.
    let isTelling: Bool
    /// The columns of which it would need one; empty when it has one, or needs none.
    let lacks: [RegisterColumn]
  }

  /// The register that a sheet is; nil when no register has enough of its columns, when two have as many, or when
  /// nothing but headings of every register stands in it.
  public static func kind(of sheet: Sheet) -> RegisterKind? {
    let found = candidates(of: sheet).filter(\.lacks.isEmpty)
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
  static func candidates(of sheet: Sheet) -> [Candidate] {
    let texts = HeaderTexts()
    let sheet = sheet.joiningDates()
    return RegisterCatalog.kinds.compactMap { kind in
      guard let header = RegisterHeader(of: sheet, as: kind, texts: texts), !header.recognised.isDisjoint(with: kind.triggers),
        header.recognised.count >= 3
      else { return nil }
      // Of two registers with the same headings it is the smaller, of which they are the greater part.
      return Candidate(
        kind: kind, score: header.score, part: header.recognised.count * 1000 / kind.columns.count, isTelling: header.isTelling,
        lacks: kind.lacks(header))
    }
    .sorted { ($0.score, $0.part) > ($1.score, $1.part) }
  }
}

extension RegisterKind {
  /// The columns of which a table with these headings would need one to be this register.
  ///
  /// Company, amount and day stand in sums and in tables of other people's money as well: what names no contributor is nobody else's
  /// money, and what says neither envelope nor document nor anything else of an investment is none, unless its title says so.
  fileprivate func lacks(_ header: RegisterHeader) -> [RegisterColumn] {
    if !contributors.isEmpty, header.recognised.isDisjoint(with: contributors) { return columns.filter { contributors.contains($0.name) } }
    if telling.isEmpty || header.isNamed || !header.recognised.isDisjoint(with: telling) { return [] }
    if header.headings.contains(where: { if case .field = $0.target { true } else { false } }) { return [] }
    return columns.filter { ["programme", "method", "share", "envelope", "payment-doc"].contains($0.name) }
  }
}
