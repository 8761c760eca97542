import LedgerCore
import Portfolio

/// An event that a row of a register is.
public struct RegisterEvent: Sendable {
  /// The event, with the places of its cells.
  public var event: Event
  /// Which of the register's events it is.
  public let slot: RegisterSlot
  /// The row that says it.
  public let row: SheetRow
  /// The fields that the row speaks of, by index, ascending; others are silent and differ from nothing.
  public let spoken: [Int]
  /// What it is known by again: register, subject and number or document.
  public let identity: String
  /// Whether the row itself gave the key.
  public let hasOwnKey: Bool
  /// Whether the row has a number of its own, 编号.
  let hasNumber: Bool

  /// Whether the row itself says which it is, by a key or number of its own.
  public var isNumbered: Bool { hasOwnKey || hasNumber }

  /// Whether its identity tells it from other events about the same: by a key or number of the row, or a document with a number.
  public var isTelling: Bool { isNumbered || DocumentName.isTelling(document) }

  /// Whether a key was made from the number of another row of the register.
  public func isOtherNumber(_ key: String) -> Bool {
    guard hasNumber, let start = identity.firstIndex(of: ":"), !key.hasSameBytes(as: identity) else { return false }
    return key.hasPrefix(identity[...start]) && key.hasSuffix(":\(slot.name)")
  }

  /// What it is about: the project of a plan, the deal, the envelope or the name that it declares.
  public var subject: String {
    if event.kind.isOfPlan, let project = event.text("project") { return project }
    return RegisterEvent.subject(of: event, slot)
  }

  /// The document or number that tells it from others about the same.
  public var document: String { RegisterEvent.document(of: event) }

  static func subject(of event: Event, _ slot: RegisterSlot) -> String {
    if slot.declaresName { return event.text("name") ?? "" }
    for field in ["deal", "envelope", "programme", "party", "name"] {
      if let text = event.text(field) { return text }
    }
    return ""
  }

  static func document(of event: Event) -> String {
    for field in ["doc", "evidence", "number"] {
      if let text = event.text(field), !text.isEmpty { return text }
    }
    return ""
  }
}

/// What became of a row that says no event.
public struct SkippedRow: Sendable {
  public let row: SheetRow
  public let reason: RowSkip
}
