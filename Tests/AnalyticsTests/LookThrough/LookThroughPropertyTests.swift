import Analytics
import LedgerCore
import Seeds
import Testing

@Suite("Money seen through funds, whatever the graph")
struct LookThroughPropertyTests {
  @Test("a split adds up to the amount, no part is negative, and none is off by more than one fen")
  func splits() throws {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<2000 {
      var mix = MoneyMix()
      for owner in MoneyOwner.allCases { mix[owner] = Int64.random(in: 0...1_000_000, using: &random) }
      let amount = Int64.random(in: 0...10_000_000, using: &random)
      let parts = try mix.split(amount)
      let total = try mix.total()
      #expect(try parts.total() == amount)
      guard total > 0 else { continue }
      for owner in MoneyOwner.allCases {
        #expect(parts[owner] >= 0)
        let exact = Int128(amount) * Int128(mix[owner])
        let error = (Int128(parts[owner]) * Int128(total) - exact).magnitude
        #expect(error <= UInt128(total) && (owner != .own || error * 2 <= UInt128(total)))
      }
    }
  }

  /// Funds in tiers, each fed from outside and from funds of the tier above; the last tier are companies.
  static func tiers(_ count: Int, width: Int, links: Int, seed: UInt64) -> OwnershipGraph {
    var random = SeededGenerator(seed: seed)
    var graph = OwnershipGraph()
    for tier in 0..<count {
      for number in 0..<width { _ = graph.addEntity("\(tier)-\(number)", isVehicle: tier + 1 < count) }
    }
    for entity in 0..<count * width {
      for owner in [MoneyOwner.own, .private, .stateFirm, .otherPublic] where entity < width || owner != .own {
        let amount = Int64.random(in: 1...1_000_000_00, using: &random)
        graph.add(OwnershipLink(.call, from: .outside(owner), to: entity, amount))
      }
      if entity < width { continue }
      let above = (entity / width - 1) * width
      for _ in 0..<links {
        let source = Int.random(in: above..<above + width, using: &random)
        graph.add(OwnershipLink(.call, from: .entity(source), to: entity, Int64.random(in: 1...1_000_000, using: &random)))
      }
    }
    return graph
  }

  @Test("ten thousand entities in five tiers: every entity's money is what was put into it, to the fen")
  func large() throws {
    let graph = Self.tiers(5, width: 2000, links: 3, seed: 7)
    #expect(graph.entities.count == 10_000)
    let trace = try LookThrough(graph)
    var into = Array(repeating: Int64(0), count: graph.entities.count)
    for link in graph.links { into[link.target] += link.amount }
    #expect(trace.findings == [])
    for (entity, position) in trace.positions.enumerated() {
      #expect(try position.money.total() == into[entity])
      #expect(position.money[.unrecorded] == 0)
      #expect(position.tier == entity / 2000 + 1)
    }
  }

  @Test("a chain of a hundred thousand funds, open or closed to a circle, takes no stack")
  func chain() throws {
    var graph = OwnershipGraph()
    let count = 100_000
    for number in 0..<count { _ = graph.addEntity("\(number)", isVehicle: number + 1 < count) }
    graph.add(OwnershipLink(.call, from: .outside(.own), to: 0, 100))
    graph.add(OwnershipLink(.call, from: .outside(.private), to: 0, 100))
    for number in 1..<count { graph.add(OwnershipLink(.call, from: .entity(number - 1), to: number, 100)) }
    #expect(try LookThrough(graph).positions[count - 1].money[.own] == 50)
    #expect(try LookThrough(graph).positions[count - 1].tier == count)
    graph.add(OwnershipLink(.call, from: .entity(count - 1), to: 0, 1))
    #expect(try LookThrough(graph).findings.map(\.code) == [.ownershipCycle])
  }

  @Test("sums that leave 64 bits throw, they do not trap")
  func overflow() throws {
    var graph = OwnershipGraph()
    let fund = graph.addEntity("基金", isVehicle: true)
    for owner in [MoneyOwner.own, .private] {
      graph.add(OwnershipLink(.call, from: .outside(owner), to: fund, .max))
    }
    #expect(throws: MoneyOverflow.self) { try LookThrough(graph) }
  }
}
