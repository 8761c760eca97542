import LedgerCore
import Portfolio
import ReportDocument

/// An event as labelled figures: its kind, its day and each field that it fills.
struct EventFigures {
  /// The names behind the ids.
  let register: Register

  /// Kind, day and fields of an event at a place in the chain.
  func figures(of event: Event, sequence: Int64) -> [Figure] {
    var figures = [
      Figure("eventSequence", Phrase("编号", "Number"), .text("#\(sequence)")),
      Figure("eventKind", Phrase("类型", "Kind"), .code(event.kind.name, Phrase(event.kind.chinese, event.kind.name))),
    ]
    if let day = event.day { figures.append(Figure("eventDate", Phrase("日期", "Date"), .day(day))) }
    for (field, value) in zip(event.kind.fields, event.values) {
      guard let cell = cell(of: value, type: field.type) else { continue }
      let id = "field" + field.name.prefix(1).uppercased() + field.name.dropFirst()
      figures.append(Figure(id, Phrase(field.chinese, field.name.prefix(1).uppercased() + field.name.dropFirst()), cell))
    }
    return figures
  }

  private func cell(of value: FieldValue, type: FieldType) -> Cell? {
    switch value {
    case .absent: return nil
    case .text(let text): return .text(text)
    case .amount(let money): return .money(money.minorUnits, register[money.commodity])
    case .rate(let rate): return .text(rate.description)
    case .day(let day): return .day(day)
    case .integer(let number): return .integer(number)
    case .choice(let index):
      guard case .choice(let choices) = type, choices.indices.contains(index) else { return nil }
      return .code(choices[index].name, Phrase(choices[index].chinese, choices[index].name))
    }
  }
}
