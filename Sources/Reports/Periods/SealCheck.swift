import LedgerCore
import Portfolio

/// Holds a digest that was printed when a year was closed against the books of today.
public struct SealCheck: Sendable {
  public let year: Int
  /// 64 hexadecimal digits: the chain head of the seal, or its digest of balances.
  public let digest: String

  /// What came of it.
  public enum Outcome: Hashable, Sendable {
    /// The seal holds; the chain up to this head is what was sealed.
    case holds(ChainHead)
    /// The digest is that of a seal, but the year was reopened since.
    case reopened(sealed: Int64, by: Int64)
    /// The year was sealed at these events, with other digests.
    case differs([YearSeal])
    /// The year was never closed in all four books.
    case neverSealed
  }

  public init(year: Int, digest: String) {
    self.year = year
    self.digest = digest.lowercased()
  }

  /// Compares with every seal that the year ever got.
  public func outcome(
    in source: any LedgerSource, digest compute: ([UInt8]) -> String
  ) throws(Diagnostic) -> Outcome {
    let sealings = Sealing.all(of: year, in: source.register.periods)
    var seals: [YearSeal] = []
    for sealing in sealings.reversed() {
      let seal = try YearSeal(sealing, of: year, source, digest: compute)
      if seal.head.digest == digest || seal.balances == digest {
        return sealing.reopened.map { .reopened(sealed: sealing.sequence, by: $0) } ?? .holds(seal.head)
      }
      seals.append(seal)
    }
    return seals.isEmpty ? .neverSealed : .differs(seals)
  }
}
