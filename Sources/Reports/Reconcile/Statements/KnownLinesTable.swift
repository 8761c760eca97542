import LedgerCore
import Portfolio
import ReportDocument

/// The lines of a statement that is read which are recorded already, each with the file that it was read from before.
struct KnownLinesTable {
  private let known: [StatedLines.Known]
  private let heads: [StatementHead]
  private let register: Register
  private let listedMax: Int?

  init(
    _ known: [StatedLines.Known], _ records: StatementRecords, _ account: Account, _ register: Register, listedMax: Int?
  ) {
    self.known = known
    heads = records.heads.filter { $0.account == account.id }.map(\.head).sorted { $0.sequence < $1.sequence }
    self.register = register
    self.listedMax = listedMax
  }

  /// The table in a section of its own; none when all lines are new.
  func sections() -> [Section] {
    if known.isEmpty { return [] }
    var table = Table(
      "knownLines",
      columns: [
        Column("date", Phrase("日期", "Date"), .day), Column("amount", Phrase("金额", "Amount"), .money),
        Column("about", Phrase("对方、摘要", "Party, narration")), Column("line", Phrase("已登记为", "Recorded as")),
        Column("file", Phrase("读自", "Read from")), Column("evidence", Phrase("依据", "The same by")),
      ])
    for item in known.prefix(listedMax ?? .max) {
      let line = item.line
      table.add(
        .day(line.day), .money(line.amount, register[line.commodity]),
        .text(line.counterparty.isEmpty ? line.text : line.counterparty), .text("#\(line.sequence)"),
        file(of: line).map(Cell.text) ?? .code("", Phrase("（非文件）", "(no file)")), item.evidence.cell)
    }
    var blocks: [Block] = [.table(table)]
    if let listedMax, known.count > listedMax { blocks.append(.note(.notListed(known.count - listedMax))) }
    return [Section("known", title: Phrase("以前已登记的行，不再登记", "Lines that are there already; not recorded again"), blocks: blocks)]
  }

  /// The file that a recorded line was read from: that of the statement before it in the chain, if the line lies in its days.
  private func file(of line: StatedLine) -> String? {
    var (low, high) = (0, heads.count)
    while low < high {
      let middle = (low + high) / 2
      if heads[middle].sequence < line.sequence { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let head = heads[low - 1]
    return head.from <= line.day && line.day <= head.to && !head.file.isEmpty ? head.file : nil
  }
}

extension LineIdentity.Evidence {
  /// What shows it, in words.
  var cell: Cell {
    switch self {
    case .wording: .code("wording", Phrase("逐字相同", "every word"))
    case .balance: .code("balance", Phrase("余额", "balance"))
    case .number: .code("number", Phrase("流水号", "number"))
    case .account: .code("account", Phrase("对方账号", "account"))
    case .name: .code("name", Phrase("对方户名", "name"))
    case .text: .code("text", Phrase("摘要", "text"))
    case .amount: .code("amount", Phrase("同日同额", "day and amount"))
    }
  }
}
