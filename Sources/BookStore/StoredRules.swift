import LedgerCore
import Portfolio

/// The rule set that a book keeps, byte for byte, so that its vouchers can be derived again for decades.
enum StoredRules {
  /// Keeps a rule set in a new book.
  static func write(_ rules: RuleSet, to file: BookFile) throws(Diagnostic) {
    let row = try file.statement("INSERT INTO rule_set(name, version, digest, text) VALUES (?, ?, ?, ?)")
    row.bind(1, copying: rules.name)
    row.bind(2, Int64(rules.version))
    try ChainDigest(of: rules.source).withBytes { digest throws(Diagnostic) in
      row.bind(3, blob: digest)
      try rules.source.withUnsafeBufferPointer { source throws(Diagnostic) in
        row.bind(4, blob: source)
        try row.run()
      }
    }
  }

  /// Reads the rule set of a book.
  static func read(from file: BookFile) throws(Diagnostic) -> RuleSet {
    let row = try file.statement("SELECT text FROM rule_set")
    guard try row.step() else { throw StoreFailure.damaged("\(file.path) has lost its rule set") }
    defer { row.reset() }
    do throws(Diagnostic) { return try RuleSet(reading: Array(row.bytes(0))) } catch {
      throw StoreFailure.damaged("the rule set of \(file.path) cannot be read: \(error.message)")
    }
  }
}
