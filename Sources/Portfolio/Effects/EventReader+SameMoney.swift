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
        Wording(
          isRepeated ? "#\(first.sequence) 自己也是重复的事项" : "#\(first.sequence) 是\(first.event.kind.chinese)（\(first.event.kind.name)），不是他方资金",
          isRepeated
            ? "#\(first.sequence) repeats another event itself"
            : "#\(first.sequence) is a \(first.event.kind.name) event, no money of others"),
        hint: Wording("写计入资金的那笔事项", "name the event that counts the money"), field: "same-as")
    }
    if let reversal = try history.reversal(of: first.sequence) {
      throw failure(
        .notTheSameMoney, Wording("#\(first.sequence) 已由 #\(reversal) 冲销", "#\(first.sequence) was reversed, by #\(reversal)"),
        hint: Wording("不写 same-as：由本条计入", "leave same-as out: this event is then the one that counts"), field: "same-as")
    }
    guard fact.amount == money.minorUnits, fact.commodity == money.commodity else {
      throw failure(
        .notTheSameMoney,
        Wording(
          "#\(first.sequence) 是 \(text(fact.amount))，本条是 \(text(money.minorUnits))",
          "#\(first.sequence) is about \(text(fact.amount)), this about \(text(money.minorUnits))"),
        hint: Wording("同一笔资金金额相同；另外的资金另记一条", "the same money has the same amount; record what is further money as an event of its own"),
        field: "same-as")
    }
    if let stage = EventReader.stage(of: fact), stage != traits.stage {
      let error = failure(
        .notTheSameMoney,
        Wording(
          "#\(first.sequence) 是\(stage.chinese)，本条是\((traits.stage ?? .paid).chinese)：同一资金的另一阶段不是重复登记",
          "#\(first.sequence) is \(stage.name), this \((traits.stage ?? .paid).name): another stage of the money repeats nothing"),
        hint: Wording(
          "不写 same-as，两条写同一单位：同一方的意向、认缴、实缴取其大者",
          "leave same-as out and name the same party on both: of what a party announced, signed and paid the greatest counts"),
        field: "same-as")
      // Earlier programs took it for the same money and counted it nowhere; what they recorded stays so.
      if !isReplayed { throw error }
      effect.warn(error.code, error.sentence, hint: error.advice, at: error.position)
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
