import LedgerCore
import Portfolio

/// An account of a peer's journal and what was said of it.
struct PeerAccount {
  var name: String
  /// The class that the journal declares; nil when it must be told from the name.
  var accountClass: Account.Class?
  /// Whether the journal is an export of ours that says the class was a guess.
  var isClassGuessed = false
  var code = ""
  /// What its declaration says beside that, one thing a line.
  var note = ""
  /// What dated lines say of it: notes and documents of beancount.
  var remarks: [Remark] = []
  var book: AccountBook?
  /// Whether the journal declares it.
  var isDeclared = false
  /// Whether a posting names it.
  var isUsed = false
  /// The days between which beancount lets it be used.
  var from = Day.always
  var to = Day.never
  /// Where it was first named.
  var file: Int32 = 0
  var line: Int32 = 0

  /// A dated line about an account that moves nothing.
  struct Remark {
    /// The day, the word for it, and what it says.
    var text: String
    var file: Int32
    var line: Int32
  }
}
