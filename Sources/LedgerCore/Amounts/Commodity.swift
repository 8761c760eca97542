/// Something that is counted in a book: a currency or a unit, with the number of decimals of its minor unit.
public struct Commodity: Hashable, Sendable {
  /// The code as written after an amount, such as `CNY`.
  public let code: String
  /// Decimals of the minor unit: 2 for yuan and fen.
  public let scale: Int
  /// The name shown to people, such as `人民币`; may be empty.
  public let name: String

  /// Scales above this could not hold useful amounts in 64 bits.
  public static let scaleMax = 9

  public init(code: String, scale: Int, name: String = "") {
    self.code = code
    self.scale = scale
    self.name = name
  }

  /// The renminbi, the commodity of every book that names no other.
  public static let renminbi = Commodity(code: "CNY", scale: 2, name: "人民币")

  /// Decimals of currencies that need no declaration (ISO 4217, the common ones).
  public static let knownScales: [String: Int] = [
    "CNY": 2, "USD": 2, "EUR": 2, "GBP": 2, "HKD": 2, "MOP": 2, "TWD": 2, "JPY": 0, "KRW": 0, "SGD": 2, "CHF": 2,
    "AUD": 2, "CAD": 2,
  ]
}
