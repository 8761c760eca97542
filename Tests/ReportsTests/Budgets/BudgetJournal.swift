/// Two years of a small programme whose statements are reckoned by hand, in the tests that use it.
let twoBudgetYears = """
  programme 甲 from:2020-01-01
  party 公司 kind:company
  party 基金 kind:fund
  account 税收收入 class:income
  2021-01-10 budget 2021/甲 10,000.00 CNY function:2150517 economic:50804
  2021-01-10 deal 公司/A party:公司 programme:甲 method:direct
  2021-03-01 pay 公司/A 6,000.00 CNY envelope:2021/甲 share:30%
  2021-12-31 result 公司/A 1,000.00 CNY
  2022-01-10 budget 2022/甲 20,000.00 CNY function:2150517 economic:50805
  2022-01-10 deal 基金/一期 party:基金 programme:甲 method:direct
  2022-02-01 raise 2022/甲 2,000.00 CNY
  2022-02-02 cut 2022/甲 1,000.00 CNY
  2022-03-01 pay 基金/一期 8,000.00 CNY envelope:2022/甲 share:20%
  2022-04-01 fee 甲 100.00 CNY envelope:2022/甲
  2022-04-02 advance 甲 50.00 CNY
  2022-04-03 fee 甲 30.00 CNY
  2022-04-04 interest 甲 7.00 CNY
  2022-05-01 declare 公司/A ours:200.00
  2022-06-01 receive 公司/A 150.00 CNY
  2022-07-01 exit 公司/A 4,000.00 CNY part:50%
  2022-08-01 exit 基金/一期 900.00 CNY part:10% cash:其他财政存款
  2022-09-01 remit 甲 500.00 CNY
  2022-12-31 result 公司/A -100.00 CNY
  2022-12-31 equity 基金/一期 ours:40.00
  2022-12-31 * 税收
      国库存款  5,000.00 CNY
      税收收入  -5,000.00 CNY
      资金结存  5,000.00 CNY
      预算收入:一般公共预算  -5,000.00 CNY

  """
