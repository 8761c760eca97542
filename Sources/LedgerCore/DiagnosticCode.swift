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
  case tooFewPostings = "E2022"
  case wrongPartyKind = "E2023"
  case exceptionIncomplete = "E2024"
  case unknownDraft = "E2040"
  case unknownBatch = "E2041"
  case badIndexLevel = "E2060"
  case indexConflict = "E2061"

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
  case envelopeKeysFixed = "R3012"
  case needsReviewer = "R3020"
  case samePerson = "R3021"
  case draftDecided = "R3022"
  case draftOutdated = "R3023"
  case builtUpon = "R3024"
  /// Periods are closed from the earliest on and reopened from the latest backwards.
  case periodOrder = "R3030"
  case periodNotOver = "R3031"
  case alreadyClosed = "R3032"
  case notClosed = "R3033"
  case notSupervisor = "R3034"
  case alreadyOpened = "R3035"
  case switchTooLate = "R3040"
  case switchUnmapped = "R3041"

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
  case bookOlder = "S5020"
  case upgradeFailed = "S5021"
  case packageExists = "S5015"

  // Warnings: W6xxx.
  case failingCreditCode = "W6002"
  case alreadyRecorded = "W6003"
  case noEvidence = "W6004"
  case overCommitmentWarning = "W6005"
  case unknownRegion = "W6008"
  case grantClass = "W6009"
  case farFromClosing = "W6010"
  case carryingExhausted = "W6011"
  case overEnvelopeWarning = "W6012"
  case exceptionRecorded = "W6013"
  case exceptionNeedless = "W6014"
  case pledgeUncovered = "W6015"
  case carriedTooLong = "W6016"
  case quotaLeft = "W6020"
  case promiseUnmatched = "W6040"
  case followUpErrors = "W6090"
  case tooManyErrors = "W6091"

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
