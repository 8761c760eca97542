import Analytics
import LedgerCore

/// A file of dated flows for rates of return: columns date and amount, with or without a row of names.
///
/// With a third column `series` (also `id`, `deal`, 项目) it holds several series of flows.
public struct FlowFile {
  /// The flows of one series in the order of the file; zero rows are kept, because a stated value of zero is a total loss.
  public struct Series: Sendable {
    /// The name of the series; empty in a file of one.
    public let name: String
    /// Its flows.
    public fileprivate(set) var flows: [DatedFlow]
  }

  /// The series in the order of their first rows; at least one.
  public let series: [Series]

  /// All flows in the order of the file, series by series.
  public var flows: [DatedFlow] { series.flatMap(\.flows) }

  /// Reads a table in text.
  ///
  /// - Throws: the first thing that is wrong, with its row and column.
  public init(reading path: String) throws(Diagnostic) {
    var rows = try DatedColumns(
      reading: path, number: ["amount", "金额"], label: ["series", "id", "deal", "项目", "序列"],
      isMoney: true)
    var series: [Series] = []
    var places: [String: Int] = [:]
    while let row = try rows.next() {
      let flow = DatedFlow(row.day, FlowFile.amount(row))
      if let place = places[row.label] {
        series[place].flows.append(flow)
      } else {
        places[row.label] = series.count
        series.append(Series(name: row.label, flows: [flow]))
      }
    }
    if series.isEmpty {
      throw Diagnostic(
        .fileUnreadable, Wording("\(path) 没有现金流", "\(path) has no flows"),
        hint: Wording("在 date,amount 下写 2022-06-15,-5000000.00", "write rows as 2022-06-15,-5000000.00 under date,amount"),
        at: SourcePosition(file: path, line: 1, column: 1))
    }
    self.series = series
  }

  /// The amount of a row in units of its commodity.
  private static func amount(_ row: DatedColumns.Row) -> Double {
    let power = (0..<abs(row.decimals)).reduce(1.0) { power, _ in power * 10 }
    return row.decimals < 0 ? Double(row.digits) * power : Double(row.digits) / power
  }
}
