import LedgerCore
import Portfolio

/// Accounts and dimensions as the electronic-ledger files write them.
struct AccountColumns {
  let register: Register

  /// The code, or the name of an account without one, by which the files refer to it.
  func code(of account: Account) -> String { account.code.isEmpty ? account.name : account.code }

  /// 1 for a code of four digits, one more for every two after it; by the parts of the name when there is no code.
  func level(of account: Account) -> Int {
    account.code.count >= 4 ? 1 + (account.code.count - 3) / 2 : account.name.split(separator: ":").count
  }

  /// 资产, 负债 … as the chart says.
  func className(of account: Account) -> String {
    switch account.accountClass {
    case .asset: "资产"
    case .liability: "负债"
    case .netAssets: "净资产"
    case .income: "收入"
    case .expense: "费用"
    case .memo: "备查"
    }
  }

  /// 借 or 贷: the side on which a balance normally stands.
  func side(of account: Account) -> String { account.accountClass.normalSide == .debit ? "借" : "贷" }

  /// The side on which an amount stands: 借, 贷, or 平 for none.
  func side(of amount: Int64) -> String { amount > 0 ? "借" : amount < 0 ? "贷" : "平" }

  /// The dimensions that apply, each with its value: `项目计划=拨改投;投资项目=力得/A`.
  func group(of dimensions: Dimensions) -> String {
    values(of: dimensions).map { "\($0.0)=\($0.1)" }.joined(separator: ";")
  }

  /// The names of the dimensions that apply.
  func names(of dimensions: Dimensions) -> [String] { values(of: dimensions).map(\.0) }

  private func values(of dimensions: Dimensions) -> [(String, String)] {
    var values: [(String, String)] = []
    if !dimensions.programme.isNone { values.append(("项目计划", register[dimensions.programme].name)) }
    if !dimensions.envelope.isNone { values.append(("指标", register[dimensions.envelope].name)) }
    if !dimensions.deal.isNone { values.append(("投资项目", register[dimensions.deal].name)) }
    if !dimensions.party.isNone { values.append(("单位", register[dimensions.party].name)) }
    if !dimensions.holder.isNone { values.append(("持股机构", register[dimensions.holder].name)) }
    return values
  }

  /// An amount with all decimals of its commodity, without separators.
  func text(_ amount: Int64, _ commodity: CommodityID) -> String {
    DecimalText.format(amount, scale: register[commodity].scale)
  }

  /// `20220615`, as the files write days.
  func text(_ day: Day) -> String { day.description.filter { $0 != "-" } }

  /// `06`, as the files write months.
  func text(_ month: Month) -> String { month.month < 10 ? "0\(month.month)" : "\(month.month)" }
}
