import LedgerCore

/// How a table with other headings is read as a register: assignments and conditions, in the manner of hledger's CSV rules.
public struct RegisterMapping {
  /// The register that the rows are of; nil when the headings must say.
  var register: String?
  /// The sheet, nil for the first that holds something.
  var sheet: String?
  /// Rows above the headings.
  var skip = 0
  /// The row of headings, nil when it is looked for.
  var headerRow: Int?
  /// Headings of a table that has none.
  var fields: [String] = []
  /// The byte between cells of a text.
  public var separator: UInt8?
  /// The encoding of a text.
  public var encoding: TextEncoding?
  /// The unit of amounts.
  var unit: HeaderUnit?
  /// How dates are written.
  var dateFormat: DateFormat?
  /// What is assigned in every row, and under conditions, in the order of the file.
  var steps: [MappingStep] = []

  init() {}

  /// Whether it assigns nothing.
  var isEmpty: Bool { steps.isEmpty }

  /// Whether it takes cells by the number of their column, so that columns without a heading may count.
  var takesColumnsByNumber: Bool {
    steps.contains { step in
      guard case .set(_, let template) = step.action else { return false }
      let text = template.text
      return text.indices.contains { index in
        let rest = text[index...].dropFirst()
        return text[index] == "%" && (rest.first == "{" ? rest.dropFirst().first : rest.first)?.isNumber == true
      }
    }
  }

  /// Whether it says itself where the parts of dates stand, so that they stay in columns of their own.
  var readsPartsOfDates: Bool { takesColumnsByNumber || !fields.isEmpty || ["年", "月", "日"].contains(where: mentions) }

  /// Whether it assigns a column in every row.
  func assigns(_ column: String) -> Bool {
    steps.contains { step in
      if case .set(let name, _) = step.action { return step.conditions.isEmpty && name == column }
      return false
    }
  }

  /// Whether a heading is used by an assignment or a condition.
  func mentions(_ heading: String) -> Bool {
    steps.contains { step in
      if step.conditions.contains(where: { $0.heading.map { HeaderName($0).whole } == HeaderName(heading).whole }) { return true }
      if case .set(_, let template) = step.action { return template.mentions(heading) }
      return false
    }
  }

  /// Whether the column of a heading is used, by its heading or by its number.
  func mentions(_ heading: String, at column: Int) -> Bool { mentions(heading) || mentions("\(column + 1)") }

  /// What is to be assigned in a row.
  func assignments(for row: SheetRow, of table: some MappedTable) -> [MappedAssignment] {
    steps.compactMap { step in
      var groups: [String] = []
      guard step.holds(for: row, of: table, groups: &groups) else { return nil }
      switch step.action {
      case .leaveOut: return .leaveOut
      case .set(let name, let template): return .set(name, template.value(in: row, of: table, groups: groups))
      }
    }
  }
}

/// One thing that a mapping does in a row.
enum MappedAssignment {
  case leaveOut
  case set(String, MappedValue)
}

/// A value that a mapping assigns, and the column that it was taken from when it is that of one cell.
struct MappedValue {
  var value: SheetValue
  var column: Int?
}

/// An assignment of a mapping with the conditions under which it counts.
struct MappingStep {
  enum Action {
    case set(String, MappingTemplate)
    case leaveOut
  }

  /// Alternatives of conditions that must hold together.
  var conditions: [MappingCondition] = []
  var action: Action

  /// Whether it counts in a row; groups that the first matching expression caught are put in.
  func holds(for row: SheetRow, of table: some MappedTable, groups: inout [String]) -> Bool {
    if conditions.isEmpty { return true }
    var holds = false
    for condition in conditions {
      // `&` binds to the condition before it, a line without it begins another alternative.
      if !condition.isAnd, holds { return true }
      let matched = condition.matches(row, table, &groups)
      holds = condition.isAnd ? holds && matched : matched
    }
    return holds
  }
}
