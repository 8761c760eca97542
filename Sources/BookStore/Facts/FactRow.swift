import LedgerCore
import Portfolio

/// Facts as rows of the table `fact`.
enum FactRow {
  /// The columns of a query over `fact f`, in the order that `all` reads.
  static let columns = "f.seq, f.day, f.measure, f.amount, f.commodity, f.dimensions, f.traits, f.reverses"

  /// The facts of all rows that a statement gives.
  static func all(_ rows: RowStatement, _ ids: StoredIDs) throws(Diagnostic) -> [Fact] {
    var facts: [Fact] = []
    do throws(Diagnostic) {
      while try rows.step() { facts.append(try fact(rows, ids)) }
    } catch {
      rows.reset()
      throw error
    }
    return facts
  }

  private static func fact(_ row: RowStatement, _ ids: StoredIDs) throws(Diagnostic) -> Fact {
    guard let number = UInt8(exactly: row.int(2)), let measure = Measure(rawValue: number) else {
      throw StoreFailure.damaged(
        Wording(
          "事项 #\(row.int(0)) 的一项记载以 \(row.int(2)) 计量，没有这种计量",
          "event \(row.int(0)) has a fact of measure \(row.int(2)), which does not exist"))
    }
    return Fact(
      sequence: row.int(0), day: Day(number: Int32(clamping: row.int(1))), measure: measure, amount: row.int(3),
      commodity: try ids.commodity(row.int(4)), dimensions: try ids.dimensions(row.int(5)),
      traits: Traits(packed: row.int(6)), reverses: row.int(7))
  }
}
