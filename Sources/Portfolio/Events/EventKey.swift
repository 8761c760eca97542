/// The columns of a table and the keys of JSON that stand for the event itself, not for one of its fields.
public enum EventKey: String, CaseIterable, Sendable {
  /// The kind of the event.
  case kind
  /// The day of the event.
  case date

  /// The Chinese name, accepted wherever the name is.
  public var chinese: String {
    switch self {
    case .kind: "事项类型"
    case .date: "日期"
    }
  }

  /// The key with an English or Chinese name, or nil.
  public init?(named name: String) {
    guard let key = EventKey.allCases.first(where: { $0.rawValue == name || $0.chinese == name }) else { return nil }
    self = key
  }
}

extension EventDeclaration {
  /// The name of a field as a column or key: its own, or `social.kind` where its own stands for the event itself.
  ///
  /// The Chinese form falls back to the English one where the Chinese name is taken in the same way.
  public func key(of index: Int, chinese isChinese: Bool = false) -> String {
    let field = fields[index]
    if isChinese, EventKey(named: field.chinese) == nil { return field.chinese }
    return EventKey(named: field.name) == nil ? field.name : "\(name).\(field.name)"
  }

  /// The index of the field that a column or key stands for; `pay.amount` is taken as `amount`.
  public func index(ofKey key: String) -> Int? {
    for prefix in [name + ".", chinese + "."] where key.hasPrefix(prefix) {
      return index(of: String(key.dropFirst(prefix.count)))
    }
    return EventKey(named: key) == nil ? index(of: key) : nil
  }
}
