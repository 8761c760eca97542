import LedgerCore

extension EventDeclaration {
  /// What is to be reached in a year (绩效目标).
  static let target = EventDeclaration(
    "target", "绩效目标", .register,
    summary: "Sets what is to be reached in a year; the performance report computes what was reached.",
    summaryChinese: "设定年度绩效目标值；实际完成值由绩效报表自账簿计算。",
    fields: [
      Field("metric", "指标名称", .choice(PolicyMetric.choices), "figure that is judged", "考核的指标").positional,
      Field("rate", "比例目标", .rate, "target of a share or multiple, 80% or 300%", "比例或倍数目标，如 80%、300%"),
      Field("amount", "金额目标", .amount, "target of an amount", "金额目标"),
      Field("count", "数量目标", .integer, "target of a number", "数量目标"),
      Field("year", "年度", .year, "year; that of the event when absent", "年度，缺省为事项日期所在年度"),
      Field("programme", "项目计划", .name(.programme), "only this programme", "仅限该项目计划"),
      Field("weight", "分值", .integer, "points that it counts", "该指标的分值"),
    ],
    example: "2022-01-20 target leverage rate:300% weight:20 doc:聊财绩〔2022〕3号",
    declare: { reader, register throws(Diagnostic) in register.targets.append(try reader.target()) })
}

extension EventReader {
  /// What a `target` event says.
  fileprivate func target() throws(Diagnostic) -> PerformanceTarget {
    guard let metric = PolicyMetric(rawValue: event.choice("metric") ?? "") else {
      throw failure(.missingField, Wording("target 要写明 metric（指标）", "target needs metric"), field: "metric")
    }
    let given = ["rate", "amount", "count"].filter { !event[$0].isAbsent }
    let needed =
      switch metric.measure {
      case .percent, .times, .years: "rate"
      case .money: "amount"
      case .count: "count"
      }
    guard given == [needed] else {
      throw failure(
        given.isEmpty ? .missingField : .conflictingFields,
        Wording(
          "\(metric.chinese)（\(metric.rawValue)）只用 \(needed) 设定",
          "\(metric.chinese) (\(metric.rawValue)) is set by \(needed)" + (given.isEmpty ? "" : " alone")),
        hint: Wording("写作 rate:80%、amount:500万元 或 count:10", "as rate:80%, amount:500万元 or count:10"),
        field: given.first { $0 != needed } ?? "metric")
    }
    let value: Int64 =
      switch needed {
      case "rate": event.rate("rate")?.partsPerBillion ?? 0
      case "amount": try positiveAmount().minorUnits
      default: event.integer("count") ?? 0
      }
    if value < 0 {
      throw failure(.badFieldValue, Wording("目标不能小于零", "a target is not below zero"), hint: Wording("请更正", "correct it"), field: needed)
    }
    let weight = event.integer("weight")
    if let weight, !(0...1000).contains(weight) {
      throw failure(
        .badFieldValue, Wording("权重是 0 到 1000 分", "a weight is a number of points from 0 to 1000"),
        hint: Wording("写作 20", "write it as 20"),
        field: "weight")
    }
    return PerformanceTarget(
      metric: metric, year: event.integer("year").map { Int(clamping: $0) } ?? day.year,
      programme: try programme()?.id ?? .none, value: value, weight: weight.map { $0 * 100 }, sequence: sequence)
  }
}
