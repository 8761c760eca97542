import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

/// Books with a treasury that pays companies, and statements of it.
enum StatedBooks {
  /// Two companies with a deal each and 100 million in the treasury on 1 June 2022.
  static let preamble =
    companies + "2022-05-31 * 拨入\n    国库存款   100,000,000.00 CNY\n    一般公共预算收入  -100,000,000.00 CNY\n"

  /// Two companies with a deal each, and no money yet.
  static let companies = """
    programme 拨改投 from:2019-01-01
    party 力得 "力得汽车科技股份有限公司" kind:company
    party 新芯 "新芯半导体有限公司" kind:company
    2022-01-20 budget 2022/拨改投 100,000,000.00
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:直接投资
    2022-05-30 deal 新芯/A party:新芯 programme:拨改投 method:直接投资

    """

  /// A statement from 1 June to a day with its lines `date amount counterparty [number] [text]`, its sums worked out.
  static func statement(from: String = "2022-06-01", to: String, opening: Int64 = 100_000_000, _ lines: String) -> String {
    var text = ""
    var (received, paid): (Int64, Int64) = (0, 0)
    var count = 0
    for (index, line) in lines.split(separator: "\n").enumerated() {
      let words = line.split(separator: " ").map(String.init)
      let amount = Int64(words[1]) ?? 0
      if amount > 0 { received += amount } else { paid -= amount }
      count += 1
      text += "\(words[0]) statement-line 国库存款 \(amount).00 CNY key:L\(words[0])-\(index)"
      for (field, word) in zip(["counterparty", "number", "text"], words.dropFirst(2)) where word != "-" {
        text += " \(field):\(word)"
      }
      text += "\n"
    }
    return "\(to) statement 国库存款 from:\(from) opening:\(opening).00 closing:\(opening + received - paid).00 "
      + "received:\(received).00 paid:\(paid).00 lines:\(count)\n" + text
  }

  /// The open items of a reconciliation as `side amount class state`.
  static func open(_ document: ReportDocument) throws -> [String] {
    guard let table = document.tables.first(where: { $0.id == "open" }) else { return [] }
    return table.rows.map { row in
      let words = [row.cells[1].words, "\((row.cells[5].minorUnits ?? 0) / 100)", row.cells[7].words, row.cells[8].words]
      return words.compactMap(\.self).joined(separator: " ")
    }
  }

  /// The amount of a line of 余额调节表, by its code, in whole units.
  static func balance(_ document: ReportDocument, _ code: String) throws -> Int64 {
    for row in try document.table("balances").rows {
      for column in [0, 2] where row.cells[column].words == code { return (row.cells[column + 1].minorUnits ?? 0) / 100 }
    }
    return 0
  }
}
