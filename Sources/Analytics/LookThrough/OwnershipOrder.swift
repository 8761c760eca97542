/// Entities in an order in which money never flows backwards, and those of which there is no such order.
///
/// Worked off with a list, not by recursion: a chain of a million funds takes no stack.
struct OwnershipOrder {
  /// Sources before their targets.
  private(set) var order: [Int] = []
  /// One round in which money flows back to where it came from; empty when there is none.
  private(set) var cycle: [Int] = []

  /// Sorts the entities of some edges, each once.
  init(count: Int, edges: [(source: Int, target: Int)]) {
    var waiting = Array(repeating: 0, count: count)
    var first = Array(repeating: 0, count: count + 1)
    for edge in edges {
      waiting[edge.target] += 1
      first[edge.source + 1] += 1
    }
    for index in 0..<count { first[index + 1] += first[index] }
    var next = first
    var targets = Array(repeating: 0, count: edges.count)
    for edge in edges {
      targets[next[edge.source]] = edge.target
      next[edge.source] += 1
    }
    order = (0..<count).filter { waiting[$0] == 0 }
    var done = 0
    while done < order.count {
      let entity = order[done]
      done += 1
      for place in first[entity]..<first[entity + 1] {
        waiting[targets[place]] -= 1
        if waiting[targets[place]] == 0 { order.append(targets[place]) }
      }
    }
    if order.count < count { cycle = OwnershipOrder.cycle(among: waiting, edges) }
  }

  /// Goes back from an entity that waits to one that it waits for, until one comes up again.
  private static func cycle(among waiting: [Int], _ edges: [(source: Int, target: Int)]) -> [Int] {
    var sourceOf = Array(repeating: -1, count: waiting.count)
    for edge in edges where waiting[edge.source] > 0 && waiting[edge.target] > 0 { sourceOf[edge.target] = edge.source }
    guard var entity = waiting.firstIndex(where: { $0 > 0 }) else { return [] }
    var seen = Array(repeating: -1, count: waiting.count)
    var path: [Int] = []
    while entity >= 0 && seen[entity] < 0 {
      seen[entity] = path.count
      path.append(entity)
      entity = sourceOf[entity]
    }
    if entity < 0 { return [] }
    let round = Array(path[seen[entity]...].reversed())
    // Named from the entity that was met first.
    let first = round.indices.min { round[$0] < round[$1] } ?? 0
    return Array(round[first...] + round[..<first])
  }
}
