import FundLedger
import RandomEvents

/// A short random life of a few deals and envelopes, recorded in memory; what the books refuse is left out.
struct RandomSequence {
  let seed: UInt64
  let ledger: MemoryLedger
  /// What was recorded, the declarations before it left out.
  private(set) var recorded: [RecordedEvent] = []
  /// The journal of all that was recorded.
  private(set) var text = RandomSequence.preamble
  private let reader: JournalReader

  /// Parties, deals and one envelope, as the random events name them.
  static let preamble = """
    programme 拨改投 from:2019-01-01
    party 国投 kind:holder
    party 甲 kind:company region:371500
    party 基金甲 kind:fund
    2022-01-01 budget 2022/拨改投 2,000.00
    2022-01-01 deal 甲/A party:甲 programme:拨改投 holder:国投 method:委托投资
    2022-01-01 deal 甲/成本 party:甲 programme:拨改投 method:直接投资 accounting:成本法
    2022-01-01 deal 基金/一期 party:基金甲 programme:拨改投 method:注资引导投资

    """

  /// Attempts a number of events; reversals come by themselves with `undoAll`.
  init(seed: UInt64, steps: Int) throws {
    self.seed = seed
    ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"), numbersAsBook: true)
    reader = JournalReader(register: ledger.register)
    let problems = reader.read(Array(text.utf8), file: "preamble") { event throws(Diagnostic) in
      try ledger.record(event)
    }
    if let first = problems.first { throw first }
    var life = RandomLife(seed: seed)
    for _ in 0..<steps {
      let line = life.line(after: recorded.count)
      if line.contains(" reverse ") { continue }
      if record(line) == nil { text += line }
    }
  }

  /// Records one line; what is wrong with it is returned and nothing has changed then.
  private mutating func record(_ line: String) -> Diagnostic? {
    do throws(Diagnostic) {
      recorded.append(try ledger.record(try reader.event(parsing: Array(line.utf8))))
      return nil
    } catch {
      return error
    }
  }

  /// Reverses everything that did something, latest first, each on its own day.
  ///
  /// - Returns: the first refusal, nil when all of it went.
  mutating func undoAll() throws -> Diagnostic? {
    let budget = try ledger.recorded("#7").map { [$0] } ?? []
    for event in (budget + recorded).reversed() where !event.facts.isEmpty || !event.vouchers.isEmpty {
      let line = "\(event.event.effectiveDay) reverse #\(event.sequence) reason:全部冲销\n"
      if let refusal = record(line) { return refusal }
    }
    return nil
  }
}
