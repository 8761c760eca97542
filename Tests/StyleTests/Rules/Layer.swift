/// A target under Sources and what it may import: the walls of the house, the lowest floor first.
struct Layer {
  let name: String
  /// The layers below that it may see.
  let uses: [String]
  /// Modules from outside the project that only the layers which name them may see.
  var outside: [String] = []

  static let all: [Layer] = [
    Layer(name: "LedgerCore", uses: [], outside: ["Dispatch"] + platform),
    Layer(name: "Analytics", uses: ["LedgerCore"], outside: platform),
    Layer(name: "Portfolio", uses: ["LedgerCore", "Analytics"]),
    Layer(name: "JournalText", uses: ["LedgerCore", "Portfolio"], outside: platform),
    Layer(
      name: "Spreadsheets", uses: ["LedgerCore", "Portfolio", "JournalText"],
      outside: ["CXLSXWriter", "CMinizip", "CExpat"] + platform),
    Layer(
      name: "BookStore", uses: ["LedgerCore", "Analytics", "Portfolio", "JournalText"],
      outside: ["GRDB", "GRDBSQLite", "Crypto", "Dispatch"] + platform),
    Layer(name: "ReportDocument", uses: ["LedgerCore"]),
    Layer(name: "Reports", uses: ["LedgerCore", "Analytics", "Portfolio", "BookStore", "ReportDocument"]),
    Layer(name: "Rendering", uses: ["LedgerCore", "ReportDocument"], outside: ["CXLSXWriter"] + platform),
    Layer(name: "FundLedger", uses: libraries, outside: platform),
    Layer(name: "bgt", uses: libraries + ["FundLedger"], outside: ["ArgumentParser", "CMalloc"] + platform),
  ]

  /// What the façade may gather.
  private static let libraries = [
    "LedgerCore", "Analytics", "Portfolio", "JournalText", "Spreadsheets", "BookStore", "ReportDocument", "Reports",
    "Rendering",
  ]

  /// The C library under each system, for files, terminals, processes, the exponential function and the words of its errors.
  private static let platform = ["Glibc", "Musl", "Darwin"]

  /// Modules that cost nothing and that every layer may see.
  static let everywhere = ["Swift", "FoundationEssentials", "Synchronization"]

  /// Files that may import the whole of Foundation, which adds tens of megabytes to the binary; none so far.
  static let foundationFiles: [String] = []
}
