import LedgerCore

/// Tells whether a book has an event with some identity: asks the file, and once it is asked for many, memory.
final class IdentityLookup {
  private let file: BookFile
  /// How many events the file has.
  private let count: Int64
  private var asked: Int64 = 0
  /// All identities in order; nil while the file is asked.
  private var sorted: [Int64]?

  /// Larger books are asked one by one: eight bytes for each event would be too many.
  private static let countMax: Int64 = 1 << 22
  /// A look-up in the file takes as long as reading so many rows in order.
  private static let rowsOfLookup: Int64 = 16

  init(of file: BookFile, through sequence: Int64) {
    self.file = file
    count = sequence
  }

  /// Whether an event of the file has an identity.
  func contains(_ hash: Int64) throws(Diagnostic) -> Bool {
    if sorted == nil, count <= IdentityLookup.countMax, asked * IdentityLookup.rowsOfLookup >= count { try readAll() }
    guard let sorted else {
      asked += 1
      return try file.int("SELECT seq FROM identity WHERE hash = ? LIMIT 1", hash) != nil
    }
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == hash
  }

  private func readAll() throws(Diagnostic) {
    let rows = try file.statement("SELECT hash FROM identity ORDER BY hash")
    var all: [Int64] = []
    all.reserveCapacity(Int(count))
    while try rows.step() { all.append(rows.int(0)) }
    sorted = all
  }
}
