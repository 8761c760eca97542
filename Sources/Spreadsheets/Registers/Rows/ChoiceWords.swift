import Portfolio

/// Words that offices write for those that a field knows.
enum ChoiceWords {
  /// What a field calls what offices call otherwise.
  private static let known: [String: String] = [
    "民间": "社会资本", "民间资本": "社会资本", "民间投资": "社会资本", "民营": "社会资本", "民营资本": "社会资本", "私营": "社会资本",
    "国有企业": "国企", "国有资本": "国企", "国有": "国企", "股权转让": "转让", "协议转让": "转让", "挂牌转让": "转让",
    "减持": "上市减持", "二级市场减持": "上市减持", "股权回购": "回购", "股东回购": "回购", "企业回购": "回购",
    "破产清算": "清算", "解散清算": "清算", "年初预算": "预算", "预算批复下达": "预算", "追加预算": "追加", "预算追加": "追加",
    "追减预算": "追减", "预算追减": "追减", "收回预算": "收回", "预算收回": "收回", "结转下年": "结转",
    "已到位": "实缴", "到位": "实缴", "已实缴": "实缴", "已出资": "实缴", "已签约": "认缴", "已认缴": "认缴", "拟投": "意向", "已退回": "退回",
  ]

  /// The word of a field that a text means; the text itself when it is such a word, or means none.
  static func word(_ text: String, of choices: [Choice]) -> String {
    guard !choices.contains(where: { $0.name == text || $0.chinese == text }), let meant = known[text],
      choices.contains(where: { $0.chinese == meant })
    else { return text }
    return meant
  }
}
