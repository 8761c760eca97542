import LedgerCore

extension EventDeclaration {
  /// How strictly envelopes are kept from a day on; without one they are never exceeded.
  static let control = EventDeclaration(
    "control", "控制方式", .budget,
    summary: "Says from its day on what happens beyond an envelope: stop refuses, warn records with a warning, "
      + "ignore records; the narrowest control counts, of those the latest.",
    summaryChinese: "规定自当日起超出指标时如何处理：禁止、提示、不控制；范围最窄者优先，同范围以最近者为准。",
    fields: [
      Field("programme", "项目计划", .name(.programme), "only the envelopes of this programme", "仅限该项目计划的指标"),
      Field("envelope", "指标", .name(.envelope), "only this envelope", "仅限该指标"),
      Field("commit", "签约控制", .choice(ControlMode.choices), "for commitments", "签约环节"),
      Field("pay", "支付控制", .choice(ControlMode.choices), "for payments and fees", "支付环节"),
    ],
    example: "2022-01-01 control programme:拨改投 commit:warn pay:stop doc:聊财预〔2022〕1号",
    declare: { reader, register throws(Diagnostic) in register.declare(try reader.control()) })
}

extension EventReader {
  /// What a `control` event says.
  fileprivate func control() throws(Diagnostic) -> Control {
    let programme = try programme()
    let envelope = try envelope()
    if let programme, let envelope, envelope.programme != programme.id {
      throw failure(
        .outsideProgramme, Wording("\(envelope.name)不是\(programme.name)的预算指标", "\(envelope.name) is not an envelope of \(programme.name)"),
        field: "envelope")
    }
    let commit = ControlMode(name: event.choice("commit"))
    let pay = ControlMode(name: event.choice("pay"))
    if commit == nil && pay == nil {
      throw failure(
        .missingField, Wording("control 既没有写签约也没有写支付", "control says nothing of commitments nor of payments"),
        hint: Wording("加上 commit:warn 或 pay:stop", "add commit:warn or pay:stop"))
    }
    return Control(
      programme: programme?.id ?? .none, envelope: envelope?.id ?? .none, from: day, commit: commit, pay: pay)
  }
}
