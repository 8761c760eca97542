import LedgerCore
import Portfolio

/// Claims by fund or deal, party and role, looked up without hashing anew what a multiplication hashes well enough.
///
/// Open addressing at half load, the first deal and year within the claim and further ones as a short chain: a million
/// facts fold in the time that a dictionary takes to hash them, and most touch one place in memory.
struct ClaimTable {
  /// Which deals are in the same fund.
  private let units: FundUnits
  private(set) var claims: [MoneyClaim] = []
  /// The parts of claims beyond their first ones.
  private var further: [MoneyClaim.Part] = []
  /// By slot, a few bits of the key that it has, 0 where it has none: they lie so close together that a slot which has
  /// another key is passed over without reading it.
  private var tags: [UInt8]
  /// By slot, the place in `claims`.
  private var places: [Int32]

  /// No claims yet.
  ///
  /// - Parameter capacity: how many facts may make a claim; memory for them is taken at once, since tables that grow are
  ///   copied into memory that the system has to clear first.
  init(_ units: FundUnits, capacity: Int = 0) {
    self.units = units
    claims.reserveCapacity(capacity)
    var size = 64
    while size < capacity * 2 { size *= 2 }
    tags = Array(repeating: 0, count: size)
    places = Array(repeating: 0, count: size)
  }

  /// Takes a fact into its claim; throws when a sum leaves 64 bits.
  mutating func add(_ fact: Fact, _ role: MoneyClaim.Role, year: Int32) throws(MoneyOverflow) {
    let key = MoneyClaim.Key(fact, role, units)
    let slot = slot(of: key)
    if tags[slot] == 0 {
      claims.append(try MoneyClaim(key, fact, year: year))
      tags[slot] = ClaimTable.tag(of: key.mixed)
      places[slot] = Int32(claims.count - 1)
      if claims.count * 2 > tags.count { grow() }
      return
    }
    let place = Int(places[slot])
    claims[place].note(fact)
    try change(place, like: fact, year) { part throws(MoneyOverflow) in try part.add(fact) }
  }

  /// Changes the part of a claim that has the deal of a fact and a year, a new one when there is none.
  private mutating func change(
    _ place: Int, like fact: Fact, _ year: Int32, _ change: (inout MoneyClaim.Part) throws(MoneyOverflow) -> Void
  ) throws(MoneyOverflow) {
    let deal = fact.dimensions.deal.rawValue
    if claims[place].first.year == year && claims[place].first.deal == deal { return try change(&claims[place].first) }
    var next = Int(claims[place].first.next)
    while next >= 0 && (further[next].year != year || further[next].deal != deal) { next = Int(further[next].next) }
    if next >= 0 { return try change(&further[next]) }
    var part = MoneyClaim.Part(deal: deal, year: year, next: claims[place].first.next)
    try change(&part)
    claims[place].first.next = Int32(further.count)
    further.append(part)
  }

  /// Hands out the parts of a claim in no order.
  func forEachPart(of claim: MoneyClaim, _ body: (MoneyClaim.Part) throws(MoneyOverflow) -> Void) throws(MoneyOverflow) {
    try body(claim.first)
    var next = claim.first.next
    while next >= 0 {
      try body(further[Int(next)])
      next = further[Int(next)].next
    }
  }

  /// What is paid of a claim by all deals in all years.
  func paid(on claim: MoneyClaim) throws(MoneyOverflow) -> Int64 {
    var paid: Int64 = 0
    try forEachPart(of: claim) { part throws(MoneyOverflow) in paid = try paid.plus(part.paid) }
    return paid
  }

  /// What is announced, signed, paid and proved of a claim by all deals in all years.
  func sums(of claim: MoneyClaim) throws(MoneyOverflow) -> MoneyClaim.Part {
    var sums = MoneyClaim.Part()
    try forEachPart(of: claim) { part throws(MoneyOverflow) in try sums.add(part) }
    return sums
  }

  /// Takes what went back off the claim of a fact; nothing happens where there is none.
  mutating func takeBack(
    _ fact: Fact, _ role: MoneyClaim.Role, paid: Int64, evidenced: Int64, year: Int32
  ) throws(MoneyOverflow) {
    let slot = slot(of: MoneyClaim.Key(fact, role, units))
    if tags[slot] == 0 || paid == 0 { return }
    try change(Int(places[slot]), like: fact, year) { part throws(MoneyOverflow) in
      part.paid = try part.paid.minus(paid)
      part.evidenced = try part.evidenced.minus(evidenced)
    }
  }

  /// The parts of a claim, in order of years and deals.
  func parts(of claim: MoneyClaim) throws(MoneyOverflow) -> [MoneyClaim.Part] {
    var parts: [MoneyClaim.Part] = []
    try forEachPart(of: claim) { part throws(MoneyOverflow) in parts.append(part) }
    return parts.sorted { ($0.year, $0.deal) < ($1.year, $1.deal) }
  }

  /// The years of all parts.
  func years() -> Set<Int32> { Set(claims.lazy.map(\.first.year)).union(further.lazy.map(\.year)) }

  /// The claim that a fact is a part of; nil when none was added.
  func claim(of fact: Fact, _ role: MoneyClaim.Role) -> MoneyClaim? {
    let slot = slot(of: MoneyClaim.Key(fact, role, units))
    return tags[slot] == 0 ? nil : claims[Int(places[slot])]
  }

  /// The slot that has a key, or the one that is free for it.
  private func slot(of key: MoneyClaim.Key) -> Int {
    let mixed = key.mixed
    let (mask, tag) = (tags.count - 1, ClaimTable.tag(of: mixed))
    var index = ClaimTable.index(of: mixed) & mask
    while tags[index] != 0 && (tags[index] != tag || claims[Int(places[index])].key != key) { index = (index + 1) & mask }
    return index
  }

  private static func index(of mixed: UInt64) -> Int { Int(truncatingIfNeeded: mixed >> 20) }

  /// Bits that `index` does not use, never 0.
  private static func tag(of mixed: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: mixed >> 56) | 0x80 }

  private mutating func grow() {
    tags = Array(repeating: 0, count: tags.count * 4)
    places = Array(repeating: 0, count: tags.count)
    let mask = tags.count - 1
    for (place, claim) in claims.enumerated() {
      let mixed = claim.key.mixed
      var index = ClaimTable.index(of: mixed) & mask
      while tags[index] != 0 { index = (index + 1) & mask }
      tags[index] = ClaimTable.tag(of: mixed)
      places[index] = Int32(place)
    }
  }
}
