import LedgerCore

extension Register {
  /// Enters an account of a chart or of an `account` event; an account already met keeps its id.
  @discardableResult
  func declare(_ account: Account) -> AccountID {
    let id = AccountID(accountNames.intern(account.name))
    var account = account
    account.id = id
    account.isDeclared = true
    if !account.holdsCash { account.holdsCash = isBelowCash(account.name) }
    if Int(id.rawValue) > accounts.count { accounts.append(account) } else { accounts[Int(id.rawValue) - 1] = account }
    noteClass(of: account)
    if !account.code.isEmpty { declare(code: account.code, of: id) }
    if !account.alias.isEmpty { declare(code: account.alias, of: id) }
    return id
  }

  /// Enters a code or another name by which an account is found; the last account to claim it has it.
  private func declare(code: String, of id: AccountID) {
    let slot = Int(accountCodes.intern(code))
    if slot > accountOfCode.count { accountOfCode.append(id) } else { accountOfCode[slot - 1] = id }
  }

  /// The id of an account written by name or code, met now if it is new.
  public func accountID(_ bytes: UnsafeBufferPointer<UInt8>) -> AccountID {
    if let id = accountNames.find(bytes) { return AccountID(id) }
    if let code = accountCodes.find(bytes) { return accountOfCode[Int(code) - 1] }
    let id = AccountID(accountNames.intern(bytes))
    let name = accountNames[id.rawValue]
    accounts.append(
      Account(
        id: id, name: name, accountClass: impliedClass(of: name), holdsCash: isBelowCash(name)))
    unstatedAccounts.insert(id)
    unsaidAccounts.insert(id)
    return id
  }

  /// The id of an account written by name or code, met now if it is new.
  public func accountID(named name: String) -> AccountID {
    var name = name
    return name.withUTF8 { accountID($0) }
  }

  /// The id of an account as a person writes it: a wide colon between its parts is the colon, unless there is an account with
  /// the wide one in its name.
  public func accountID(typed bytes: UnsafeBufferPointer<UInt8>) -> AccountID {
    if let id = accountNames.find(bytes) { return AccountID(id) }
    guard AccountName.hasWideColon(bytes) else { return accountID(bytes) }
    return accountID(named: accountName(typed: String(decoding: bytes, as: UTF8.self)))
  }

  /// The name of an account as a person writes it.
  public func accountName(typed name: String) -> String {
    guard name.utf8.contains(0xEF), account(named: name) == nil else { return name }
    return AccountName.withPlainColons(name)
  }

  /// The account with a name or code, or nil when it was never met.
  public func account(named name: String) -> Account? {
    if let id = accountNames.find(name) { return accounts[Int(id) - 1] }
    if let code = accountCodes.find(name) { return self[accountOfCode[Int(code) - 1]] }
    return nil
  }

  /// Whether an account above one of this name holds money: what is below it does so too.
  private func isBelowCash(_ name: String) -> Bool {
    var rest = name[...]
    while let colon = rest.lastIndex(of: ":") {
      rest = rest[..<colon]
      if let id = accountNames.find(String(rest)), accounts[Int(id) - 1].holdsCash { return true }
    }
    return false
  }
}

extension Register {
  /// Appends the bytes of an account's name, for bulk writers.
  public func appendName(of account: AccountID, to bytes: inout [UInt8]) {
    accountNames.append(account.rawValue, to: &bytes)
  }
}
