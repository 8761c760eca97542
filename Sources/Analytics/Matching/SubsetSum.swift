/// Finds the amounts of a list that add up to another exactly, within a number of steps.
struct SubsetSum {
  /// Amounts above zero, the largest first.
  private let amounts: [Int64]
  /// What all amounts from a place on come to.
  private let rest: [Int64]
  /// How many may be added up.
  private let countMax: Int
  /// Steps left.
  private(set) var steps: Int
  /// What was found: places in the list, ascending.
  private(set) var found: [[Int]] = []
  /// Finding more than this would only show how little a sum proves.
  private let foundMax = 8

  /// - Parameter amounts: all above zero, the largest first; their sum must fit into 64 bits.
  init?(_ amounts: [Int64], countMax: Int, steps: Int) {
    var rest = Array(repeating: Int64(0), count: amounts.count + 1)
    for index in amounts.indices.reversed() {
      let (sum, overflow) = rest[index + 1].addingReportingOverflow(amounts[index])
      if overflow { return nil }
      rest[index] = sum
    }
    self.amounts = amounts
    self.rest = rest
    self.countMax = countMax
    self.steps = steps
  }

  /// Looks for sums of at least two amounts.
  mutating func search(for target: Int64) {
    var chosen: [Int] = []
    search(from: 0, target, &chosen)
  }

  private mutating func search(from start: Int, _ target: Int64, _ chosen: inout [Int]) {
    if target == 0 {
      if chosen.count > 1 { found.append(chosen) }
      return
    }
    if chosen.count == countMax { return }
    for index in start..<amounts.count {
      guard steps > 0, found.count < foundMax, rest[index] >= target else { return }
      steps -= 1
      if amounts[index] > target { continue }
      chosen.append(index)
      search(from: index + 1, target - amounts[index], &chosen)
      chosen.removeLast()
    }
  }
}
