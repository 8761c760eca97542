import Glibc

/// The seed of property tests: the same in every run, so that a red run is about a change and not about luck.
///
/// `BGT_SEED=NUMBER` repeats a run with another seed, `BGT_SEED=random` looks for new counterexamples; failures name it.
public func propertySeed() -> UInt64 {
  guard let wanted = getenv("BGT_SEED").map({ String(cString: $0) }) else { return 20_261_123 }
  return UInt64(wanted) ?? .random(in: .min ... .max)
}
