// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .enableUpcomingFeature("MemberImportVisibility")]

/// One library target of the house: its folder under Sources and the layers below it that it may see.
func layer(_ name: String, _ below: [Target.Dependency], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: below, resources: resources, swiftSettings: strict)
}

/// A C library of the system, installed by `make deps`: its module under Sources/System.
func system(_ name: String, package: String) -> Target {
  .systemLibrary(name: name, path: "Sources/System/\(name)", providers: [.apt([package])])
}

/// The tests of one layer, mirrored under Tests; with `fixtures`, the folder Fixtures beside them is copied.
func tests(_ name: String, _ uses: [Target.Dependency], fixtures: Bool = false) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "Seeds"] + uses,
    resources: fixtures ? [.copy("Fixtures")] : [], swiftSettings: strict)
}

/// What the façade gathers. Whoever imports the façade alone still names them as dependencies: a target is built again
/// only when a module that it names has changed.
let libraries: [Target.Dependency] = [
  "LedgerCore", "Analytics", "Portfolio", "JournalText", "Spreadsheets", "BookStore", "ReportDocument", "Reports",
  "Rendering",
]

let package = Package(
  name: "bgt",
  products: [
    .library(name: "FundLedger", targets: ["FundLedger"]),
    .executable(name: "bgt", targets: ["bgt"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    system("CXLSXWriter", package: "libxlsxwriter-dev"),
    system("CMinizip", package: "libminizip-dev"),
    system("CExpat", package: "libexpat1-dev"),
    system("CMalloc", package: "libc6-dev"),

    // Each layer sees only those above it in this list; Tests/StyleTests holds the imports to it.
    layer("LedgerCore", []),
    layer("Analytics", ["LedgerCore"]),
    layer("ReportDocument", ["LedgerCore"]),
    layer("Rendering", ["LedgerCore", "ReportDocument", "CXLSXWriter"]),
    layer(
      "Portfolio", ["LedgerCore"],
      resources: ["fiscal-2022", "fiscal-2015", "holder", "plain"].map { .embedInCode("Rules/Data/\($0).json") }
        + ["national", "city-example", "scorecard-2025", "performance"].map { .embedInCode("Policies/Data/\($0).json") }),
    layer("JournalText", ["LedgerCore", "Portfolio"]),
    layer("Spreadsheets", ["LedgerCore", "Portfolio", "JournalText", "CXLSXWriter", "CMinizip", "CExpat"]),
    layer(
      "BookStore",
      [
        "LedgerCore", "Portfolio", "JournalText",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    layer(
      "Reports", ["LedgerCore", "Analytics", "Portfolio", "ReportDocument"],
      resources: [.embedInCode("Leverage/reinvestment-rule.json"), .embedInCode("Shared/industries.json")]),
    layer("FundLedger", libraries, resources: [.embedInCode("Audit/electronic-ledger.json")]),
    .executableTarget(
      name: "bgt",
      dependencies: libraries + ["FundLedger", "CMalloc", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),

    tests("LedgerCore", []),
    tests("Analytics", ["LedgerCore"], fixtures: true),
    tests("ReportDocument", ["LedgerCore"]),
    tests("Rendering", ["LedgerCore", "ReportDocument"], fixtures: true),
    tests("Portfolio", ["LedgerCore", "JournalText", "RandomEvents"], fixtures: true),
    tests("JournalText", ["LedgerCore", "Portfolio", "RandomEvents"]),
    tests("Spreadsheets", ["LedgerCore", "Portfolio", "JournalText", "RandomEvents"]),
    tests("Reports", ["LedgerCore", "Portfolio", "JournalText", "ReportDocument", "RandomEvents"]),
    tests("BookStore", ["LedgerCore", "Portfolio", "JournalText", .product(name: "GRDB", package: "GRDB.swift")]),
    // A random generator whose seed a failing test prints, and events of every kind with random values, for tests that
    // hold for any event.
    .target(name: "Seeds", path: "Tests/Seeds", swiftSettings: strict),
    .target(
      name: "RandomEvents", dependencies: ["LedgerCore", "Portfolio", "Seeds"], path: "Tests/RandomEvents",
      swiftSettings: strict),

    tests("FundLedger", libraries + ["RandomEvents"]),
    // These run the built program itself.
    .testTarget(name: "CommandTests", dependencies: ["bgt", "LedgerCore", "Seeds"], swiftSettings: strict),
    .testTarget(name: "SampleTests", dependencies: libraries + ["FundLedger"], swiftSettings: strict),
    .testTarget(name: "StyleTests", swiftSettings: strict),
  ]
)
