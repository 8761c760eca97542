import LedgerCore

/// A division of GB/T 2260 with the days on which its code was in force.
public struct Region: Hashable, Sendable {
  /// Six digits.
  public let code: String
  public let name: String
  public let from: Day
  public let to: Day

  private init(_ code: String, _ name: String, from: Day = .always, to: Day = .never) {
    self.code = code
    self.name = name
    self.from = from
    self.to = to
  }

  /// The divisions that come with the program: 聊城市 and its districts and counties.
  public static let known: [Region] = [
    Region("371500", "聊城市"), Region("371502", "东昌府区"),
    Region("371503", "茌平区", from: .start(ofYear: 2019)), Region("371521", "阳谷县"), Region("371522", "莘县"),
    Region("371523", "茌平县", to: .end(ofYear: 2019)), Region("371524", "东阿县"), Region("371525", "冠县"),
    Region("371526", "高唐县"), Region("371581", "临清市"),
  ]

  private static let byCode = Dictionary(uniqueKeysWithValues: known.map { ($0.code, $0) })

  /// The division with a code, or nil when it is not among the known ones.
  public static func named(_ code: String) -> Region? { byCode[code] }

  /// Whether a code can be right on a day: one in force then, or six to nine digits of another city.
  ///
  /// Development zones have no GB/T 2260 code but a fiscal one, longer than six digits or outside the list; inside
  /// 聊城 a six-digit code must be in the list, unless its last two digits (71–79, 90–99) are those of such a zone.
  static func isPlausible(_ code: String, on day: Day?) -> Bool {
    let digits = Array(code.utf8)
    guard (6...9).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else { return false }
    if let region = named(code) { return day.map { region.from <= $0 && $0 <= region.to } ?? true }
    if digits.count > 6 || !code.hasPrefix("3715") { return true }
    return digits[4] == UInt8(ascii: "7") || digits[4] == UInt8(ascii: "9")
  }
}
