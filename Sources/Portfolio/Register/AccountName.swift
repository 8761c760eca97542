/// The names of accounts as Chinese keyboards write them: `国库存款：甲` is `国库存款:甲`.
public enum AccountName {
  /// The bytes of the wide colon.
  private static let wideColon: [UInt8] = [0xEF, 0xBC, 0x9A]

  /// Whether a name has a wide colon in it.
  static func hasWideColon(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.firstIndex(of: wideColon[0]) else { return false }
    return bytes[first...].indices.contains { bytes[$0...].starts(with: wideColon) }
  }

  /// The name with the colons that part it, blanks behind the wide ones left out.
  public static func withPlainColons(_ name: String) -> String {
    guard name.contains("：") else { return name }
    return name.split(separator: "：", omittingEmptySubsequences: false).enumerated()
      .map { $0 == 0 ? String($1) : String($1.drop { $0 == " " }) }.joined(separator: ":")
  }
}
