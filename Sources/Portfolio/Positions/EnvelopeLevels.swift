/// What of an envelope may not sink below zero either and no rule of an event asks for: kept by day for the check of levels alone.
struct EnvelopeLevels {
  /// 已签约未付.
  private(set) var signed = DatedSum()
  /// 已结转.
  private(set) var carried = DatedSum()
  /// 已收回.
  private(set) var lapsed = DatedSum()

  /// Takes one more fact in.
  mutating func apply(_ fact: Fact) {
    let own = EnvelopePosition.levels(of: fact)
    if own.signed != 0 { signed.add(own.signed, on: fact.day) }
    if own.carried != 0 { carried.add(own.carried, on: fact.day) }
    if own.lapsed != 0 { lapsed.add(own.lapsed, on: fact.day) }
  }
}
