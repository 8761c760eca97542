import ArgumentParser
import FundLedger

/// `bgt invest`: records an investment with all that belongs to its closing.
struct Invest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invest",
    abstract: Wording("记录投资：认缴、出资，以及同轮他方资金。", "Records an investment: commitment, payment and the others' money of the same closing. 记录投资"),
    discussion: Wording(
      """
      bgt invest 力得/A 500万元 --envelope 2022/拨改投 --share 8.5% --with 某创投=1500万元 --loan 某银行=1000万元
      新项目另写 --party 和 --method。列示所生成的凭证、指标余额和放大倍数。
      """,
      """
      bgt invest 力得/A 500万元 --envelope 2022/拨改投 --share 8.5% --with 某创投=1500万元 --loan 某银行=1000万元
      A new deal also needs --party and --method. Shows the vouchers, what is left of the envelope, and the leverage.
      """))

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("投资项目，如 企业/轮次。", "The deal, as COMPANY/ROUND."))
  var deal: String
  @Argument(help: ArgumentHelp("我方资金：5,000,000.00、500万元。", "Our money: 5,000,000.00, 500万元."))
  var amount: String
  @Argument(help: ArgumentHelp("金额的币种。", "Commodity of the amount."))
  var commodity: String?
  @Option(help: ArgumentHelp("出资日期（缺省为今天）。", "Day of the payment (default: today)."), transform: Parsing.day)
  var date: Day?
  @Option(help: ArgumentHelp("资金所出的指标，年度/专项。", "Envelope that the money comes from, YEAR/PROGRAMME."))
  var envelope: String?
  @Option(help: ArgumentHelp("出资后的持股比例，如 8.5%。", "Share held afterwards, as 8.5%."))
  var share: String?
  @Option(help: ArgumentHelp("认缴额，与出资额不同时写。", "Committed amount when it differs from the payment."))
  var commit: String?
  @Flag(help: ArgumentHelp("只记认缴，暂不出资。", "Record the commitment and pay nothing yet."))
  var unpaid = false
  @Flag(help: ArgumentHelp("用收回的资金出资，不用指标。", "Pay out of recovered money, not out of an envelope."))
  var recycled = false
  @Option(help: ArgumentHelp("投资所依据的文件。", "Document behind the investment."))
  var doc: String?
  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "同轮他方资金，单位=金额 或 单位=金额=类别（private 民间、state-firm 国有企业、public 财政）；可重复。",
      "Others in the same closing, PARTY=AMOUNT or PARTY=AMOUNT=CLASS (private, state-firm, public); may be repeated."))
  var partners: [String] = []
  @Option(name: .customLong("loan"), help: ArgumentHelp("跟进的银行贷款，银行=金额；可重复。", "Bank loans that follow, BANK=AMOUNT; may be repeated."))
  var loans: [String] = []
  @Flag(help: ArgumentHelp("账簿已有相同的投资时也照记。", "Record it although the book has an investment just like it."))
  var again = false
  @Option(help: ArgumentHelp("证明他方资金的文件。", "Document that proves the others' money."))
  var evidence: String?
  @Option(
    name: .customLong("override"),
    help: ArgumentHelp("超出指标的理由；须同时写 --authorised。", "Why the envelope may be exceeded; needs --authorised. 例外理由"))
  var exception: String?
  @Option(help: ArgumentHelp("批准例外的授权人。", "Who authorised the exception. 授权人"))
  var authorised: String?
  @Option(help: ArgumentHelp("新项目：企业或基金。", "New deal: the company or fund."))
  var party: String?
  @Option(help: ArgumentHelp("新项目：所属专项（缺省为指标的专项）。", "New deal: the programme (default: that of the envelope)."))
  var programme: String?
  @Option(
    help: ArgumentHelp(
      "新项目：直接投资 direct、委托投资 entrusted、注资引导投资 guided、直接注资 injection。",
      "New deal: 直接投资 direct, 委托投资 entrusted, 注资引导投资 guided, 直接注资 injection."))
  var method: String?
  @Option(
    help: ArgumentHelp(
      "新项目：普通股 ordinary、优先股 preferred、可转债 convertible、合伙份额 partnership。",
      "New deal: 普通股 ordinary, 优先股 preferred, 可转债 convertible, 合伙份额 partnership."))
  var instrument: String?
  @Option(help: ArgumentHelp("新项目：代财政持股的受托机构。", "New deal: who holds the shares for the treasury."))
  var holder: String?
  @Option(help: ArgumentHelp("新项目：约定期限，如 5y。", "New deal: agreed term, as 5y."))
  var term: String?

  func run() throws {
    let opened = try BookFiles.open(at: book.path)
    let day = date ?? SystemClock.today
    let recorded = try opened.recordAll(source: "bgt invest \(deal)", again: again, today: SystemClock.today) { writer throws(Diagnostic) in
      let known = writer.register.deal(named: deal)
      if let known { try checkAgrees(with: known, writer.register) }
      let order = try order(on: day, isNew: known == nil, FieldParser(register: writer.register))
      let position = try known.map { deal throws(Diagnostic) in try writer.position(of: deal.id) }
      let outstanding = position.map { max(0, $0.totals[.committed] - $0.paidIn) } ?? 0
      return try order.events(for: writer.register, outstanding: outstanding)
    }
    if case .drafted = recorded.first { return try Recorded.show(recorded[0], in: opened, output) }
    Warnings.show(recorded.flatMap { $0.event?.warnings ?? [] })
    var parts: [InvestReport.Part] = []
    for case .recorded(let event, let numbers, let first) in recorded {
      parts.append(InvestReport.Part(event, numbers: numbers, firstVoucher: first))
    }
    if parts.isEmpty {
      return Terminal.complain(
        Diagnostic(
          .alreadyRecorded,
          Wording(
            "账簿已有这笔投资且仍然有效；没有记录任何内容", "the book has this investment already, and it stands; nothing was recorded"),
          hint: Wording(
            "若是另一笔，加 --again 重新执行，或写它自己的 --date 或 --doc",
            "when it is another one, repeat the command with --again, or give its own --date or --doc"),
          severity: .warning))
    }
    try output.show(try InvestReport(deal: deal, parts: parts).document(from: opened))
  }

  private func order(on day: Day, isNew: Bool, _ fields: FieldParser) throws(Diagnostic) -> InvestOrder {
    let text = commodity.map { amount + " " + $0 } ?? amount
    var order = InvestOrder(deal: deal, amount: try fields.positive(text), day: day)
    order.envelope = envelope
    order.share = try share.map { text throws(Diagnostic) in try fields.rate(text) }
    order.commitment = try commit.map { text throws(Diagnostic) in try fields.positive(text) }
    order.isCommitmentOnly = unpaid
    order.isRecycled = recycled
    order.doc = doc
    order.evidence = evidence
    order.override = exception
    order.authorised = authorised
    order.partners = try partners.map { text throws(Diagnostic) in try partner(text, .private, fields) }
    order.loans = try loans.map { text throws(Diagnostic) in try partner(text, .bank, fields) }
    if let party, isNew {
      guard let method else {
        throw Diagnostic(
          .missingField, Wording("新项目要写 --method", "a new deal needs --method"),
          hint: Wording("直接投资、委托投资、注资引导投资、直接注资 之一", "one of 直接投资, 委托投资, 注资引导投资, 直接注资"))
      }
      order.newDeal = InvestOrder.NewDeal(
        party: party, programme: programme, method: method, instrument: instrument, holder: holder,
        termMonths: try term.map { text throws(Diagnostic) in try fields.months(text) })
    }
    return order
  }

  private func partner(
    _ text: String, _ contributor: ContributorClass, _ fields: FieldParser
  ) throws(Diagnostic) -> InvestOrder.Partner {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), !parts[0].isEmpty else {
      throw Diagnostic(
        .badFieldValue, Wording("\(text) 不是 单位=金额", "\(text) is not PARTY=AMOUNT"),
        hint: Wording("如 --with 某创投=1500万元", "as in --with 某创投=1500万元"))
    }
    var kind = contributor
    if parts.count == 3 {
      guard let named = ContributorClass.allCases.first(where: { $0.name == parts[2] || $0.chinese == parts[2] }) else {
        throw Diagnostic(
          .badFieldValue, Wording("\(parts[2]) 不是资金类别", "\(parts[2]) is not a class of money"),
          hint: Wording("private、state-firm 或 public", "private, state-firm or public"))
      }
      kind = named
    }
    return InvestOrder.Partner(party: parts[0], money: try fields.positive(parts[1]), contributor: kind)
  }

  /// What is said of a deal that is recorded already must be what is recorded.
  private func checkAgrees(with known: Deal, _ register: Register) throws(Diagnostic) {
    let facts: [(String, String?, [String])] = [
      ("party", party, [register[known.party].name]), ("programme", programme, [register[known.programme].name]),
      ("method", method, [known.method.rawValue, known.method.chinese]),
      ("instrument", instrument, [known.instrument.rawValue, known.instrument.chinese]),
      ("holder", holder, [known.holder.isNone ? "" : register[known.holder].name]),
    ]
    for (name, said, recorded) in facts {
      guard let said, !recorded.contains(said) else { continue }
      throw Diagnostic(
        .conflictingFields,
        Wording(
          "\(deal)登记的 \(name) 是 \(recorded.last ?? "")，不是 \(said)", "\(deal) is recorded with \(name) \(recorded.last ?? ""), not \(said)"),
        hint: Wording("不写 --\(name)，或用另一名称登记新项目", "leave --\(name) out, or record a new deal under another name"))
    }
  }
}
