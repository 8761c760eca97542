import LedgerCore
import Portfolio

extension PeerEvents {
  /// Records what is noted on a day.
  func record(_ remark: PeerRemark, on day: Day, file: Int32, line: Int32) {
    guard !isStopped, let kind = EventCatalog.kind(named: "remark") else { return }
    var event = Event(kind, day: day)
    place(&event, file: file, line: line)
    event["about"] = .text(remark.about)
    let text = remark.text ?? BeancountValue.text(of: remark.values.map(value))
    if remark.text != nil || !text.isEmpty { event["text"] = .text(text) }
    if remark.form != "event" { setChoice("form", remark.form, &event) }
    let meta = remark.meta.filter { !keep($0.text, of: $0.key, in: &event) }
    if let only = meta.first, meta.count == 1, only.key == PeerBooks.Remark.noteKey, case .text(let text) = only.value {
      event["note"] = .text(text)
    } else if !meta.isEmpty {
      event["note"] = .text(meta.map { "\($0.key): \(value($0.value).inNote)" }.joined(separator: "\n"))
    }
    hand(event)
  }

  /// Puts metadata that our export wrote back into the field that it came from; false for any other.
  private func keep(_ value: String, of key: String, in event: inout Event) -> Bool {
    guard journal.export != nil else { return false }
    switch PeerBooks.Remark.Key(rawValue: key) {
    case .doc: event["doc"] = .text(value)
    case .key: event["key"] = .text(value)
    case .attachments:
      guard let count = Int64(value) else { return false }
      event["attachments"] = .integer(count)
    case nil: return false
    }
    return true
  }

  /// A value with the names that our books have.
  private func value(_ value: PeerRemark.Value) -> BeancountValue {
    switch value {
    case .text(let text): .text(text)
    case .word(let word): .word(word)
    case .amount(let number, let commodity): .amount(number: number, commodity: journal.commodities[Int(commodity)].code)
    case .account(let place): .account(journal.accounts[Int(place)].name)
    case .commodity(let place): .commodity(journal.commodities[Int(place)].code)
    }
  }
}
