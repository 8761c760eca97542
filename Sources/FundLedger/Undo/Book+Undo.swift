import BookStore
import LedgerCore
import Portfolio

extension Book {
  /// The batch named `#17` or `17`, or the last one that has events of its own by `last`.
  ///
  /// - Throws: `unknownBatch` when there is none.
  public func batch(named name: String) throws(Diagnostic) -> Batch {
    let batches = try batches()
    if ["last", "最后"].contains(name) {
      for batch in batches.reversed() {
        if try !events(of: batch).isEmpty { return batch }
      }
      throw Diagnostic(
        .unknownBatch, Wording("本账簿还没有事项", "nothing was recorded in these books yet"),
        hint: Wording("bgt batches 列出各批次", "bgt batches lists the batches"))
    }
    let number = Int64(name.first == "#" ? String(name.dropFirst()) : name)
    if let found = batches.first(where: { $0.sequence == number }) { return found }
    let around = try number.map { number throws(Diagnostic) in try batch(ofEvent: number) } ?? nil
    throw Diagnostic(
      .unknownBatch, Wording("没有批次 \(name)", "there is no batch \(name)"),
      hint: Wording(
        around.map { "事项 \(name) 属于批次 #\($0.sequence)" } ?? "bgt batches 列出各批次",
        around.map { "#\($0.sequence) is the batch that event \(name) came under" } ?? "bgt batches lists the batches"))
  }
}
