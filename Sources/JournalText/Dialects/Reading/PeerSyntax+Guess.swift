extension PeerSyntax {
  /// How far into a file its lines are looked at.
  private static let looked = 1 << 18

  /// The syntax that the text of a journal shows; nil when nothing in it would be strange in a journal of ours.
  ///
  /// - Parameter path: the file's name; `.journal` and `.j` are how hledger calls its own, so that only what Ledger alone
  ///   has makes such a file one of Ledger's.
  public init?(guessing bytes: [UInt8], path: String = "") {
    let name = path.lowercased()
    let isNamedByHledger = name.hasSuffix(".journal") || name.hasSuffix(".j")
    let guess = bytes.withUnsafeBufferPointer { PeerSyntax.guess($0, isNamedByHledger) }
    guard let guess else { return nil }
    self = guess
  }

  private static func guess(_ bytes: UnsafeBufferPointer<UInt8>, _ isNamedByHledger: Bool) -> PeerSyntax? {
    var lines = JournalLines(bytes)
    var isPeer = false
    // What both read, and Ledger's users write.
    var isLedger = false
    while let line = lines.next(), line.start < looked {
      switch PeerLineSign(line) {
      case .native: return isPeer ? guessed(isLedger) : nil
      case .beancount: return .beancount
      case .ledger: return .ledger
      case .hledger: return .hledger
      case .either: isPeer = true
      case .lot:
        isPeer = true
        isLedger = !isNamedByHledger
      case .none: continue
      }
    }
    return isPeer ? guessed(isLedger) : nil
  }

  private static func guessed(_ isLedger: Bool) -> PeerSyntax { isLedger ? .ledger : .hledger }
}
