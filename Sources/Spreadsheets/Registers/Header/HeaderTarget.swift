import Portfolio

/// What a heading of a file stands for in a register.
enum HeaderTarget: Hashable {
  /// A column of the register, by its name.
  case column(String)
  /// A field of one of its events, named outright: `pay.note`, `出资.备注`; `date` for the day.
  case field(slot: String, field: String)
  /// Known and not recorded, with the reason.
  case unread(String, chinese: String)
  /// A running number, which says nothing.
  case running
  /// Unknown.
  case unknown
}

/// The headings that a register knows.
struct HeaderNames: Sendable {
  private var columns: [String: String] = [:]
  private var unread: [String: (String, String)] = [:]
  private let kind: RegisterKind

  /// Those of the registers that there are, made once.
  private static let ofKinds: [String: HeaderNames] = Dictionary(
    RegisterCatalog.kinds.map { ($0.name, HeaderNames($0)) }, uniquingKeysWith: { first, _ in first })

  /// How many registers know a heading, by its name.
  private static let spread: [String: Int] = ofKinds.values.reduce(into: [:]) { spread, names in
    for name in names.columns.keys { spread[name, default: 0] += 1 }
  }

  /// A heading that no more registers know tells which of them a table is; 项目, 日期 and 金额 stand in every one.
  private static let tellingMax = 3

  /// Whether a heading tells which register it stands in.
  static func tells(_ heading: HeaderName) -> Bool {
    [heading.whole, heading.name].contains { (1...tellingMax).contains(spread[$0] ?? 0) }
  }

  /// The headings that a register knows.
  static func of(_ kind: RegisterKind) -> HeaderNames {
    // A kind of event may have the name of a register, and other columns.
    if let known = ofKinds[kind.name], known.kind.columns == kind.columns { return known }
    return HeaderNames(kind)
  }

  init(_ kind: RegisterKind) {
    self.kind = kind
    for known in kind.unread {
      for heading in known.headings { unread[HeaderName(heading).name] = (known.reason, known.chinese) }
    }
    for column in kind.columns.reversed() {
      for alias in column.aliases { columns[HeaderName(alias).name] = column.name }
    }
    // What a column is called outright goes before what others are sometimes called.
    for column in kind.columns {
      columns[HeaderName(column.name).name] = column.name
      columns[HeaderName(column.chinese).name] = column.name
    }
  }

  /// Whether a heading with all that stands in its brackets is the name of a column.
  func isOutright(_ heading: HeaderName) -> Bool { heading.whole != heading.name && columns[heading.whole] != nil }

  /// What a heading stands for.
  func target(of heading: HeaderName) -> HeaderTarget {
    for name in [heading.whole, heading.name] {
      if let column = columns[name] { return .column(column) }
      if ["序号", "行号", "#"].contains(name) { return .running }
      if let field = field(named: name) { return field }
      if let (reason, chinese) = unread[name] { return .unread(reason, chinese: chinese) }
    }
    return .unknown
  }

  private func field(named name: String) -> HeaderTarget? {
    guard let dot = name.firstIndex(of: "."), dot != name.startIndex else { return nil }
    let field = String(name[name.index(after: dot)...])
    for slot in kind.slots where slot.name == name[..<dot] || slot.chinese == name[..<dot] {
      if field == "date" || field == "日期" { return .field(slot: slot.name, field: "date") }
      if let index = slot.kind.index(of: field) { return .field(slot: slot.name, field: slot.kind.fields[index].name) }
    }
    return nil
  }
}
