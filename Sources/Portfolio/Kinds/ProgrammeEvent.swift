import LedgerCore

extension EventDeclaration {
  /// Declares a programme: a line of the budget under which equity is bought.
  static let programme = EventDeclaration(
    "programme", "项目计划", .register, dating: .optional,
    summary: "Declares a programme under which equity is bought, with its life and the multiplier it aims at.",
    summaryChinese: "声明以股权方式投入的项目计划、存续期间和目标放大倍数。",
    fields: [
      Field("name", "名称", .newName(.programme), "short name, part of envelope names", "简称，用于指标名称").positional,
      Field("full", "全称", .text, "full name", "全称").optionalPositional,
      Field("from", "起始", .day, "first day; the date of the event when absent", "起始日期，缺省为事项日期"),
      Field("to", "终止", .day, "last day", "终止日期"),
      Field(
        "target", "目标倍数", .multiple, "multiplier M1 that it aims at, 3 or 300% for three times", "目标放大倍数，3 或 300% 即三倍"),
    ],
    example: "programme 拨改投 \"新旧动能转换拨改投资金\" from:2019-01-01 target:300%",
    declare: { reader, register throws(Diagnostic) in
      let event = reader.event
      let name = event.text("name") ?? ""
      if name.isEmpty || name.contains("/") {
        throw reader.failure(
          .badFieldValue, Wording("项目计划的名称不能为空，不能含 /", "a programme's name is not empty and has no /"),
          hint: Wording("预算指标的名称是 年度/项目计划", "envelopes are named YEAR/PROGRAMME"),
          field: "name")
      }
      let known = register.programme(named: name)
      let from = event.day("from") ?? event.day ?? known?.from ?? .always
      let to = event.day("to") ?? known?.to ?? .never
      if to < from {
        throw reader.failure(
          .badFieldValue, Wording("项目计划的终止日早于起始日", "the programme ends before it begins"),
          hint: Wording("更正 from 或 to", "correct from or to"), field: "to")
      }
      register.declare(
        Programme(
          id: .none, name: name, fullName: event.text("full") ?? known?.fullName ?? "", from: from, to: to,
          target: event.rate("target") ?? known?.target))
    })
}
