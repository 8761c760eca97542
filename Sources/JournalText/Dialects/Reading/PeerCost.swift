/// What stands behind the amount of a posting: the price that was paid and the lot that it belongs to.
struct PeerCost {
  /// A price for each unit, or for all of them.
  struct Price {
    var number: PeerNumber
    /// The place of its commodity in `PeerJournal.commodities`.
    var commodity: Int32
    var isTotal: Bool
  }

  /// What was exchanged: `@` or `@@`.
  var price: Price?
  /// What the lot cost: `{}` or `{{}}`.
  var lot: Price?
  /// All of it as written, kept as the note of the line.
  var text = PeerText.none
}
