import Portfolio

/// The events of a register gathered into rows: those about the same deal side by side, the first of each in the first row.
struct RegisterRows {
  /// The events of each row, by the name of their slot.
  private(set) var rows: [[String: Event]] = []

  init(_ events: [Event], kind: RegisterKind) {
    let slots = kind.slots.filter(\.isWritten)
    var names: [String: Event] = [:]
    var subjects: [String] = []
    var facts: [String: [String: [Event]]] = [:]
    for event in events {
      guard let slot = slots.first(where: { $0.kind == event.kind }) else { continue }
      if slot.declaresName {
        let name = event.text("name") ?? ""
        names["\(slot.name) \(name)"] = names["\(slot.name) \(name)"].map { RegisterRows.merged($0, event) } ?? event
        if slot.name == "deal", facts[name] == nil { facts[name] = [:]; subjects.append(name) }
        continue
      }
      if slot.choice != nil {
        rows.append([slot.name: event])
        continue
      }
      let subject = event.text("deal") ?? event.text("programme") ?? ""
      if facts[subject] == nil { facts[subject] = [:]; subjects.append(subject) }
      facts[subject, default: [:]][slot.name, default: []].append(event)
    }
    var told: Set<String> = []
    for subject in subjects {
      let bySlot = facts[subject] ?? [:]
      for index in 0..<max(bySlot.values.map(\.count).max() ?? 0, names["deal \(subject)"] == nil ? 0 : 1) {
        var row = bySlot.compactMapValues { $0.indices.contains(index) ? $0[index] : nil }
        if index == 0, let deal = names["deal \(subject)"] {
          row["deal"] = deal
          if let party = deal.text("party"), told.insert(party).inserted { row["party"] = names["party \(party)"] }
        }
        rows.append(row)
      }
    }
  }

  /// What was said first with what was said later of it.
  private static func merged(_ old: Event, _ new: Event) -> Event {
    var event = old
    for (index, value) in new.values.enumerated() where !value.isAbsent { event.values[index] = value }
    return event
  }
}
