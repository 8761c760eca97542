/// What an account is said to hold after a posting.
struct PeerAssertion {
  var number: PeerNumber
  /// The place of its commodity in `PeerJournal.commodities`; -1 when it names none.
  var commodity: Int32
  /// `==`: the account holds nothing else.
  var isSole: Bool
  /// `=*`: with all accounts below it.
  var isInclusive: Bool
  /// Where it stands.
  var text: PeerText
}
