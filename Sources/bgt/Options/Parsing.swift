import ArgumentParser
import FundLedger

/// Turns words of the command line into values, with a message that says what would be right.
enum Parsing {
  static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw ValidationError("\(text) is not a date; write it as 2022-12-31") }
    return day
  }

  static func format(_ text: String) throws -> Format {
    guard let format = Format(rawValue: text) else {
      throw ValidationError("\(text) is not a format; there are \(Format.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return format
  }

  static func language(_ text: String) throws -> Language {
    guard let language = Language(rawValue: text.lowercased()) else {
      throw ValidationError("\(text) is not a language; there are zh and en")
    }
    return language
  }

  static func unit(_ text: String) throws -> MoneyUnit {
    guard let unit = MoneyUnit(named: text) else {
      throw ValidationError("\(text) is not a unit; there are 元, 万元, 亿元 (yuan, wan, yi)")
    }
    return unit
  }

  static func book(_ text: String) throws -> AccountBook? {
    if text == "all" || text == "全部" { return nil }
    guard let book = AccountBook(name: text) else {
      throw ValidationError("\(text) is not a set of accounts; there are fiscal, budget, quota, leverage and all")
    }
    return book
  }

  static func grouping(_ text: String) throws -> Grouping {
    guard let grouping = Grouping(rawValue: text) else {
      throw ValidationError("there is no \(text) to group by; there are \(Grouping.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return grouping
  }

  static func tier(_ text: String) throws -> CapitalTier {
    guard let tier = CapitalTier(rawValue: text) else {
      throw ValidationError("\(text) is not a tier; there are narrow and wide")
    }
    return tier
  }

  static func period(_ text: String) throws -> CashflowPeriod {
    guard let period = CashflowPeriod(rawValue: text) else {
      throw ValidationError("\(text) is not a period; there are \(CashflowPeriod.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return period
  }

  static func form(_ text: String) throws -> EventFile.Form {
    guard let form = EventFile.Form(rawValue: text) else {
      throw ValidationError("\(text) is not a format of events; there are journal, csv and json")
    }
    return form
  }
}
