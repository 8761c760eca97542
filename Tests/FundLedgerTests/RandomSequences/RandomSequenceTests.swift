import FundLedger
import Glibc
import Seeds
import Testing

/// What holds after any sequence of events (ten thousand of them, drawn from the seed of property tests).
@Suite("Ten thousand random sequences of events")
struct RandomSequenceTests {
  static let groups = 20
  static let sequencesPerGroup = 500
  static let steps = 10
  /// One in so many sequences is kept in a file too; `BGT_SEQUENCES=all` keeps every one.
  static let fileEvery = getenv("BGT_SEQUENCES").map { String(cString: $0) } == "all" ? 1 : 50

  static func seeds(of group: Int) -> [UInt64] {
    (0..<sequencesPerGroup).map { propertySeed() &+ UInt64(group * sequencesPerGroup + $0) }
  }

  @Test(
    "every book balances at every date, the quota identity holds at every date, and undoing everything leaves zero",
    arguments: 0..<groups)
  func inMemory(_ group: Int) throws {
    var count = 0
    for seed in Self.seeds(of: group) {
      var sequence = try RandomSequence(seed: seed, steps: Self.steps)
      count += sequence.recorded.count
      try checkBooks(sequence)
      try checkQuotas(sequence, isBounded: true)
      let refusal = try sequence.undoAll()
      #expect(refusal == nil, "seed \(seed): \(refusal.map { "\($0)" } ?? "")\n\(sequence.text)")
      if refusal != nil { continue }
      try checkBooks(sequence)
      try checkQuotas(sequence, isBounded: false)
      for movement in try sequence.ledger.movements(MovementQuery(isByDimensions: true)) {
        let account = sequence.ledger.register[movement.account].name
        #expect(try movement.closing() == 0, "seed \(seed): \(account) after undoing everything\n\(sequence.text)")
      }
    }
    #expect(count > Self.sequencesPerGroup * 2, "the sequences record too little")
  }

  @Test(
    "a print imports to the same chain head, the file verifies, and so it does after its batch is undone",
    arguments: 0..<groups)
  func inFiles(_ group: Int) throws {
    for (index, seed) in Self.seeds(of: group).enumerated() where index % Self.fileEvery == 0 {
      let text = try RandomSequence(seed: seed, steps: Self.steps).text
      let folder = try Folder()
      let book = try folder.newBook("a.book")
      try load(text, into: book)
      try checkPrint(of: book, folder, "before", seed)
      #expect(try book.verify() == [], "seed \(seed)\n\(text)")
      let day = try #require(Day("2023-12-31"))
      do throws(Diagnostic) {
        _ = try BatchUndo(try book.batch(named: "last"), reason: nil, day: day).run(in: book)
      } catch {
        // What is dated in 2022 cannot give quota back at the end of 2023; the refusal leaves no trace.
        #expect(error.code == .builtUpon || error.code == .outsideBudgetYear, "seed \(seed): \(error)")
      }
      #expect(try book.verify() == [], "seed \(seed)\n\(text)")
      try checkPrint(of: book, folder, "after", seed)
    }
  }

  /// Each book, commodity by commodity, sums to zero over the vouchers of every day, and so at every date.
  private func checkBooks(_ sequence: RandomSequence) throws {
    var sums: [String: Int64] = [:]
    try sequence.ledger.postings(PostingQuery()) { row throws(Diagnostic) in
      sums["\(row.book.name) \(row.posting.commodity.rawValue) \(row.day)", default: 0] += row.posting.amount
    }
    for (place, sum) in sums where sum != 0 {
      Issue.record("seed \(sequence.seed): \(place) is out of balance by \(sum)\n\(sequence.text)")
    }
  }

  /// Budget = where its money is (METRICS §3), envelope by envelope, at the end of every day.
  private func checkQuotas(_ sequence: RandomSequence, isBounded: Bool) throws {
    for envelope in sequence.ledger.register.envelopes {
      var position = EnvelopePosition()
      let facts = try sequence.ledger.facts(ofEnvelope: envelope.id).sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
      for (index, fact) in facts.enumerated() {
        try position.apply(fact)
        if index + 1 < facts.count && facts[index + 1].day == fact.day { continue }
        let sums = position.totals
        let budget =
          sums[.approved] + sums[.approvedAbove] + sums[.raised] - sums[.reduced] + sums[.movedIn] - sums[.movedOut]
          + sums[.carriedIn]
        let places =
          position.unissued + position.available + position.frozen + position.signedUnpaid + position.paid
          + sums[.carriedOut] + sums[.lapsed]
        let place = "seed \(sequence.seed): \(envelope.name) on \(fact.day)"
        #expect(budget == places, "\(place)\n\(sequence.text)")
        // Exceptions alone may take an envelope below zero.
        if isBounded && sums[.excessAuthorised] == 0 {
          #expect(position.available >= 0, "\(place)\n\(sequence.text)")
        }
      }
    }
  }

  private func checkPrint(of book: Book, _ folder: Folder, _ name: String, _ seed: UInt64) throws {
    var text: [UInt8] = []
    try book.events { _, bytes throws(Diagnostic) in text += bytes }
    let copy = try folder.newBook("\(name).book")
    try load(String(decoding: text, as: UTF8.self), into: copy)
    #expect(try copy.head() == book.head(), "seed \(seed)")
  }

  private func load(_ text: String, into book: Book) throws {
    try book.transaction(source: BatchOrigin(source: "random")) { writer throws(Diagnostic) in
      let problems = JournalReader(register: writer.register).read(Array(text.utf8), file: "random") {
        event throws(Diagnostic) in _ = try writer.append(event)
      }
      if let first = problems.first { throw first }
    }
  }
}
