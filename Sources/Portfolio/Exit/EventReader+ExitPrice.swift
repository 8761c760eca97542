import LedgerCore

extension EventReader {
  /// Adds the price due to an exit: as stated, else by the terms that hold on its day; then looks at what was given up.
  ///
  /// Terms bind whoever buys by agreement: a transfer or a buy-back. A market sale and a liquidation have no price by
  /// formula. A stated price stands, but that of the terms is kept beside it, and the principal is held to both.
  func addPriceDue(
    _ deal: Deal, _ way: ExitWay, _ taking: Taking, proceeds: Money, to effect: inout Effect
  ) throws(Diagnostic) {
    let isByAgreement = way == .transfer || way == .buyback
    let terms = isByAgreement ? register.exitTerms(of: deal.id, on: day) : nil
    let stated = event.amount("due")
    if let stated { try checkBase(stated, "due") }
    var theirs: Money?
    if let terms { theirs = try priceDue(deal, taking, under: terms, isStated: stated != nil, &effect) }
    if let instalment = taking.instalment {
      effect.add(.instalmentSold, Money(instalment, register.baseID), dimensions(of: deal))
    }
    if let due = stated ?? theirs {
      effect.add(.priceDue, due, dimensions(of: deal))
      if let theirs, theirs != due { keep(theirs, beside: due, deal, &effect) }
      warnOfShortfall(due, proceeds, &effect)
    }
    let owed = max(stated?.minorUnits ?? 0, theirs?.minorUnits ?? 0)
    // What the terms come to is not known without a rate or a valuation, but never less than the principal.
    let isFloored = theirs == nil && terms?.hasFloor == true
    try checkPrincipal(deal, isFloored ? .max : owed, proceeds, isBound: terms != nil, &effect)
  }

  /// Keeps the price by the terms where the event states another.
  private func keep(_ theirs: Money, beside stated: Money, _ deal: Deal, _ effect: inout Effect) {
    effect.add(.priceByTerms, theirs, dimensions(of: deal))
    effect.warn(
      .priceDueDiffers,
      Wording(
        "写的应收价是 \(text(stated.minorUnits))，按条款应收 \(text(theirs.minorUnits))",
        "\(text(stated.minorUnits)) is stated as due and \(text(theirs.minorUnits)) is due by the terms"),
      hint: Wording("不写 due 即按条款计算；bgt report exits 两个都列", "leave due out to take the price by the terms; bgt report exits shows both"),
      at: event.position(of: "due"))
  }

  /// The price by the terms; nil when something is missing, with a warning unless the event states a price.
  private func priceDue(
    _ deal: Deal, _ taking: Taking, under terms: ExitTerms, isStated: Bool, _ effect: inout Effect
  ) throws(Diagnostic) -> Money? {
    // A worth of nothing leaves no fact, but is a valuation.
    let isValued = try position(of: deal).worth.amount(asOf: day) != nil
    let value = isValued ? effect.facts.first { $0.measure == .valueOut }?.amount ?? 0 : nil
    let cost = effect.facts.first { $0.measure == .costOut }?.amount ?? 0
    var instalments = try instalments(of: deal)
    let taken = instalments.take(cost, of: taking.instalment)
    do throws(ExitPriceObstacle) {
      let price = try ExitPrice(
        of: taken, under: terms, on: day, firstPaid: instalments.firstPaid, rates: ExitRateLookup(register.rates),
        value: value)
      return Money(price.amount, register.baseID)
    } catch {
      if isStated { return nil }
      effect.warn(
        .priceNotComputed, Wording("\(deal.name)的应收价无法计算：", "the price due of \(deal.name) could not be reckoned: ") + error.sentence,
        hint: error.advice + Wording("，或用 due: 写明应收价", ", or state the price with due:"), at: event.position())
      return nil
    }
  }

  private func warnOfShortfall(_ due: Money, _ proceeds: Money, _ effect: inout Effect) {
    guard proceeds.minorUnits < due.minorUnits, event.text("doc") == nil else { return }
    effect.warn(
      .belowPriceDue,
      Wording(
        "收到 \(text(proceeds.minorUnits))，按条款应收 \(text(due.minorUnits))",
        "\(text(proceeds.minorUnits)) was received and \(text(due.minorUnits)) is due by the terms"),
      hint: Wording("用 doc: 写明批准文件", "add doc: with the document that approves it"), at: event.position(of: "amount"))
  }

  /// 让利 comes out of gain only: what an exit by agreement gives up of the principal needs an authorised exception.
  ///
  /// - Parameter owed: the price due as stated or by the terms, the higher; the principal is owed as far as it reaches.
  private func checkPrincipal(
    _ deal: Deal, _ owed: Int64, _ proceeds: Money, isBound: Bool, _ effect: inout Effect
  ) throws(Diagnostic) {
    try checkException()
    let cost = effect.facts.first { $0.measure == .costOut }?.amount ?? 0
    let base = min(cost, owed)
    let givenUp = isBound ? max(0, base - max(0, proceeds.minorUnits)) : 0
    guard let reason = event.text("override"), let who = event.text("authorised") else {
      if givenUp == 0 { return }
      throw failure(
        .principalGivenUp,
        Wording(
          "\(deal.name)的本金将让出 \(text(givenUp))；让利只能出自收益",
          "\(text(givenUp)) of the principal of \(deal.name) would be given up; what is given up comes out of gain only"),
        hint: Wording(
          "转让价至少 \(text(base))；例外要写 override:原因 和 authorised:批准人",
          "sell for at least \(text(base)); an exception needs override:REASON and authorised:WHO"), field: "amount")
    }
    if givenUp == 0 {
      return effect.warn(
        .exceptionNeedless, Wording("没有让出本金，不需要例外", "nothing of the principal is given up; the exception was not needed"),
        hint: Wording("不列入例外", "nothing is listed among the exceptions"), at: event.position(of: "override"))
    }
    effect.add(.principalGivenUp, Money(givenUp, register.baseID), dimensions(of: deal))
    effect.warn(
      .principalGivenUpAuthorised,
      Wording(
        "\(deal.name)的本金让出 \(text(givenUp))；批准人\(who)：\(reason)",
        "\(text(givenUp)) of the principal of \(deal.name) is given up; authorised by \(who): \(reason)"),
      hint: Wording("bgt report exits 列出例外", "bgt report exits lists the exception"), at: event.position(of: "amount"))
  }
}
