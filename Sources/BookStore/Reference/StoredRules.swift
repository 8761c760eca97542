import LedgerCore
import Portfolio

/// The rule sets that a book keeps, byte for byte, so that its vouchers can be derived again for decades.
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

  /// Reads the rule set that a book began with.
  static func read(from file: BookFile) throws(Diagnostic) -> RuleSet { try readAll(from: file)[0] }

  /// Reads all rule sets of a book, at least one, in the order in which its events name them.
  static func readAll(from file: BookFile) throws(Diagnostic) -> [RuleSet] {
    let row = try file.newStatement("SELECT text FROM rule_set ORDER BY rowid")
    var sets: [RuleSet] = []
    while try row.step() {
      do throws(Diagnostic) { sets.append(try RuleSet(reading: Array(row.bytes(0)))) } catch {
        throw StoreFailure.damaged(
          Wording("\(file.path) 的规则不能读取：", "the rule set of \(file.path) cannot be read: ") + error.sentence)
      }
    }
    if sets.isEmpty { throw StoreFailure.damaged(Wording("\(file.path) 缺规则", "\(file.path) has lost its rule set")) }
    return sets
  }

  /// What `switch` events of a book may name: the sets that it keeps.
  static func library(of sets: [RuleSet]) -> RuleLibrary {
    var library = RuleLibrary()
    for rules in sets { library.keep(rules, digest: ChainDigest(of: rules.source).hexadecimal) }
    return library
  }
}
