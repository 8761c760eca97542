import LedgerCore

/// The code under which our books know a commodity of a peer.
enum PeerSymbol {
  /// Units of ours that stand for the renminbi at a power of ten: a commodity of that name could not be told from them.
  private static let units: Set<String> = ["万元", "万", "亿元", "亿"]
  /// Signs that our books read as the renminbi.
  private static let renminbi: Set<String> = ["元", "圆", "¥", "￥", "RMB", "人民币"]

  /// The code of a symbol.
  ///
  /// - Throws: `peerNotSupported` when a voucher of ours could not name it.
  static func code(of symbol: String, at place: () -> SourcePosition) throws(Diagnostic) -> String {
    if renminbi.contains(symbol) { return "CNY" }
    let isNumeric = { (byte: UInt8) in (48...57).contains(byte) || [0x2B, 0x2C, 0x2D, 0x2E].contains(byte) }
    let hasSign = symbol.utf8.contains { $0 < 0x20 || [0x22, 0x3B, 0x3D, 0x40].contains($0) }
    let isOnlyNumeric = symbol.utf8.allSatisfy(isNumeric)
    if !hasSign, !units.contains(symbol), !isOnlyNumeric, symbol.utf8.first != 0x20, symbol.utf8.last != 0x20,
      !symbol.contains("  "), symbol.utf8.count <= 200
    {
      return symbol
    }
    throw Diagnostic(
      .peerNotSupported, Wording("账簿不能有名为 \(symbol.prefix(40)) 的货币", "books cannot hold a commodity named \(symbol.prefix(40))"),
      hint: Wording("在文本账中用字母命名", "give it a name of letters in the journal"), at: place())
  }
}
