import LedgerCore

/// What a dated line of beancount says that moves nothing and belongs to no account: `event`, `custom` or `query`.
struct PeerRemark {
  /// One value of a `custom` line or of metadata; accounts and currencies are told by their place until their names in our books are known.
  enum Value {
    case text(String)
    case word(String)
    case amount(number: String, commodity: Int32)
    case account(Int32)
    case commodity(Int32)
  }

  /// The word after the date.
  var form: String
  /// The type of the event or of the custom line, the name of the query.
  var about: String
  /// What an event or a query says; nil for a custom line.
  var text: String?
  /// The values of a custom line.
  var values: [Value] = []
  /// What stands below it.
  var meta: [BeancountMeta] = []
}
