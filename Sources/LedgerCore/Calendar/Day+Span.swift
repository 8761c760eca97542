extension Day {
  /// A stretch of days in words: `from 2019-01-01 to 2024-12-31`, `from 2019-01-01 on`, `until 2021-12-31`, `always`.
  public static func span(_ from: Day, _ to: Day) -> String {
    if from == .always { return to == .never ? "always" : "until \(to)" }
    return to == .never ? "from \(from) on" : "from \(from) to \(to)"
  }
}
