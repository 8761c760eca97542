import LedgerCore
import Portfolio

extension RegisterTable {
  /// Headings of amounts, and lines above them, whose unit is another currency or cannot be told.
  ///
  /// - Parameter base: the commodity of amounts that name none.
  func unitFlaws(in base: Commodity) -> [Diagnostic] {
    var flaws: [Diagnostic] = []
    if mapping?.unit == nil, let place = header.tableUnit.place,
      let message = RegisterTable.message(header.tableUnit.words.flaw, in: base)
    {
      flaws.append(unitFailure(place.row.text(place.column), message, place.column, place.row))
    }
    for heading in moneyColumns {
      let flaw = heading.name.unit == .percent ? .unclear("%") : heading.name.words.flaw
      guard let message = RegisterTable.message(flaw, in: base) else { continue }
      let row = sheet.row(header.rows.upperBound)
      flaws.append(
        unitFailure(heading.text, message, heading.column, row?[heading.column] == nil ? sheet.row(header.rows.lowerBound) : row))
    }
    return flaws
  }

  /// Headings of amounts with words in brackets that are no unit, and the unit in which they are read.
  public var assumedUnits: [(heading: String, unit: String)] {
    var assumed: [(heading: String, unit: String)] = []
    if mapping?.unit == nil, case .unread(let text)? = header.tableUnit.words.flaw {
      assumed.append((text, HeaderUnit.name(ofExponent: 0)))
    }
    for heading in moneyColumns {
      guard case .unread? = heading.name.words.flaw else { continue }
      var unit = 0
      if case .money(let exponent)? = heading.name.unit ?? cells.unit { unit = exponent }
      assumed.append((heading.text, HeaderUnit.name(ofExponent: unit)))
    }
    return assumed
  }

  /// Headings above cells whose format shows them in the unit of the heading, so that they hold yuan.
  public var scaledHeadings: [(heading: String, unit: String)] {
    moneyColumns.compactMap { heading in
      guard case .money(let exponent)? = heading.name.unit ?? cells.unit, exponent > 0 else { return nil }
      let isScaled = rows.contains { row in
        guard case .scaled(_, let shown)? = row[heading.column]?.value else { return false }
        return shown == exponent
      }
      return isScaled ? (heading.text, HeaderUnit.name(ofExponent: exponent)) : nil
    }
  }

  /// What is wrong with a unit; nil when it can be told, or there is none.
  private static func message(_ flaw: UnitFlaw?, in base: Commodity) -> Wording? {
    switch flaw {
    case .foreign(let code): code == base.code ? nil : Wording("\(code) 的金额不是 \(base.code)", "amounts in \(code) are no \(base.code)")
    case .unclear(let words): Wording("不认识单位 \(words)", "\(words) is not a unit that is known")
    case .contradictory(let units): Wording("表上写了不同的单位：\(units)", "two units are named: \(units)")
    case .unread, nil: nil
    }
  }

  private func unitFailure(_ text: String, _ fault: Wording, _ column: Int, _ row: SheetRow?) -> Diagnostic {
    let hint = Wording(
      "写 元、千元、万元、百万元 或 亿元；另一货币的金额用 bgt record 记",
      "write 元, 千元, 万元, 百万元 or 亿元; amounts in another currency are recorded by bgt record")
    guard let row else { return Diagnostic(.badHeader, Wording("\(text)：", "\(text): ") + fault, hint: hint) }
    return file.failure(
      .badHeader, Wording("\(SheetFile.oneLine(text))：", "\(SheetFile.oneLine(text)): ") + fault, at: column, in: row, of: sheet, hint: hint
    )
  }
}
