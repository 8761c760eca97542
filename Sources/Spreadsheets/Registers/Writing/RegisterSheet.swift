import JournalText
import LedgerCore
import Portfolio

/// The events of a register as rows that read back to the same events.
public struct RegisterSheet {
  /// The register.
  public let kind: RegisterKind
  /// The headings.
  public private(set) var headings: [String] = []
  /// The rows, each as long as the headings.
  public private(set) var rows: [[WrittenCell]] = []
  private let register: Register
  private let writer: JournalWriter
  private let isChinese: Bool

  /// The sheet of some events, in the order of recording; events of other kinds are left out.
  public init(of events: [Event], kind: RegisterKind, register: Register, chinese isChinese: Bool) {
    self.kind = kind
    self.register = register
    self.isChinese = isChinese
    writer = JournalWriter(register: register)
    let drafts = RegisterRows(events, kind: kind).rows.map { RegisterRowDraft($0, kind: kind, register: register) }
    var used: Set<String> = []
    var outright: [String] = []
    for draft in drafts {
      used.formUnion(draft.columns.keys)
      for key in draft.outright.keys.sorted() where !outright.contains(key) { outright.append(key) }
    }
    outright.sort()
    var columns = kind.columns.filter { drafts.isEmpty || used.contains($0.name) }
    headings = headingTexts(columns, outright)
    // Of few columns the headings may be those of another register: then the empty ones stand there too, to tell.
    if RegisterCatalog.kinds.contains(where: { $0.name == kind.name }), RegisterGuess.kind(ofHeadings: headings)?.name != kind.name {
      columns = kind.columns
      headings = headingTexts(columns, outright)
    }
    rows = drafts.map { draft in
      columns.map { cell(draft.columns[$0.name]) } + outright.map { cell(draft.outright[$0]) }
    }
  }

  private func headingTexts(_ columns: [RegisterColumn], _ outright: [String]) -> [String] {
    columns.map { heading(of: $0) } + outright.map { heading(ofOutright: $0) }
  }

  private func heading(of column: RegisterColumn) -> String {
    RegisterSheet.heading(of: column, in: kind, register: register, chinese: isChinese)
  }

  /// The heading of a column, with its unit where amounts stand in it.
  static func heading(of column: RegisterColumn, in kind: RegisterKind, register: Register, chinese: Bool) -> String {
    let name = chinese ? column.chinese : column.name
    guard kind.type(of: column) == .amount, register[register.baseID].code == "CNY" else { return name }
    return chinese ? "\(name)（元）" : "\(name) (yuan)"
  }

  private func heading(ofOutright key: String) -> String {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    guard isChinese, parts.count == 2, let slot = kind.slots.first(where: { $0.name == parts[0] }) else { return key }
    if parts[1] == "date" { return "\(slot.chinese).日期" }
    return slot.kind.index(of: parts[1]).map { "\(slot.chinese).\(slot.kind.fields[$0].chinese)" } ?? key
  }

  private func cell(_ written: RegisterRowDraft.Written?) -> WrittenCell {
    guard let written else { return .empty }
    switch written.value {
    case .absent: return .empty
    case .day(let day): return .day(day)
    case .amount(let money) where money.commodity == register.baseID:
      return .money(money.minorUnits, scale: register[money.commodity].scale)
    case .amount(let money):
      return .text("\(DecimalText.format(money.minorUnits, scale: register[money.commodity].scale)) \(register[money.commodity].code)")
    case .rate(let rate): return .rate(rate)
    case .choice(let index):
      guard case .choice(let choices)? = written.field?.type, choices.indices.contains(index) else { return .empty }
      return .text(isChinese ? choices[index].chinese : choices[index].name)
    case .text(let text): return WrittenCell.text(keeping: text)
    case .integer(let value):
      guard let field = written.field, field.type == .term else { return .integer(value) }
      return .text(writer.text(of: written.value, field, .compact))
    }
  }

  /// The table as text in UTF-8; files for spreadsheets begin with a byte order mark.
  public func csv(mark: Bool) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(headings)
    for row in rows { writer.write(row.map(\.text)) }
    return (mark ? [0xEF, 0xBB, 0xBF] : []) + writer.out.bytes
  }
}
