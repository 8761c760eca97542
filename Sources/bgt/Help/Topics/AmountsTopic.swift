import FundLedger

extension HelpTopic {
  /// How amounts are written and shown.
  static let amounts = HelpTopic(
    name: "amounts", chinese: "金额", summary: Phrase("金额、单位、币种、比例", "amounts, units, commodities, shares"),
    text: Phrase(
      """
      金额

      写法：5,000,000.00 CNY、500万元、0.05亿元、¥500、USD 20；不写币种即本位币。
      千位分隔用逗号，小数点用句点。负数前加 -。金额保存到分，不四舍五入：
      小数位多于币种的小数位时拒绝。

      其他币种先声明代码和小数位（CNY、USD、EUR、HKD、JPY 等已知）：

        commodity 份额 4

      比例和利率写作 8.5%；期限写作 5y、18m，或 5年、18个月。
      报表单位用 --unit 元|万元|亿元；CSV 和 JSON 始终是原单位的准确数。
      借方为正，贷方为负。
      """,
      """
      Amounts

      Write 5,000,000.00 CNY, 500万元, 0.05亿元, ¥500 or USD 20; without a commodity
      an amount is of the book's base commodity. Commas part thousands, a point parts
      decimals, - stands before a negative amount. Amounts are kept to the minor unit
      and never rounded: more decimals than the commodity has are refused.

      Other commodities are declared with code and decimals (CNY, USD, EUR, HKD, JPY
      and other common ones are known):

        commodity 份额 4

      Shares and rates are written 8.5%; terms 5y or 18m.
      --unit 元|万元|亿元 (yuan, wan, yi) sets the unit of reports; CSV and JSON always
      hold exact numbers in the commodity's own unit.
      Debits are positive, credits negative.
      """))
}
