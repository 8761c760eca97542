import LedgerCore
import Portfolio

/// Claims by fund or deal, party and role, looked up without hashing anew what a multiplication hashes well enough.
///
/// Open addressing grown at half load, and the deals and years of a claim as a short chain: a million facts fold in the
/// time that a dictionary takes to hash them.
struct ClaimTable {
  /// Which deals are in the same fund.
  private let units: FundUnits
  private(set) var claims: [MoneyClaim] = []
  private(set) var parts: [MoneyClaim.Part] = []
  /// Place in `claims` + 1; 0 where there is none.
  private var slots: [Int32] = Array(repeating: 0, count: 64)

  /// No claims yet.
  init(_ units: FundUnits) { self.units = units }

  /// Takes a fact into its claim; throws when a sum leaves 64 bits.
  mutating func add(_ fact: Fact, _ role: MoneyClaim.Role, year: Int32) throws(MoneyOverflow) {
    let key = MoneyClaim.Key(fact, role, units)
    let slot = slot(of: key)
    if slots[slot] == 0 {
      claims.append(MoneyClaim(key, fact))
      slots[slot] = Int32(claims.count)
      try addPart(fact, to: claims.count - 1, year: year)
      if claims.count * 2 > slots.count { grow() }
      return
    }
    let place = Int(slots[slot]) - 1
    claims[place].note(fact)
    let part = self.part(of: place, like: fact, year)
    if part < 0 { try addPart(fact, to: place, year: year) } else { try parts[Int(part)].add(fact) }
  }

  /// The part of a claim that takes a fact in; −1 when there is none.
  private func part(of place: Int, like fact: Fact, _ year: Int32) -> Int32 {
    let deal = fact.dimensions.deal.rawValue
    var part = claims[place].head
    while part >= 0 && (parts[Int(part)].year != year || parts[Int(part)].deal != deal) { part = parts[Int(part)].next }
    return part
  }

  /// What is paid of a claim by all deals in all years.
  func paid(on claim: MoneyClaim) throws(MoneyOverflow) -> Int64 {
    var paid: Int64 = 0
    var part = claim.head
    while part >= 0 {
      paid = try paid.plus(parts[Int(part)].paid)
      part = parts[Int(part)].next
    }
    return paid
  }

  /// What is announced, signed, paid and proved of a claim by all deals in all years.
  func sums(of claim: MoneyClaim) throws(MoneyOverflow) -> MoneyClaim.Part {
    var sums = MoneyClaim.Part()
    var part = claim.head
    while part >= 0 {
      try sums.add(parts[Int(part)])
      part = parts[Int(part)].next
    }
    return sums
  }

  /// Takes what went back off the claim of a fact; nothing happens where there is none.
  mutating func takeBack(
    _ fact: Fact, _ role: MoneyClaim.Role, paid: Int64, evidenced: Int64, year: Int32
  ) throws(MoneyOverflow) {
    let slot = slot(of: MoneyClaim.Key(fact, role, units))
    if slots[slot] == 0 || paid == 0 { return }
    let place = Int(slots[slot]) - 1
    var part = self.part(of: place, like: fact, year)
    if part < 0 {
      part = Int32(parts.count)
      parts.append(MoneyClaim.Part(deal: fact.dimensions.deal.rawValue, year: year, next: claims[place].head))
      claims[place].head = part
    }
    parts[Int(part)].paid = try parts[Int(part)].paid.minus(paid)
    parts[Int(part)].evidenced = try parts[Int(part)].evidenced.minus(evidenced)
  }

  /// The parts of a claim, in order of years.
  func parts(of claim: MoneyClaim) -> [MoneyClaim.Part] {
    var found: [MoneyClaim.Part] = []
    var part = claim.head
    while part >= 0 {
      found.append(parts[Int(part)])
      part = parts[Int(part)].next
    }
    if found.count > 1 { found.sort { $0.year < $1.year } }
    return found
  }

  /// The claim that a fact is a part of; nil when none was added.
  func claim(of fact: Fact, _ role: MoneyClaim.Role) -> MoneyClaim? {
    let slot = slots[slot(of: MoneyClaim.Key(fact, role, units))]
    return slot == 0 ? nil : claims[Int(slot) - 1]
  }

  private mutating func addPart(_ fact: Fact, to place: Int, year: Int32) throws(MoneyOverflow) {
    var part = MoneyClaim.Part(deal: fact.dimensions.deal.rawValue, year: year, next: claims[place].head)
    try part.add(fact)
    claims[place].head = Int32(parts.count)
    parts.append(part)
  }

  private func slot(of key: MoneyClaim.Key) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: key.mixed >> 20) & mask
    while slots[index] != 0 && claims[Int(slots[index]) - 1].key != key { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for (place, claim) in claims.enumerated() {
      var index = Int(truncatingIfNeeded: claim.key.mixed >> 20) & mask
      while slots[index] != 0 { index = (index + 1) & mask }
      slots[index] = Int32(place + 1)
    }
  }
}
