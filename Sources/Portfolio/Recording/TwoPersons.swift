import LedgerCore

/// The rule of books that ask for two persons: whoever prepares does not review (制单与审核不得为同一人).
public enum TwoPersons {
  /// Refuses a reviewer who is nobody, or the preparer under another spelling.
  ///
  /// - Throws: `needsReviewer` when one of the two is not named, `samePerson` when both are one.
  public static func check(preparer: String, reviewer: String) throws(Diagnostic) {
    let (first, second) = (plain(preparer), plain(reviewer))
    if first.isEmpty || second.isEmpty {
      throw Diagnostic(
        .needsReviewer, Wording("本账簿不由一人经手制单和记账", "these books post nothing that one person alone prepared and recorded"),
        hint: Wording("所记内容作为草稿等待；由另一人用 bgt approve 记账", "what is recorded waits as a draft; another person posts it with bgt approve"))
    }
    if first == second {
      throw Diagnostic(
        .samePerson, Wording("\(reviewer)是制单人，不能自己复核", "\(reviewer) prepared this and may not approve it as well"),
        hint: Wording("由另一人复核，或用 bgt void 作废", "another person has to approve it, or void it with bgt void"))
    }
  }

  /// A name without the spaces around it, in small letters.
  private static func plain(_ name: String) -> String {
    var text = name.lowercased()[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
