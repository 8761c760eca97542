import LedgerCore
import Portfolio

extension RegisterTable {
  /// That the table has what no row of its register can do without: an amount, or the day of what has none; a company or a deal;
  /// and, of other people's money, whose it is.
  func checkNeeds() throws(Diagnostic) {
    guard RegisterCatalog.kinds.contains(where: { $0.name == kind.name }) else { return }
    let namesFields = header.headings.contains { if case .field = $0.target { true } else { false } }
    if namesFields || mapping?.namesFields(knownBy: names) == true { return }
    let known = header.recognised.union(mapping?.columns(knownBy: names) ?? [])
    let choices = Set(kind.slots.compactMap(\.choice?.column))
    let facts = kind.slots.filter { !$0.declaresName }
    // A row that withdraws a project has no amount, and a deal may be named before any money moves.
    let triggers = known.isDisjoint(with: choices) ? kind.triggers : Set(facts.flatMap(\.triggers))
    let namesDeals = columns.declaresDeals && known.contains("method")
    if known.isDisjoint(with: triggers), !namesDeals {
      throw missing(triggers, Wording("金额列", "a column of amounts"))
    }
    let naming: Set<String> = ["deal", "company", "full-name", "credit-code"]
    // Money may be remitted or set free for no deal in particular.
    let needsDeal = facts.filter { !known.isDisjoint(with: $0.triggers) }.allSatisfy { slot in
      slot.kind.index(of: "deal").map { slot.kind.fields[$0].isRequired } ?? false
    }
    if columns.hasDeal, needsDeal, known.isDisjoint(with: naming) {
      throw missing(naming, Wording("项目或企业列", "a column of deals or companies"))
    }
    if !kind.contributors.isEmpty, known.isDisjoint(with: kind.contributors) {
      throw missing(Set(kind.contributors), Wording("出资方列", "a column of contributors"))
    }
  }

  /// The error that names what is lacking, the headings that there are, and what they may have been meant for.
  private func missing(_ wanted: Set<String>, _ what: Wording) -> Diagnostic {
    let columns = kind.columns.filter { wanted.contains($0.name) }
    let seen = header.headings.map { SheetFile.oneLine($0.text) }
    let sentence = Wording(
      "\(file.name)：\(kind.chinese)没有认得的\(what.zh)；标题有 \(seen.joined(separator: "、"))",
      "\(file.name): \(kind.name) needs \(what.en), and no heading is known for one; there are \(seen.joined(separator: ", "))")
    let names = columns.prefix(4).map(\.chinese).joined(separator: "、")
    let column = columns.first?.name ?? ""
    let hint: Wording
    if let (heading, near) = nearest(to: columns) {
      hint = Wording(
        "“\(heading)”是不是 \(near.chinese)？改标题，或在对照表（--map 文件）中写 \(near.chinese) %\(heading)",
        "is \(heading) meant for \(near.chinese) (\(near.name))? rename it, or write in a mapping (--map FILE): \(near.name) %\(heading)")
    } else {
      hint = Wording(
        "标题写 \(names)，或在对照表（--map 文件）中写 \(columns.first?.chinese ?? "") %列名",
        "call it \(names), or write in a mapping (--map FILE): \(column) %HEADING")
    }
    guard let row = sheet.row(header.rows.upperBound) else { return Diagnostic(.badHeader, sentence, hint: hint) }
    return file.failure(.badHeader, sentence, at: nil, in: row, of: sheet, hint: hint)
  }

  /// The heading that is not known and most like one of some columns.
  private func nearest(to columns: [RegisterColumn]) -> (heading: String, column: RegisterColumn)? {
    let unknown = header.headings.filter { $0.target == .unknown && mapping?.mentions($0.text) != true }
    let names = columns.flatMap { column in ([column.chinese] + column.aliases).map { (name: SheetText.folded($0), column: column) } }
    for heading in unknown {
      let text = heading.name.name
      let within = names.filter { $0.name.count > 1 && text.contains($0.name) }.max { $0.name.count < $1.name.count }
      if let within { return (SheetFile.oneLine(heading.text), within.column) }
    }
    for heading in unknown {
      guard let near = Spelling.nearest(to: heading.name.name, among: names.map(\.name), within: 2),
        let found = names.first(where: { $0.name == near })
      else { continue }
      return (SheetFile.oneLine(heading.text), found.column)
    }
    return nil
  }
}
