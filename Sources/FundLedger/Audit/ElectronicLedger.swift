import FoundationEssentials
import LedgerCore

/// The layout of the four electronic-ledger files (电子账簿, 会计科目, 科目余额及发生额, 记账凭证): which columns each has and where
/// their values come from.
///
/// The official text of the standard could not be read; the layout is data with a citation and the status `unverified`, so
/// that a column is renamed, moved or left out without a change to the program.
struct ElectronicLedger: Decodable {
  /// One column of a file.
  struct Column: Decodable {
    let name: String
    let source: LedgerField
  }

  /// One of the four files.
  struct File: Decodable {
    /// What the rows of a file are.
    enum Table: String, Decodable {
      case ledger, accounts, balances, vouchers
    }

    let name: String
    let table: Table
    let fields: [Column]
  }

  let manner: String
  let citation: String
  let status: String
  let files: [File]

  /// The layout that comes with the program.
  static func builtIn() throws(Diagnostic) -> ElectronicLedger {
    do { return try JSONDecoder().decode(ElectronicLedger.self, from: Data(source)) } catch {
      throw Diagnostic(
        .fileUnreadable, Wording("电子账簿的格式定义不合规定：\(error)", "the layout of the electronic ledger is not of the documented shape: \(error)"))
    }
  }

  /// The bytes of the layout, which a package carries so that its columns can be understood.
  static var source: [UInt8] { PackageResources.electronic_ledger_json }
}

/// What a column of the electronic-ledger files can hold.
enum LedgerField: String, Decodable {
  // Of the whole set of accounts.
  case ledgerNumber, ledgerName, unitName, developer, programVersion, baseCommodity, fiscalYears, codeStructure
  // Of an account.
  case accountCode, accountName, accountLevel, accountClass, accountSide, hasDimensions, dimensionNames
  // Of a balance or a line of a voucher.
  case dimensionGroup, commodity, year, month, opening, openingSide, debit, credit, closing, closingSide
  case voucherDate, voucherType, voucherNumber, voucherLine, narration, documentNumber, attachmentCount
  case preparer, reviewer, poster, isClosing, isVoid, eventNumber
  /// A column that these books keep nothing for.
  case notKept
}
