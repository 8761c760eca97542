import LedgerCore

/// The rule of books that ask for two persons: whoever prepares does not review (制单与复核不得为同一人).
public enum TwoPersons {
  /// What stands for the name of somebody whom the machine does not know: nobody.
  public static let unknown = "unknown"

  /// Refuses a reviewer who is nobody, or the preparer under another spelling.
  ///
  /// - Throws: `needsReviewer` when one of the two is not named, `samePerson` when both are one.
  public static func check(preparer: String, reviewer: String) throws(Diagnostic) {
    if !isNamed(preparer) || !isNamed(reviewer) {
      throw Diagnostic(
        .needsReviewer, Wording("本账簿不由一人经手制单和记账", "these books post nothing that one person alone prepared and recorded"),
        hint: Wording("所记内容作为草稿等待；由另一人用 bgt approve 记账", "what is recorded waits as a draft; another person posts it with bgt approve"))
    }
    if plain(preparer) == plain(reviewer) {
      throw Diagnostic(
        .samePerson, Wording("\(reviewer)是制单人，不能自己复核", "\(reviewer) prepared this and may not approve it as well"),
        hint: Wording("由另一人复核，或用 bgt void 作废", "another person has to approve it, or void it with bgt void"))
    }
  }

  /// Refuses a person without a name, who could be anybody.
  ///
  /// - Throws: `namelessActor`.
  public static func check(actor: String) throws(Diagnostic) {
    if isNamed(actor) { return }
    throw Diagnostic(
      .namelessActor, Wording("本账簿须两人经手，未写明经办人", "these books ask for two persons, and nobody is named who records"),
      hint: Wording(
        "命令前写 BGT_ACTOR=姓名，或 export BGT_ACTOR=姓名",
        "say who you are: BGT_ACTOR=NAME before the command, or export BGT_ACTOR=NAME"))
  }

  private static func isNamed(_ name: String) -> Bool {
    let plain = plain(name)
    return !plain.isEmpty && plain != unknown
  }

  /// A name as it is compared: without blanks, which names of two characters are often spread with, in small letters of half
  /// width.
  private static func plain(_ name: String) -> String { HalfWidth.of(name).lowercased().filter { !$0.isWhitespace } }
}
