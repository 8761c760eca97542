import LedgerCore
import Portfolio

/// All registers; to add one, add its file under Kinds and its line here.
public enum RegisterCatalog {
  /// Every register, in the order in which help lists them and sheets of a workbook are recorded.
  public static let kinds: [RegisterKind] = [
    .envelopes, .investments, .plans, .social, .loans, .valuations, .dividends, .exits,
  ]

  /// The register with an English or Chinese name, 台账 at its end or not; an event kind is a register of its own, a row for each
  /// event. 估值 is the register 估值台账, whose rows are events of the kind 估值; `value` is the table of that kind alone.
  public static func kind(named name: String) -> RegisterKind? {
    let folded = SheetText.folded(name)
    if let kind = kinds.first(where: { ([$0.name, $0.chinese, $0.shortChinese] + $0.aliases).contains { SheetText.folded($0) == folded } })
    {
      return kind
    }
    guard let kind = EventCatalog.kind(named: name), !kind.hasLines, kind.group != .book else { return nil }
    return RegisterKind(of: kind)
  }

  /// The register of a name that a person gave.
  ///
  /// - Throws: `unknownRegister`, with the name that was most likely meant.
  public static func register(named name: String) throws(Diagnostic) -> RegisterKind {
    if let kind = kind(named: name) { return kind }
    let own = kinds.flatMap { [$0.name, $0.chinese] }
    let others = EventCatalog.kinds.filter { !$0.hasLines && $0.group != .book }.flatMap { [$0.name, $0.chinese] }
    // A word of a name is the surest hint, and of so few names one may be further off.
    let near =
      (name.count > 1 ? own.first { $0.contains(name) } : nil) ?? Spelling.nearest(to: name, among: own + others)
      ?? Spelling.nearest(to: name, among: own, within: 2)
    throw Diagnostic(
      .unknownRegister, Wording("\(name.prefix(40)) 不是台账", "\(name.prefix(40)) is not a register"),
      hint: .didYouMean(
        near, then: Wording("有 \(shownNames)，以及各种事项", "there are \(shownNames), and every kind of event")))
  }

  /// The names of all registers, for messages.
  static var shownNames: String { kinds.map { "\($0.name) (\($0.chinese))" }.joined(separator: ", ") }
}

extension RegisterTable {
  /// The tables of a file that are to be recorded: of the sheet that is named, else of every sheet that is a register.
  ///
  /// - Throws: why the named sheet, or the first, is no register.
  public static func tables(
    of file: SheetFile, register: String? = nil, sheet: String? = nil, mapping: RegisterMapping? = nil
  ) throws(Diagnostic) -> [RegisterTable] {
    let tables = try visibleTables(of: file, register: register, sheet: sheet, mapping: mapping)
    if sheet == nil, mapping?.sheet == nil {
      if register == nil, mapping == nil, file.form == .workbook {
        tables.first?.untoldSheets =
          file.sheets.filter { !$0.isHidden && RegisterGuess.isLikely($0) && RegisterGuess.kind(of: $0) == nil }.map(\.name)
      }
      tables.first?.hiddenSheets = file.sheets.filter { $0.isHidden && RegisterGuess.isLikely($0) }.map(\.name)
    }
    return tables
  }

  private static func visibleTables(
    of file: SheetFile, register: String?, sheet: String?, mapping: RegisterMapping?
  ) throws(Diagnostic) -> [RegisterTable] {
    if register == nil, sheet == nil, mapping == nil, file.form == .workbook {
      let found = file.sheets.filter { !$0.isHidden }.compactMap { sheet in RegisterGuess.kind(of: sheet).map { (sheet, $0) } }
      if found.count > 1 {
        var tables: [RegisterTable] = []
        // Envelopes before what is paid out of them, deals before what happens to them.
        for kind in RegisterCatalog.kinds {
          for (sheet, guess) in found where guess.name == kind.name {
            tables.append(try RegisterTable(file, register: kind.name, sheet: sheet.name))
          }
        }
        return tables
      }
      if let only = found.first { return [try RegisterTable(file, register: only.1.name, sheet: only.0.name)] }
    }
    return [try RegisterTable(file, register: register, sheet: sheet, mapping: mapping)]
  }
}

extension RegisterKind {
  /// A register with a row for each event of one kind, its columns named as the fields.
  init(of kind: EventDeclaration) {
    var columns: [RegisterColumn] = []
    var sources: [(String, [String])] = []
    if kind.dating != .none {
      columns.append(RegisterColumn("date", "日期", [], "day of the event", "事项日期"))
      sources.append(("date", ["date"]))
    }
    for index in kind.fields.indices {
      let field = kind.fields[index]
      let name = kind.key(of: index)
      columns.append(RegisterColumn(name, kind.key(of: index, chinese: true), [], field.help, field.helpChinese))
      sources.append((field.name, [name]))
    }
    self.init(
      kind.name, kind.chinese, [], summary: kind.summary, summaryChinese: kind.summaryChinese, columns: columns,
      slots: [RegisterSlot(kind.name, when: columns.map(\.name), sources)])
  }
}
