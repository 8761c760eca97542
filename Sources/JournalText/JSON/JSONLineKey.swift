/// The keys of one line of a plain voucher in JSON.
enum JSONLineKey: String {
  case account, amount, note

  /// The key with an English or Chinese name, or nil.
  init?(named name: String) {
    switch name {
    case "account", "科目": self = .account
    case "amount", "金额": self = .amount
    case "note", "备注": self = .note
    default: return nil
    }
  }
}
