import JournalText
import LedgerCore
import Portfolio

/// What a history is asked of.
public enum HistorySubject: Hashable, Sendable {
  /// One event and what reverses it.
  case event(Int64)
  /// Everything that names an account, a programme, an envelope, a deal or a party.
  case entity(EntityKind, String)
}

extension Book {
  /// What a person means by `力得/A`, `2022/拨改投`, a party, a programme, an account or its code, `#17`, `v:12`, or the key
  /// of an event; a name that stands for several things means all of them.
  ///
  /// - Throws: `unknownEvent` when the book knows nothing of the name.
  public func subjects(named name: String) throws(Diagnostic) -> [HistorySubject] {
    if name.hasPrefix("v:"), let voucher = Int64(name.dropFirst(2)) { return [.event(try event(ofVoucher: voucher))] }
    if name.hasPrefix("#"), let sequence = Int64(name.dropFirst()) {
      if try !holds(sequence) { throw Book.unknownSubject(name, nearest: nil) }
      return [.event(sequence)]
    }
    let register = register
    var subjects: [HistorySubject] = []
    if let account = register.account(named: name) { subjects.append(.entity(.account, account.name)) }
    if register.programme(named: name) != nil { subjects.append(.entity(.programme, name)) }
    if register.envelope(named: name) != nil { subjects.append(.entity(.envelope, name)) }
    if register.deal(named: name) != nil { subjects.append(.entity(.deal, name)) }
    if register.party(named: name) != nil { subjects.append(.entity(.party, name)) }
    if let event = try recorded(name) { subjects.append(.event(event.sequence)) }
    // A number that is no account's code is an event's.
    if subjects.isEmpty, let sequence = Int64(name), try holds(sequence) { subjects.append(.event(sequence)) }
    if !subjects.isEmpty { return subjects }
    let kinds: [EntityKind] = [.deal, .envelope, .party, .programme, .account]
    throw Book.unknownSubject(name, nearest: kinds.lazy.compactMap { register.nearestName(to: name, of: $0) }.first)
  }

  private func holds(_ sequence: Int64) throws(Diagnostic) -> Bool {
    let last = try head().sequence
    return sequence > 0 && sequence <= last
  }

  private func event(ofVoucher voucher: Int64) throws(Diagnostic) -> Int64 {
    try reading { _ throws(Diagnostic) in
      let sequence = try file.int("SELECT seq FROM voucher WHERE id = ? AND seq <= ?", voucher, knownAt)
      guard let sequence else {
        throw Diagnostic(
          .unknownEvent, Wording("没有凭证 \(voucher)", "there is no voucher \(voucher)"),
          hint: Wording("bgt register 列出凭证及编号", "bgt register shows the vouchers with their numbers"))
      }
      return sequence
    }
  }

  private static func unknownSubject(_ name: String, nearest: String?) -> Diagnostic {
    Diagnostic(
      .unknownEvent, Wording("账簿中没有 \(name)", "the book knows nothing of \(name)"),
      hint: nearest.map(Wording.didYouMean)
        ?? Wording(
          "写项目、指标、单位、项目计划、科目、事项（#17）或凭证（v:12）",
          "name a deal, an envelope, a party, a programme, an account, an event (#17) or a voucher (v:12)"))
  }
}
