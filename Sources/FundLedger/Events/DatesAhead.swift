import LedgerCore
import Portfolio

/// Events dated after the day on which they are recorded: counted, and said once.
public struct DatesAhead: Sendable {
  /// The day on which they are recorded; `.never` where no clock was given.
  let today: Day
  private var count = 0
  private var first: (day: Day, kind: EventDeclaration, position: SourcePosition?)?

  init(today: Day) { self.today = today }

  /// What is said of events that were recorded together; nil when none of them lies ahead.
  public static func warning(of events: [Event], today: Day) -> Diagnostic? {
    var dates = DatesAhead(today: today)
    for event in events { dates.add(event) }
    return dates.warning
  }

  /// Takes in an event that was recorded.
  mutating func add(_ event: Event) {
    guard let day = event.day, day > today, !event.kind.mayLieAhead else { return }
    count += 1
    if first == nil { first = (day, event.kind, event.position()) }
  }

  /// What is said of them; nil when there are none.
  var warning: Diagnostic? {
    guard let first else { return nil }
    let more = count > 1 ? Wording("；另有 \(count - 1) 条", "; \(count - 1) more") : .none
    return Diagnostic(
      .datedAhead,
      Wording(
        "\(first.kind.chinese)（\(first.kind.name)）的日期 \(first.day) 在今天（\(today)）以后",
        "\(first.kind.name) is dated \(first.day), after today, \(today)") + more,
      hint: Wording(
        "核对日期，误登的用 bgt reverse 冲销；尚未发生的事项用 plan 或 terms 登记",
        "check the date, and reverse what is wrong; what has not happened yet is recorded with plan or terms"),
      at: first.position, severity: .warning)
  }
}
