import LedgerCore

/// One dated line of a beancount journal that says something of accounts and amounts, or notes something.
struct BeancountDirective {
  /// What it says.
  enum Content {
    case open(account: Int32, commodities: [Int32], method: BeancountMethod?)
    case close(account: Int32)
    case pad(account: Int32, source: Int32)
    case balance(account: Int32, number: PeerNumber, commodity: Int32, tolerance: PeerNumber?)
    case transaction(BeancountTransaction)
    case remark(PeerRemark)
  }

  var day: Day
  var content: Content
  /// The place of its file in `PeerJournal.sources`, and its line from 1.
  var file: Int32
  var line: Int32

  /// The place among all of one day: accounts open first, balances are checked before anything moves, accounts close last.
  var rank: Int {
    switch content {
    case .open: 0
    case .balance: 1
    case .pad, .transaction, .remark: 2
    case .close: 3
    }
  }
}

/// How a posting that takes from an account at cost chooses among its lots.
enum BeancountMethod: String {
  case strict = "STRICT"
  case strictWithSize = "STRICT_WITH_SIZE"
  case none = "NONE"
  case fifo = "FIFO"
  case lifo = "LIFO"
  case hifo = "HIFO"
}

/// A transaction as written.
struct BeancountTransaction {
  /// `*`, `!` or another flag.
  var flag: UInt8
  /// Payee and narration.
  var narration = ""
  /// Tags, links and metadata, one a line.
  var words: [String] = []
  /// The number that our export kept.
  var code = ""
  var postings: [BeancountPosting] = []
}

/// A posting as written.
struct BeancountPosting {
  var account: Int32
  var flag: UInt8 = 0
  /// The amount; nil when it was left out.
  var number: PeerNumber?
  var commodity: Int32 = 0
  var cost: BeancountCost?
  var price: PeerCost.Price?
  /// Cost and price as written, then metadata.
  var words: [String] = []
  var line: Int32
  var column: Int32
}

/// What is said of the lot of a posting, `{…}`.
struct BeancountCost {
  var perUnit: PeerNumber?
  var total: PeerNumber?
  var commodity: Int32?
  var day: Day?
  var label: String?
}
