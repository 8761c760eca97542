/// What directives of a journal for hledger or Ledger have set for the lines after them.
struct LedgerScope {
  /// The year of dates without one: `Y`.
  var year: Int?
  /// The years that stood before each open `apply year`, the latest last.
  var outerYears: [Int?] = []
  /// What stands before every account: `apply account`.
  var prefixes: [String] = []
  /// The latest first.
  var aliases: [AccountAlias] = []
  /// The commodity of amounts without one: `D`.
  var commodity: Int32?
  /// The decimal mark of commodities that have shown none, as hledger takes it from `D`; 0 for none.
  var defaultMark: UInt8 = 0
  /// The decimal mark of every number: `decimal-mark`; 0 for none.
  var decimalMark: UInt8 = 0
  /// Tags that every transaction gets: `apply tag`.
  var tags: [String] = []
  /// What `apply` opened and `end` closes, the latest last.
  var applied: [String] = []
}
