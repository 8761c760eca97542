import LedgerCore

extension EventDeclaration {
  /// Recovered money set free for new investments (滚动使用).
  static let recycle = EventDeclaration(
    "recycle", "滚动使用", .investment,
    summary: "Sets recovered money at the holder free for new investments; it raises what is invested, not the budget.",
    summaryChinese: "批准受托机构将收回资金滚动用于新投资；增加投资额，不增加预算。",
    fields: [.programme.positional, .amount.positional, .dealOfMoney],
    example: "2024-03-01 recycle 拨改投 3,000,000.00 CNY doc:聊财资〔2024〕5号",
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      let dimensions = try reader.recoveredDimensions(atLeast: money)
      var traits = Traits()
      traits.isRecycled = true
      effect.add(.recycled, money, dimensions, traits: traits)
    })
}
