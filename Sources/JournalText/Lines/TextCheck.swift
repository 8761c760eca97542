import LedgerCore

/// Whether bytes are text: valid UTF-8 without control characters other than tab, line feed and carriage return.
public enum TextCheck {
  /// What is wrong, and at which byte.
  public struct Flaw: Hashable, Sendable {
    public let offset: Int
    public let message: Wording
  }

  /// The first byte that is no text, or nil when all of it is.
  public static func firstFlaw(in bytes: UnsafeBufferPointer<UInt8>) -> Flaw? {
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D {
          return Flaw(
            offset: index,
            message: Wording("字节 0x\(String(byte, radix: 16)) 是控制字符", "byte 0x\(String(byte, radix: 16)) is a control character"))
        }
        index += 1
        continue
      }
      guard let length = sequenceLength(byte) else {
        return Flaw(
          offset: index,
          message: Wording(
            "字节 0x\(String(byte, radix: 16)) 不能是 UTF-8 字符的开头", "byte 0x\(String(byte, radix: 16)) cannot begin a UTF-8 character"))
      }
      if index + length > count {
        return Flaw(offset: index, message: Wording("文字在一个字符中间结束", "the text ends in the middle of a character"))
      }
      if !isValid(bytes, at: index, length: length) {
        return Flaw(offset: index, message: Wording("这些字节不是 UTF-8 字符", "these bytes are not a UTF-8 character"))
      }
      index += length
    }
    return nil
  }

  private static func sequenceLength(_ lead: UInt8) -> Int? {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  /// Continuation bytes in range; overlong forms, surrogates and code points above U+10FFFF excluded.
  private static func isValid(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> Bool {
    for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return false }
    let second = bytes[index + 1]
    switch bytes[index] {
    case 0xE0: return second >= 0xA0
    case 0xED: return second < 0xA0
    case 0xF0: return second >= 0x90
    case 0xF4: return second < 0x90
    default: return true
    }
  }
}
