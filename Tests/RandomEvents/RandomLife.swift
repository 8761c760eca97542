import Seeds

/// Events drawn at random, as lines of a journal, over a few deals and envelopes: some legal, some not, none of them malformed.
public struct RandomLife {
  public var random: SeededGenerator
  private let deals = ["甲/A", "甲/成本", "基金/一期"]
  private let envelopes = ["2022/拨改投", "2023/拨改投", "2022/拨改投/重点"]

  /// Whether amounts reach to the end of 64 bits.
  private let isExtreme: Bool

  /// Whether envelopes are exceeded by controls and authorised exceptions.
  private let isControlled: Bool

  /// A life that the seed decides alone.
  public init(seed: UInt64, isExtreme: Bool = false, isControlled: Bool = false) {
    random = SeededGenerator(seed: seed)
    self.isExtreme = isExtreme
    self.isControlled = isControlled
  }

  /// One event as a line of a journal; `count` is how many were recorded so far.
  public mutating func line(after count: Int) -> String {
    let day = "202\(Int.random(in: 2...3, using: &random))-0\(Int.random(in: 1...9, using: &random))-15"
    return "\(day) \(body(after: count))\n"
  }

  private mutating func body(after count: Int) -> String {
    let deal = pick(deals)
    let envelope = pick(envelopes)
    switch Int.random(in: 0..<44, using: &random) {
    case 0: return "budget \(envelope) \(amount())"
    case 1: return "approve \(envelope) \(amount()) source:\(pick(["own", "above"]))"
    case 2: return "issue \(envelope) \(amount())"
    case 3: return "transfer \(envelope) \(amount()) to:\(pick(envelopes))"
    case 4: return "\(pick(["raise", "cut", "freeze", "unfreeze", "lapse"])) \(envelope) \(amount())"
    case 5: return "carry 2022/拨改投 \(amount()) to:2023/拨改投\(pick(["", " deal:\(deal)"]))"
    case 6, 7: return "commit \(deal) \(amount())\(pick(["", " envelope:\(envelope)"]))\(exception())"
    case 8: return "release \(deal) \(amount())"
    case 9...13:
      let extra = pick(["", " attachments:2"]) + exception()
      return "pay \(deal) \(amount()) envelope:\(envelope) share:\(percent()) last:\(pick(["yes", "no"]))\(extra)"
    case 14: return "pay \(deal) \(amount()) funding:recycled"
    case 15: return "refund \(deal) \(amount()) \(pick(["", "envelope:\(envelope)", "funding:recycled"]))"
    case 16, 17: return "result \(deal) \(pick(["", "-"]))\(amount())"
    case 18: return "equity \(deal) ours:\(pick(["", "-"]))\(amount())"
    case 19: return "declare \(deal) \(amount())"
    case 20: return "receive \(deal) \(amount()) cash:\(pick(["国库存款", "其他财政存款"]))"
    case 21: return "capitalise \(deal) \(amount())"
    case 22, 23, 24:
      let cost = pick(["", "", " cost:specific"]) + pick(["", " override:急 authorised:王局长"])
      return "exit \(deal) \(amount()) part:\(percent()) cash:\(pick(["国库存款", "其他财政存款"])) way:\(pick(["清算", "转让"]))\(cost)"
    case 25: return "\(pick(["writeoff", "handover"])) \(deal) part:\(percent()) \(pick(["", "direction:out"]))"
    case 26: return "handover \(deal) \(amount()) direction:in"
    case 27: return "adjust \(deal) \(pick(["", "-"]))\(amount()) detail:\(pick(["cost", "result", "money"]))"
    case 28: return "remit 拨改投 \(amount()) class:\(pick(["dividend", "transfer", "liquidation", "interest"]))"
    case 29: return "recycle 拨改投 \(amount())"
    case 30: return "fee 拨改投 \(amount()) \(pick(["", "envelope:\(envelope)"]))\(exception())"
    case 31: return "social \(deal) \(amount()) stage:\(pick(["announced", "signed", "paid", "returned"]))"
    case 32: return "value \(deal) \(amount())"
    case 33: return "advance 拨改投 \(amount())\(pick(["", " holder:国投"]))"
    case 34: return "advance 拨改投 \(amount()) direction:out"
    case 36, 37: return "pledge \(deal) \(amount()) year:\(pick(["2023", "2024"]))"
    case 38: return "release \(deal) \(amount()) year:\(pick(["2023", "2024"]))"
    case 39:
      let scope = pick(["", " programme:拨改投", " envelope:\(envelope)"])
      let mode = isControlled ? pick(["stop", "warn", "ignore"]) : "stop"
      return "control\(scope) commit:\(mode) pay:\(mode)"
    case 40:
      return "opening \(deal) \(amount()) adjustment:\(pick(["", "-"]))\(amount()) received:\(amount()) receivable:\(amount())"
    case 41: return "recover \(deal) \(amount()) cash:\(pick(["国库存款", "其他财政存款"]))"
    case 43:
      return "terms \(deal) tiers:\"\(pick(["", "3m principal;"])) \(pick(["interest", "higher"]))\" rate:\(percent()) "
        + "compounding:\(pick(["simple", "compound"])) dividends:\(pick(["kept", "deducted"])) holding:\(pick(["instalment", "first"]))"
    case 35: return "interest 拨改投 \(amount())"
    default: return "reverse #\(Int.random(in: 1...max(1, count), using: &random)) reason:错"
    }
  }

  /// Small amounts with odd fen, so that limits are met and halves are rounded.
  private mutating func amount() -> String {
    if isExtreme && Bool.random(using: &random) {
      return pick([
        "92233720368547758.07", "46116860184273879.04", "2882303761517117.44", "1441151880758558.72",
        "2882303761517117.43", "0.01", "0.00",
      ])
    }
    return "\(Int.random(in: 0...400, using: &random)).\(Int.random(in: 10...99, using: &random))"
  }

  /// The words of an authorised exception, now and then.
  private mutating func exception() -> String {
    guard isControlled else { return "" }
    return pick(["", "", " override:急 authorised:王局长", " override:急"])
  }

  private mutating func percent() -> String {
    pick(["100%", "50%", "33.3333%", "0.1%", "\(Int.random(in: 1...99, using: &random))%"])
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }
}
