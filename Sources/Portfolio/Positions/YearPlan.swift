import LedgerCore

/// The plan of investments of one year, folded from the events that state it.
public struct YearPlan: Sendable {
  /// One event of the plan, with what it did to the amount.
  public struct Step: Sendable {
    public let sequence: Int64
    public let event: Event
    public let project: String
    /// The amount in force before and after, minor units.
    public let before: Int64
    public let after: Int64
  }

  /// The projects by name, those that were taken out too.
  public private(set) var projects: [String: PlannedProject] = [:]
  /// Everything that happened to the plan, in the order in which it was applied.
  public private(set) var steps: [Step] = []

  public init() {}

  /// The projects in the order in which they were taken in.
  public var ordered: [PlannedProject] {
    projects.values.sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
  }

  /// Takes in an event of the kinds `plan`, `plan-change` and `plan-withdraw`; one about a project that is not in the
  /// plan, such as a change whose project was reversed, changes nothing.
  public mutating func apply(_ event: Event, at sequence: Int64, _ register: Register) {
    guard let name = event.text("project") else { return }
    let before = projects[name].map { $0.withdrawn == nil ? $0.amount : 0 } ?? 0
    switch event.kind.name {
    case "plan":
      guard let programme = event.text("programme").flatMap(register.programme(named:)) else { return }
      var project = PlannedProject(
        name: name, sequence: sequence, day: event.effectiveDay, programme: programme.id,
        amount: event.amount("amount")?.minorUnits ?? 0)
      project.take(event, register)
      projects[name] = project
    case "plan-change":
      guard var project = projects[name], project.withdrawn == nil else { return }
      project.amount = event.amount("amount")?.minorUnits ?? project.amount
      project.take(event, register)
      projects[name] = project
    default:
      guard projects[name] != nil else { return }
      projects[name]?.withdrawn = event.effectiveDay
    }
    let after = projects[name].map { $0.withdrawn == nil ? $0.amount : 0 } ?? 0
    steps.append(Step(sequence: sequence, event: event, project: name, before: before, after: after))
  }
}
