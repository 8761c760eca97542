import LedgerCore

/// 统一社会信用代码 (GB 32100-2015): eighteen characters with two check characters.
public enum CreditCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  /// Weights of characters 9 to 16, the organisation code (GB 11714), whose check is character 17.
  private static let innerWeights = [3, 7, 9, 10, 5, 8, 4, 2]

  /// What is wrong with a code, as the end of a sentence that begins with the code; nil when both checks hold.
  public static func fault(of code: String) -> Wording? {
    let bytes = Array(code.utf8)
    guard bytes.count == 18 else { return Wording("不是 18 位", "does not have 18 characters") }
    var values: [Int] = []
    for byte in bytes {
      guard let value = alphabet.firstIndex(of: byte) else { return Wording("有代码中不用的字符", "has a character that no code has") }
      values.append(value)
    }
    let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    if values[17] != (31 - sum % 31) % 31 { return Wording("校验码不符", "fails its check character") }
    if bytes[16] != innerCheck(of: bytes[8..<16]) { return Wording("主体标识码的校验码不符", "fails the check of its organisation code") }
    return nil
  }

  /// The check character of an organisation code; its letters count on from A = 10 without gaps.
  private static func innerCheck(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var sum = 0
    for (byte, weight) in zip(bytes, innerWeights) {
      let value = byte < UInt8(ascii: "A") ? Int(byte) - 48 : Int(byte) - 55
      sum += value * weight
    }
    switch 11 - sum % 11 {
    case 10: return UInt8(ascii: "X")
    case 11: return UInt8(ascii: "0")
    case let digit: return UInt8(48 + digit)
    }
  }
}
