import BookStore
import LedgerCore
import Portfolio

/// Writes the four electronic-ledger files of one of the four books.
struct ElectronicLedgerFiles {
  let book: Book
  let accountBook: AccountBook
  let scope: PackageScope
  let folder: PackageFolder
  let columns: AccountColumns

  /// Writes the four files into `books/NAME`.
  func write(_ layout: ElectronicLedger) throws(Diagnostic) {
    for file in layout.files {
      let table = try PackageTable(
        folder, "books/\(accountBook.name)/\(file.name)", columns: file.fields.map(\.name), hasXML: true)
      let sources = file.fields.map(\.source)
      switch file.table {
      case .ledger: try table.add(sources.map(ledger))
      case .accounts: try writeAccounts(table, sources)
      case .balances: try writeBalances(table, sources)
      case .vouchers: try VoucherFile(self).write(table, sources)
      }
      try table.close()
    }
  }

  /// The accounts of the book in the order of the chart.
  private var accounts: [Account] {
    book.register.accounts.filter { $0.book == accountBook }.sorted { left, right in
      if left.code.isEmpty != right.code.isEmpty { return !left.code.isEmpty }
      return (left.code, left.name) < (right.code, right.name)
    }
  }

  private func ledger(_ field: LedgerField) -> String {
    switch field {
    case .ledgerNumber: "\(accountBook.rawValue)"
    case .ledgerName: "\(book.register.title) \(accountBook.chinese)"
    case .unitName: book.register.title
    case .developer: "bgt"
    case .programVersion: scope.generator
    case .baseCommodity: book.register.base.code
    case .fiscalYears: scope.years
    case .codeStructure: "4-2-2-2"
    default: ""
    }
  }

  private func writeAccounts(_ table: PackageTable, _ sources: [LedgerField]) throws(Diagnostic) {
    for account in accounts {
      var names: [String] = []
      try book.turnovers(of: account.id) { turnover throws(Diagnostic) in
        for name in columns.names(of: turnover.dimensions) where !names.contains(name) { names.append(name) }
      }
      names.sort()
      try table.add(
        sources.map { field in
          switch field {
          case .accountCode: columns.code(of: account)
          case .accountName: account.name
          case .accountLevel: "\(columns.level(of: account))"
          case .accountClass: columns.className(of: account)
          case .accountSide: columns.side(of: account)
          case .hasDimensions: names.isEmpty ? "0" : "1"
          case .dimensionNames: names.joined(separator: ";")
          default: ""
          }
        })
    }
  }

  /// One row for each month from the first movement to the last month of the package in which a balance stands or moves.
  private func writeBalances(_ table: PackageTable, _ sources: [LedgerField]) throws(Diagnostic) {
    for account in accounts {
      var row: BalanceRow?
      try book.turnovers(of: account.id) { turnover throws(Diagnostic) in
        if turnover.month > scope.last { return }
        if row?.isOf(turnover) != true {
          try row?.finish(scope, table, sources, columns)
          row = BalanceRow(account: account, turnover)
        }
        try row?.advance(to: turnover.month, scope, table, sources, columns)
        try row?.take(turnover, scope, table, sources, columns)
      }
      try row?.finish(scope, table, sources, columns)
    }
  }
}

/// What a package covers.
struct PackageScope {
  /// The year that the four files and the statements are limited to; nil for everything.
  let year: Int?
  /// The first month in which the books moved, and the last.
  let months: ClosedRange<Month>
  /// The program and its version.
  let generator: String

  /// The first month of the files.
  var first: Month { year.map { max(Month(year: $0, month: 1), months.lowerBound) } ?? months.lowerBound }
  /// The last month of the files.
  var last: Month { year.map { Month(year: $0, month: 12) } ?? months.upperBound }
  /// The years as people write them.
  var years: String {
    if let year { return "\(year)" }
    let (first, last) = (months.lowerBound.year, months.upperBound.year)
    return first == last ? "\(first)" : "\(first)-\(last)"
  }
}
