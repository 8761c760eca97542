import LedgerCore

/// A line of the budget under which equity is bought, such as 拨改投.
public struct Programme: Hashable, Sendable {
  public var id: ProgrammeID
  public var name: String
  public var fullName: String
  public var from: Day
  public var to: Day
  /// The multiplier that the programme is meant to reach, in parts per billion of times; nil when none is set.
  public var target: Rate?

  public init(
    id: ProgrammeID, name: String, fullName: String = "", from: Day = .always, to: Day = .never, target: Rate? = nil
  ) {
    self.id = id
    self.name = name
    self.fullName = fullName
    self.from = from
    self.to = to
    self.target = target
  }
}
