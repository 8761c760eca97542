import LedgerCore
import Testing

@testable import Portfolio

/// What happens beyond an envelope: by moment, by scope, by an authorised exception.
@Suite("Budget control")
struct ControlTests {
  /// An envelope of 100 yuan beside the large one.
  private static let small = "2022-01-01 budget 2022/拨改投/q 100.00\n"
  private static let pay = "2022-03-01 pay 甲/A 130.00 envelope:2022/拨改投/q"
  private static let commit = "2022-03-01 commit 甲/A 130.00 envelope:2022/拨改投/q"
  private static let fee = "2022-03-01 fee 拨改投 130.00 envelope:2022/拨改投/q"

  /// What the last event is refused with, its warnings and the excess that it recorded.
  private func outcome(
    _ text: String
  ) throws -> (refusal: DiagnosticCode?, warnings: [DiagnosticCode], excess: [Measure: Int64]) {
    let books = try Books(ControlTests.small + text + "\n")
    if let problem = books.problems.last { return (problem.code, [], [:]) }
    let last = try #require(books.events.last)
    var excess: [Measure: Int64] = [:]
    for fact in last.facts where [.excessAuthorised, .excessWarned, .excessIgnored].contains(fact.measure) {
      excess[fact.measure, default: 0] += fact.amount
    }
    return (nil, last.warnings.map(\.code), excess)
  }

  @Test(
    "without a control, commitments, payments and fees beyond the envelope are refused",
    arguments: [ControlTests.pay, ControlTests.commit, ControlTests.fee])
  func stop(_ event: String) throws {
    #expect(try outcome(event).refusal == .overEnvelope)
  }

  @Test(
    "warn records with a warning and the excess, ignore with the excess alone",
    arguments: [ControlTests.pay, ControlTests.commit, ControlTests.fee])
  func modes(_ event: String) throws {
    let warned = try outcome("2022-01-01 control commit:warn pay:warn\n" + event)
    #expect(warned.refusal == nil && warned.warnings == [.overEnvelopeWarning] && warned.excess == [.excessWarned: 3000])
    let ignored = try outcome("2022-01-01 control commit:ignore pay:ignore\n" + event)
    #expect(ignored.refusal == nil && ignored.warnings == [] && ignored.excess == [.excessIgnored: 3000])
  }

  @Test("a control holds for its moment only, from its day on, and of its envelope or programme")
  func scopes() throws {
    #expect(try outcome("2022-01-01 control commit:warn\n" + ControlTests.pay).refusal == .overEnvelope)
    #expect(try outcome("2022-01-01 control pay:warn\n" + ControlTests.commit).refusal == .overEnvelope)
    #expect(try outcome("2022-03-02 control pay:warn\n" + ControlTests.pay).refusal == .overEnvelope)
    #expect(try outcome("2022-01-01 control envelope:2022/拨改投 pay:warn\n" + ControlTests.pay).refusal == .overEnvelope)
    #expect(try outcome("programme 二\n2022-01-01 control programme:二 pay:warn\n" + ControlTests.pay).refusal == .overEnvelope)
    #expect(try outcome("2022-01-01 control programme:拨改投 pay:warn\n" + ControlTests.pay).refusal == nil)
  }

  @Test("the narrower control counts whenever it was said; of two alike, the later day, then the later record")
  func precedence() throws {
    let narrow = "2022-01-01 control envelope:2022/拨改投/q pay:stop\n"
    #expect(try outcome(narrow + "2022-02-01 control pay:ignore\n" + ControlTests.pay).refusal == .overEnvelope)
    #expect(try outcome("2022-02-01 control pay:warn\n2022-01-01 control pay:stop\n" + ControlTests.pay).refusal == nil)
    #expect(try outcome("2022-02-01 control pay:warn\n2022-02-01 control pay:stop\n" + ControlTests.pay).refusal == .overEnvelope)
  }

  @Test("a control lets nothing but commitments, payments and fees pass")
  func others() throws {
    let open = "2022-01-01 control commit:ignore pay:ignore\n"
    for event in ["cut", "freeze", "lapse"] {
      #expect(try outcome(open + "2022-03-01 \(event) 2022/拨改投/q 100.01").refusal == .overEnvelope)
    }
    #expect(try outcome(open + "2022-03-01 transfer 2022/拨改投/q 100.01 to:2022/拨改投/r").refusal == .overEnvelope)
  }

  @Test("a control must say something, and of envelopes of its programme")
  func refused() throws {
    #expect(try outcome("2022-01-01 control programme:拨改投").refusal == .missingField)
    #expect(
      try outcome("programme 二\n2022-01-01 control programme:二 envelope:2022/拨改投 pay:warn").refusal == .outsideProgramme)
  }

  @Test("an exception needs both a reason and who authorised it; with both it is recorded with the excess")
  func exception() throws {
    for event in [ControlTests.pay, ControlTests.commit, ControlTests.fee] {
      #expect(try outcome(event + " override:设备到货").refusal == .exceptionIncomplete)
      #expect(try outcome(event + " authorised:王局长").refusal == .exceptionIncomplete)
      let both = try outcome(event + " override:设备到货 authorised:王局长")
      #expect(both.refusal == nil && both.warnings.first == .exceptionRecorded)
      #expect(both.excess == [.excessAuthorised: 3000])
    }
  }

  @Test("only what sinks further counts as the excess of an exception")
  func further() throws {
    let first = ControlTests.pay + " override:急 authorised:王局长\n"
    let second = try outcome(first + "2022-03-02 pay 甲/A 5.00 envelope:2022/拨改投/q override:急 authorised:王局长")
    #expect(second.excess == [.excessAuthorised: 500])
    #expect(try outcome(first + "2022-03-02 pay 甲/A 0.01 envelope:2022/拨改投/q").refusal == .overEnvelope)
    let books = try Books(ControlTests.small + first + "2022-03-05 raise 2022/拨改投/q 30.00 doc:追加\n")
    #expect(books.problems == [])
    #expect(try books.envelope("2022/拨改投/q").available == 0)
  }

  @Test("an exception that was not needed is no exception, and says so")
  func needless() throws {
    let outcome = try outcome("2022-03-01 pay 甲/A 100.00 envelope:2022/拨改投/q override:急 authorised:王局长")
    #expect(outcome.refusal == nil && outcome.warnings == [.exceptionNeedless] && outcome.excess == [:])
  }

  @Test("an exception never excuses a wrong programme, a budget year that is over, or money that is not there")
  func limits() throws {
    let both = " override:急 authorised:王局长"
    #expect(
      try outcome("programme 二\n2022-01-01 budget 2022/二 9.00\n2022-03-01 pay 甲/A 5.00 envelope:2022/二" + both).refusal
        == .outsideProgramme)
    #expect(try outcome("2023-03-01 pay 甲/A 5.00 envelope:2022/拨改投/q" + both).refusal == .outsideBudgetYear)
    #expect(try outcome("2022-03-01 pay 甲/A 5.00 funding:recycled" + both).refusal == .overRecycled)
    #expect(try outcome("2022-03-01 pay 丁 5.00 envelope:2022/拨改投/q" + both).refusal == .unknownDeal)
  }

  @Test("reversing an exception takes its excess back")
  func reversed() throws {
    var books = try Books(ControlTests.small + ControlTests.pay + " override:急 authorised:王局长\n")
    let number = try #require(books.events.last).sequence
    #expect(books.record("2022-03-02 reverse #\(number) reason:错") == nil)
    let position = try books.envelope("2022/拨改投/q")
    #expect(position.totals[.excessAuthorised] == 0 && position.available == 10_000)
  }
}
