/// One line of metadata below a directive of beancount.
struct BeancountMeta {
  var key: String
  /// The value as written, a text without its quotation marks.
  var text: String
  /// The value with its type.
  var value: PeerRemark.Value

  /// Key and value as they stand in a note.
  var description: String { "\(key): \(text)" }
}
