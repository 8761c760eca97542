import LedgerCore

/// What is said to people about event kinds, made from their declarations: usage lines, help texts and a page.
public enum EventReference {
  /// How a kind is written on the command line: `bgt record pay DEAL AMOUNT --date DATE [--share RATE] …`.
  ///
  /// Optional fields that every kind has are left out; the help lists them.
  public static func usage(of kind: EventDeclaration, chinese isChinese: Bool = false) -> String {
    var words = ["bgt", "record", kind.name]
    for index in kind.positionals {
      let name = isChinese ? kind.fields[index].chinese : kind.fields[index].name.uppercased()
      words.append(kind.fields[index].isRequired ? name : "[\(name)]")
    }
    if kind.hasLines { words.append(isChinese ? "科目=金额 …" : "ACCOUNT=AMOUNT …") }
    let date = "--date " + (isChinese ? FieldType.day.placeholderChinese : FieldType.day.placeholder)
    if kind.dating != .none { words.append(kind.dating == .required ? date : "[\(date)]") }
    for field in kind.options where !Field.common.contains(field) {
      let flag = "--\(field.name) \(isChinese ? field.type.placeholderChinese : field.type.placeholder)"
      words.append(field.isRequired ? flag : "[\(flag)]")
    }
    return words.joined(separator: " ")
  }

  /// The first line of a table of events of one kind.
  public static func columns(of kind: EventDeclaration, chinese isChinese: Bool = false) -> [String] {
    var names: [String] = []
    if kind.dating != .none { names.append(isChinese ? EventKey.date.chinese : EventKey.date.rawValue) }
    if kind.hasLines { names.append(isChinese ? EntryColumn.voucher.chinese : EntryColumn.voucher.rawValue) }
    names += kind.fields.indices.map { kind.key(of: $0, chinese: isChinese) }
    if kind.hasLines { names += EntryColumn.written.map { isChinese ? $0.chinese : $0.rawValue } }
    return names
  }
}

extension EventDeclaration {
  /// Whether events of the kind have lines, which no other kind than the plain voucher has.
  public var hasLines: Bool { self === EventDeclaration.entry }

  /// Whether people record events of the kind; those of the book itself are written by `bgt init` and every import.
  public var isRecordable: Bool { group != .book }

  /// The fields that are written with their name only.
  var options: [Field] { fields.filter { !$0.isPositional } }
}
