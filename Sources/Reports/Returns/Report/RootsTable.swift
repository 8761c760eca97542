import Analytics
import LedgerCore
import ReportDocument

/// The roots of rates that are not unique, a line each: none of them is the return, but a reader may see how far they lie
/// apart.
struct RootsTable {
  private(set) var table: Table

  /// A table of the roots of what a heading names, with a basis where rates before fees and after them differ.
  init(_ heading: Phrase, hasBasis: Bool, id: String = "roots") {
    table = Table(
      id,
      columns: [Column("group", heading)] + (hasBasis ? [Column("basis", Phrase("口径", "Basis"))] : []) + [
        Column("root", Phrase("第几根", "Root"), .integer), Column("rate", Phrase("年化", "Yearly"), .rate(decimals: 4)),
      ],
      notes: [
        Phrase(
          "每个根都使现金流的现值之和为零，没有一个可以作为收益率。",
          "Each of these makes the flows worth nothing; none of them is the return.")
      ])
  }

  /// Adds the roots of a rate; none where it is unique or there is none.
  mutating func add(_ label: Cell, basis: Cell? = nil, _ rate: InternalRate) {
    if rate.status != .notUnique { return }
    for (index, root) in rate.roots.enumerated() {
      table.rows.append(Row([label] + (basis.map { [$0] } ?? []) + [.count(index + 1), .rate(RateFigure(root))]))
    }
  }

  /// The table in a section of its own; nil when all rates are unique.
  var section: Section? {
    table.rows.isEmpty ? nil : Section("roots", title: Phrase("不唯一的内部收益率", "Rates that are not unique"), blocks: [.table(table)])
  }
}

extension ReturnsReport {
  /// The roots of all rates of a view that are not unique; nil when there are none.
  func rootsSection(of view: ReturnsView) -> Section? {
    let hasFees = view.total.fees != 0
    var roots = RootsTable(title.isEmpty ? Phrase("范围", "Scope") : title, hasBasis: hasFees)
    for group in (grouping == .none ? [] : view.groups) + [view.total]
    where group.rate.status == .notUnique || group.netRate.status == .notUnique {
      roots.add(group.label, basis: hasFees ? .code("gross", Phrase("费前", "gross")) : nil, group.rate)
      if group.fees != 0 { roots.add(group.label, basis: .code("net", Phrase("费后", "net")), group.netRate) }
    }
    return roots.section
  }
}
