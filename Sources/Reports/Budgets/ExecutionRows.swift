import LedgerCore
import Portfolio
import ReportDocument

/// Lines of a budget execution statement: budget, adjusted budget and actual by a key of the envelopes.
struct ExecutionRows {
  /// What the lines are made by.
  enum Key: String, CaseIterable {
    case programme, function, economic

    /// The heading of the table.
    func title(_ year: Int) -> Phrase {
      switch self {
      case .programme: Phrase("支出：按项目计划", "Outlay by programme")
      case .function: Phrase("支出：按功能分类（\(year) 年科目）", "Outlay by function class (codes of \(year))")
      case .economic: Phrase("支出：按政府经济分类（\(year) 年科目）", "Outlay by government economic class (codes of \(year))")
      }
    }

    /// What the lines of an envelope go under.
    func value(of envelope: Envelope, _ register: Register) -> String {
      switch self {
      case .programme: register[envelope.programme].name
      case .function: envelope.function
      case .economic: envelope.economic
      }
    }
  }

  /// One line, minor units.
  struct Line {
    var original: Int64 = 0
    var final: Int64 = 0
    var actual = ComparedAmount()

    /// Takes in another line; throws when a sum leaves 64 bits.
    mutating func add(_ other: Line) throws(Diagnostic) {
      try original.add(other.original)
      try final.add(other.final)
      try actual.add(other.actual)
    }
  }

  /// In the order of the keys: programmes as declared, codes by number, what has none last.
  private(set) var lines: [(key: String, line: Line)] = []
  private(set) var total = Line()

  init(_ years: EnvelopeYears, by key: Key) throws(Diagnostic) {
    var table: [String: Line] = [:]
    var order: [String] = []
    func add(_ envelope: Envelope, _ line: Line) throws(Diagnostic) {
      let value = key.value(of: envelope, years.register)
      if table[value] == nil { order.append(value) }
      try table[value, default: Line()].add(line)
    }
    for (envelope, figures) in years.current {
      let actual = ComparedAmount(current: figures.paid)
      try add(envelope, Line(original: figures.original, final: figures.final, actual: actual))
    }
    for (envelope, figures) in years.prior {
      try add(envelope, Line(actual: ComparedAmount(prior: figures.paid)))
    }
    if key != .programme { order.sort { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) } }
    for value in order {
      let line = table[value] ?? Line()
      lines.append((value, line))
      try total.add(line)
    }
  }
}
