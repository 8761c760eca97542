import LedgerCore
import Portfolio
import ReportDocument

/// What a check of a whole book file found, as a document that can be kept with the papers of the year.
public struct VerifyReport: Sendable {
  /// One thing in which the file is not what its events make of it.
  public struct Line: Sendable {
    /// Where it is wrong, as `voucher`.
    public var part: String
    /// The same in words.
    public var title: Phrase
    /// The event that it is about, nil when it is about none.
    public var event: Int64?
    /// What is wrong.
    public var message: Phrase
    /// What to do.
    public var remedy: Phrase

    public init(part: String, title: Phrase, event: Int64?, message: Phrase, remedy: Phrase) {
      self.part = part
      self.title = title
      self.event = event
      self.message = message
      self.remedy = remedy
    }
  }

  /// What a seal that was kept is found to be.
  public struct SealLine: Sendable {
    public var year: Int
    public var isHolding: Bool
    public var sentence: Phrase

    public init(year: Int, isHolding: Bool, sentence: Phrase) {
      self.year = year
      self.isHolding = isHolding
      self.sentence = sentence
    }
  }

  /// The file that was checked.
  public var path: String
  /// What differs; nothing in a sound book.
  public var lines: [Line]
  /// Where the chain of a sound book stands; nil in one that is not.
  public var head: ChainHead?
  /// The first event that is damaged itself, in words; nil when none is.
  public var firstDamaged: Phrase?
  /// Seals that were compared.
  public var seals: [SealLine] = []

  public init(path: String, lines: [Line], head: ChainHead? = nil, firstDamaged: Phrase? = nil) {
    self.path = path
    self.lines = lines
    self.head = head
    self.firstDamaged = firstDamaged
  }

  /// The result as a document.
  public func document() -> ReportDocument {
    var document = ReportDocument(
      "verify", title: Phrase("账簿校验", "Verification of the book"),
      definitions: [
        Phrase(
          "由事项重新计算链、凭证、编号、余额和指标，与文件逐一核对",
          "Chain, vouchers, numbers, balances and envelopes were computed anew from the events and compared with the file")
      ],
      facts: [Figure("file", Phrase("账簿文件", "Book file"), .text(path))])
    let sound = lines.isEmpty
    var figures = [
      Figure(
        "result", Phrase("结论", "Result"),
        sound ? .code("sound", Phrase("相符", "sound")) : .code("differs", Phrase("不符", "differs"))),
      Figure("findings", Phrase("不符项数", "Findings"), .count(lines.count)),
    ]
    if let head {
      figures.append(Figure("events", Phrase("事项数", "Events"), .integer(head.sequence)))
      document.facts.append(.knownAt(.integer(head.sequence)))
      document.facts.append(.chainHead(head.digest))
    }
    if let firstDamaged {
      figures.append(Figure("firstDamaged", Phrase("首个受损事项", "First damaged event"), .phrase(firstDamaged)))
    }
    document.sections = [Section("result", blocks: [.figures(FigureList("result", figures))])]
    if !sound { document.sections.append(Section("findings", title: Phrase("不符事项", "Findings"), blocks: [.table(table)])) }
    if !seals.isEmpty { document.sections.append(Section("seals", title: Phrase("封账核对", "Seals"), blocks: [.table(sealTable)])) }
    return document
  }

  private var table: Table {
    var table = Table(
      "findings",
      columns: [
        Column("part", Phrase("部位", "Part")), Column("event", Phrase("事项", "Event")),
        Column("message", Phrase("不符之处", "What differs")), Column("remedy", Phrase("处理", "What to do")),
      ])
    for line in lines {
      table.add(
        .code(line.part, line.title), line.event.map { .text("#\($0)") } ?? .empty, .phrase(line.message), .phrase(line.remedy))
    }
    return table
  }

  private var sealTable: Table {
    var table = Table(
      "seals",
      columns: [
        Column("year", Phrase("年度", "Year")), Column("state", Phrase("结论", "Result")),
        Column("sentence", Phrase("说明", "Explanation")),
      ])
    for seal in seals {
      let state: Cell = seal.isHolding ? .code("holds", Phrase("有效", "holds")) : .code("broken", Phrase("不符", "does not hold"))
      table.add(.text("\(seal.year)"), state, .phrase(seal.sentence))
    }
    return table
  }
}
