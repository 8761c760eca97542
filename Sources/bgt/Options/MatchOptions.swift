import ArgumentParser
import FundLedger

/// Which account is matched, and how far apart items may lie.
struct MatchOptions: ParsableArguments {
  @Option(help: ArgumentHelp("科目（缺省为有对账单的科目）。", "Account (default: the one that has statements)."))
  var account: String?

  @Option(help: ArgumentHelp("双方最多相隔的天数，文号相同者不限。", "Days between both sides at most, unless a document number is shared."))
  var days: Int?

  /// The rules of matching.
  var rules: MatchRules {
    get throws {
      var rules = MatchRules()
      if let days {
        guard (0...366).contains(days) else { throw ValidationError(Wording("--days 是 0 到 366 的数", "--days is a number from 0 to 366")) }
        rules.days = days
      }
      return rules
    }
  }
}
