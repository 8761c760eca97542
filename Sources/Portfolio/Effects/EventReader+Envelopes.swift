import LedgerCore

extension EventReader {
  /// The envelope in a field, known or to be declared by this event; its programme must exist and run in its year.
  ///
  /// - Parameter model: an envelope whose nature and codes a new one takes over.
  func envelopeToDeclare(_ field: String = "envelope", like model: Envelope? = nil) throws(Diagnostic) -> Envelope {
    let name = event.text(field) ?? ""
    guard let parts = Register.envelopeParts(of: name) else {
      throw failure(
        .badFieldValue, Wording("预算指标的名称是 年度/项目计划，不是 \(name)", "an envelope is named YEAR/PROGRAMME, not \(name)"),
        hint: Wording("如 2022/拨改投", "as 2022/拨改投"), field: field)
    }
    guard let programme = register.programme(named: parts.programme) else {
      let near = register.nearestName(to: parts.programme, of: .programme)
      throw failure(
        .unknownProgramme, Wording("没有项目计划\(parts.programme)", "programme \(parts.programme) is not known"),
        hint: near.map { .didYouMean("\(parts.year)/\($0)") }
          ?? Wording("先登记：programme \(parts.programme)", "declare it first: programme \(parts.programme)"),
        field: field)
    }
    let known = register.envelope(named: name)
    if known == nil && !(programme.from.year...max(programme.from.year, programme.to.year)).contains(parts.year) {
      throw failure(
        .outsideProgramme,
        Wording(
          "\(programme.name)的期限是 \(Day.span(programme.from, programme.to))，不含 \(parts.year) 年",
          "\(programme.name) runs \(Day.span(programme.from, programme.to)), not in \(parts.year)"),
        hint: Wording("延长项目计划的期限，或更正年度", "declare the programme with a longer life, or correct the year"), field: field)
    }
    var envelope =
      known
      ?? Envelope(
        id: register.nextEnvelopeID(for: name), name: name, year: parts.year, programme: programme.id,
        document: event.text("doc") ?? "", nature: model?.nature ?? .general, function: model?.function ?? "",
        economic: model?.economic ?? "", departmentEconomic: model?.departmentEconomic ?? "",
        project: model?.project ?? "", department: model?.department ?? "", level: model?.level ?? level)
    envelope.nature = event.choice("nature").flatMap { FundNature(rawValue: $0) } ?? envelope.nature
    envelope.function = event.text("function") ?? envelope.function
    envelope.economic = event.text("economic") ?? envelope.economic
    envelope.departmentEconomic = event.text("department-economic") ?? envelope.departmentEconomic
    envelope.project = event.text("project") ?? envelope.project
    envelope.department = event.text("department") ?? envelope.department
    return envelope
  }

  /// The envelope in a field as this event would leave it; the keys of one that was spent from stand.
  func checkedEnvelope(_ field: String = "envelope", like model: Envelope? = nil) throws(Diagnostic) -> Envelope {
    let envelope = try envelopeToDeclare(field, like: model)
    guard let known = register.envelope(named: envelope.name), known != envelope,
      try position(of: known).wasSpent
    else { return envelope }
    throw failure(
      .envelopeKeysFixed,
      Wording("\(known.name)已有支出，分类不再变更", "money was spent from \(known.name); what it is classed as does not change any more"),
      hint: Wording("用正确的分类另设指标，把余额调剂过去", "open a new envelope with the right codes and transfer the rest to it"),
      field: Field.codes.map(\.name).first { !event[$0].isAbsent })
  }

  /// Whose money a budget document hands out.
  var level: BudgetLevel { event.choice("source").flatMap { BudgetLevel(rawValue: $0) } ?? .own }

  /// The envelope that an event must name, opened before.
  func requiredEnvelope() throws(Diagnostic) -> Envelope {
    guard let envelope = try envelope() else {
      throw failure(
        .missingField, Wording("\(event.kind.chinese)（\(event.kind.name)）要写明 envelope（预算指标）", "\(event.kind.name) needs envelope"),
        field: "envelope")
    }
    return envelope
  }

  /// The dimensions of what is about an envelope alone.
  func dimensions(of envelope: Envelope) -> Dimensions {
    Dimensions(programme: envelope.programme, envelope: envelope.id)
  }

  /// Refuses an envelope of another programme than the deal's, and one whose budget year is over.
  func checkSpending(from envelope: Envelope, on deal: Deal?, field: String? = "envelope") throws(Diagnostic) {
    if let deal, envelope.programme != deal.programme {
      throw failure(
        .outsideProgramme,
        Wording(
          "\(deal.name)属于\(register[deal.programme].name)，指标属于\(register[envelope.programme].name)",
          "\(deal.name) belongs to \(register[deal.programme].name), the envelope to \(register[envelope.programme].name)"),
        hint: Wording(
          "先把额度调剂到\(register[deal.programme].name)的指标", "transfer the money to an envelope of \(register[deal.programme].name) first"),
        field: field)
    }
    guard let last = register.lastDay(ofBudgetYear: envelope.year) else { return }
    if day > last {
      throw failure(
        .outsideBudgetYear,
        Wording(
          "\(envelope.name)到 \(last) 为止可以支出，事项日期是 \(day)", "\(envelope.name) could be spent until \(last), the event is dated \(day)"),
        hint: Wording("先结转：carry \(envelope.name) 金额 to:…", "carry the money over first: carry \(envelope.name) AMOUNT to:…"), field: field)
    }
  }

  /// Refuses an event outside the days in which the deal's programme runs.
  func checkProgramme(of deal: Deal) throws(Diagnostic) {
    let programme = register[deal.programme]
    if day < programme.from || day > programme.to {
      throw failure(
        .outsideProgramme,
        Wording(
          "\(programme.name)的期限是 \(Day.span(programme.from, programme.to))，事项日期是 \(day)",
          "\(programme.name) runs \(Day.span(programme.from, programme.to)), the event is dated \(day)"),
        hint: Wording("延长项目计划的期限，或更正日期", "declare the programme with a longer life, or correct the date"))
    }
  }

  /// The envelope in the field, else the only one of which the deal has something by a measure of its position.
  func envelope(ofDealBy amounts: [EnvelopeID: Int64]) throws(Diagnostic) -> Envelope? {
    if let named = try envelope() { return named }
    let held = amounts.filter { $0.value > 0 }
    return held.count == 1 ? held.first.map { register[$0.key] } : nil
  }
}

extension Register {
  /// The id that an envelope has or will have when it is declared next.
  func nextEnvelopeID(for name: String) -> EnvelopeID {
    EnvelopeID(envelopeNames.find(name) ?? Int32(clamping: envelopeNames.count + 1))
  }
}

extension EventDeclaration {
  /// The declaration that opens the envelope of a field; the effect rule of the kind has checked it before.
  static func opening(_ field: String, like source: String? = nil) -> DeclareRule {
    { (reader: EventReader, register: Register) throws(Diagnostic) -> Void in
      let model = source.flatMap { reader.event.text($0) }.flatMap { register.envelope(named: $0) }
      register.declare(try reader.envelopeToDeclare(field, like: model))
    }
  }
}
