import LedgerCore

extension EventReader {
  /// Records a contribution that repeats another one as such, when the event says so: it is listed and counted nowhere.
  ///
  /// - Returns: whether the event names another one that recorded the same money.
  func addRepeated(
    _ money: Money, _ dimensions: Dimensions, _ traits: Traits, to effect: inout Effect
  ) throws(Diagnostic) -> Bool {
    if event["same-as"].isAbsent { return false }
    let first = try original("same-as")
    guard let fact = first.facts.first(where: { EventReader.contributions.contains($0.measure) }) else {
      let isRepeated = first.facts.contains { $0.measure == .repeated }
      throw failure(
        .notTheSameMoney,
        isRepeated
          ? "#\(first.sequence) repeats another event itself"
          : "#\(first.sequence) is a \(first.event.kind.name) event, no money of others",
        hint: "name the event that counts the money", field: "same-as")
    }
    if let reversal = try history.reversal(of: first.sequence) {
      throw failure(
        .notTheSameMoney, "#\(first.sequence) was reversed, by #\(reversal)",
        hint: "leave same-as out: this event is then the one that counts", field: "same-as")
    }
    guard fact.amount == money.minorUnits, fact.commodity == money.commodity else {
      throw failure(
        .notTheSameMoney, "#\(first.sequence) is about \(text(fact.amount)), this about \(text(money.minorUnits))",
        hint: "the same money has the same amount; record what is further money as an event of its own", field: "same-as")
    }
    if let stage = EventReader.stage(of: fact), stage != traits.stage {
      throw failure(
        .notTheSameMoney,
        "#\(first.sequence) is \(stage.name), this \((traits.stage ?? .paid).name): a further stage of the money repeats nothing",
        hint: "leave same-as out and name the same party on both: of what a party announced, signed and paid the furthest counts",
        field: "same-as")
    }
    effect.add(.repeated, money, dimensions, traits: traits)
    return true
  }

  /// How far the money of a fact had come; nil for loans and what says nothing of it.
  private static func stage(of fact: Fact) -> ContributionStage? {
    fact.measure == .announced ? .announced : fact.measure == .lent ? nil : fact.traits.stage
  }

  private static let contributions: Set<Measure> = [.contributed, .lent, .announced]
}
