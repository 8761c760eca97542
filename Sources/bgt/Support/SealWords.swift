import ArgumentParser
import FundLedger

/// A seal as it is written on the command line, and what is said of it.
struct SealWords {
  private let check: SealCheck

  /// Reads `2022=9f2c…`; the digest may be either of the two that `bgt seal` prints.
  init(_ text: String) throws {
    let parts = text.split(separator: "=")
    guard parts.count == 2, let year = Int(parts[0]), parts[1].count == 64, parts[1].allSatisfy(\.isHexDigit) else {
      throw ValidationError(
        Wording(
          "--seal 写作 年度=摘要，摘要是 64 位十六进制，如 2022=1530bc…", "--seal takes YEAR=DIGEST, the digest of 64 hexadecimal digits, as in 2022=1530bc…"
        ))
    }
    check = SealCheck(year: year, digest: String(parts[1]))
  }

  /// Says of each seal whether it holds.
  static func lines(_ seals: [SealWords], in book: Book) throws -> [VerifyReport.SealLine] {
    try seals.map { seal in
      let outcome = try seal.check.outcome(in: book, digest: Book.digest(of:))
      let isHolding = if case .holds = outcome { true } else { false }
      return VerifyReport.SealLine(year: seal.check.year, isHolding: isHolding, sentence: sentence(outcome))
    }
  }

  private static func sentence(_ outcome: SealCheck.Outcome) -> Phrase {
    switch outcome {
    case .holds(let head):
      return Phrase("有效；#\(head.sequence) 及以前此后没有改动", "holds; nothing up to #\(head.sequence) was changed since")
    case .reopened(let sealed, let by):
      return Phrase(
        "封于 #\(sealed)，此后该年由 #\(by) 反结账", "was put on at #\(sealed), but the year was reopened by #\(by) since")
    case .differs(let seals):
      let own = seals.map { "#\($0.head.sequence) \($0.head.digest)" }
      return Phrase(
        "不符；此账簿是 " + own.joined(separator: "、"), "differs; this book has " + own.joined(separator: ", "))
    case .neverSealed:
      return Phrase("此账簿从未在四本账簿中全部结过该年", "this book never closed the year in all four books")
    }
  }
}
