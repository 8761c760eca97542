extension PeerSyntax {
  /// How far into a file its lines are looked at.
  private static let looked = 1 << 18

  /// The syntax that the text of a journal shows; nil when nothing in it would be strange in a journal of ours.
  public init?(guessing bytes: [UInt8]) {
    let guess = bytes.withUnsafeBufferPointer { PeerSyntax.guess($0) }
    guard let guess else { return nil }
    self = guess
  }

  private static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> PeerSyntax? {
    var lines = JournalLines(bytes)
    var isPeer = false
    while let line = lines.next(), line.start < looked {
      switch PeerLineSign(line) {
      case .native: return isPeer ? .hledger : nil
      case .beancount: return .beancount
      case .ledger: return .ledger
      case .hledger: return .hledger
      case .either: isPeer = true
      case .none: continue
      }
    }
    return isPeer ? .hledger : nil
  }
}
