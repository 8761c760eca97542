import LedgerCore
import Portfolio

extension Book {
  /// A warning where another draft that waits says what a draft says; nil when none does.
  public func repetition(inDraft id: Int64) throws(Diagnostic) -> Diagnostic? {
    let events = Book.events(in: try draft(id).text)
    var most: (draft: Draft, count: Int)?
    for other in try drafts(.open) where other.id != id {
      let known = Set(Book.events(in: other.text))
      let count = events.count { known.contains($0) }
      if count > most?.count ?? 0 { most = (other, count) }
    }
    guard let (other, count) = most else { return nil }
    let all = count == events.count
    let name = other.preparer
    return Diagnostic(
      .alreadyRecorded,
      Wording(
        "草稿 \(id) 的 \(events.count) 笔事项中有 \(count) 笔与待复核的草稿 \(other.id)（\(name)）相同",
        "\(count) of the \(EnglishCount.of(events.count, "event")) of draft \(id) \(count == 1 ? "is" : "are") in draft \(other.id) too, by \(name)"
      ),
      hint: all
        ? Wording(
          "重复的作废一个：bgt void \(id) --reason 重复；确实又发生一次的用 --again 记",
          "give one of them up: bgt void \(id) --reason …; when the same happened once more, record it with --again")
        : Wording("两个草稿不能都复核记账：作废其中一个，改正后再记", "only one of them can be approved: give one up, correct it and record it again"),
      severity: .warning)
  }

  /// The canonical texts of events that stand one after the other: a line, with the indented ones after it.
  private static func events(in text: String) -> [String] {
    var events: [String] = []
    for line in text.split(separator: "\n") {
      if line.first == " " || line.first == "\t", let last = events.popLast() {
        events.append("\(last)\n\(line)")
      } else {
        events.append(String(line))
      }
    }
    return events
  }
}
