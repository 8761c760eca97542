/// The stable code of every rejected condition, one each.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  // Reading text: P1xxx.
  case unknownKind = "P1001"
  case badDate = "P1002"
  case badAmount = "P1003"
  case tooManyDecimals = "P1004"
  case amountOverflow = "P1005"
  case unknownField = "P1006"
  case missingField = "P1007"
  case badFieldValue = "P1008"
  case repeatedField = "P1009"
  case strayText = "P1010"
  case notText = "P1011"
  case unterminatedQuote = "P1012"
  case lineTooLong = "P1013"
  case missingDate = "P1014"
  case strayPosting = "P1015"
  case badHeader = "P1016"
  case fileUnreadable = "P1017"
  case includeLoop = "P1018"

  // What an event says: E2xxx.
  case unbalanced = "E2001"
  case unknownCommodity = "E2002"
  case unknownDeal = "E2003"
  case unknownParty = "E2004"
  case unknownProgramme = "E2005"
  case unknownEnvelope = "E2006"
  case unknownAccount = "E2007"
  case unknownEvent = "E2008"
  case duplicateKey = "E2009"
  case alreadyDeclared = "E2010"
  case sumOverflow = "E2011"
  case notPositive = "E2012"
  case missingShare = "E2013"
  case twoElidedAmounts = "E2014"
  case conflictingFields = "E2015"
  case wrongCommodity = "E2016"
  case assertionFailed = "E2017"
  case notReversible = "E2018"
  case alreadyReversed = "E2019"
  case accountWrongBook = "E2020"
  case noRule = "E2021"
  case tooFewPostings = "E2022"
  case wrongPartyKind = "E2023"

  // Refused by a rule: R3xxx.
  case overEnvelope = "R3001"
  case outsideDealLife = "R3002"
  case outsideAccountLife = "R3003"
  case overHolding = "R3004"
  case overRecycled = "R3005"
  case overReceivable = "R3006"
  case closedPeriod = "R3007"
  case partlyRecorded = "R3011"
  case overCommitment = "R3008"
  case outsideProgramme = "R3009"
  case outsideBudgetYear = "R3010"

  // The store: S5xxx.
  case bookMissing = "S5001"
  case bookExists = "S5002"
  case notABook = "S5003"
  case bookBusy = "S5004"
  case bookNewer = "S5005"
  case storeFailed = "S5006"
  case headMoved = "S5007"
  case bookDiffers = "S5008"
  case diskFull = "S5009"
  case bookReadOnly = "S5010"
  case bookDamaged = "S5011"

  // Warnings: W6xxx.
  case undeclaredAccount = "W6001"
  case failingCreditCode = "W6002"
  case alreadyRecorded = "W6003"
  case noEvidence = "W6004"
  case overCommitmentWarning = "W6005"
  case unverifiedRule = "W6006"
  case shareOverCap = "W6007"
  case unknownRegion = "W6008"
  case grantClass = "W6009"
  case farFromClosing = "W6010"
  case carryingExhausted = "W6011"

  // Usage of the command line: U7xxx.
  case badUsage = "U7001"

  /// What kind of failure the code stands for.
  public var failureClass: Diagnostic.Class {
    switch rawValue.first {
    case "R": .refused
    case "S": .storage
    case "U": .usage
    default: .input
    }
  }
}
