import LedgerCore

/// A cap that an event goes beyond.
struct PolicyBreach {
  let requirement: Requirement
  /// What there is after the event.
  let reach: CapReach
  /// What there may be: minor units, or parts per billion of a share.
  let limit: Int64

  /// What comes first: refused before warned before reported, then the lower limit.
  var severity: (Int, Int64) {
    (RecordingMode.allCases.firstIndex(of: requirement.recording) ?? 0, limit)
  }

  /// How far it goes beyond.
  var excess: Int64 { reach.amount - limit }

  var code: DiagnosticCode {
    switch requirement.rule {
    case .ticketCap: .overTicketCap
    case .largestHolder: .becomesLargestHolder
    default: .overShareCap
    }
  }

  func sentence(in register: Register) -> Wording {
    let (held, share) = (reach.name, reach.shown)
    switch requirement.rule {
    case .ticketCap:
      let cap = DecimalText.format(limit, scale: register.base.scale, grouped: true) + " " + register.base.code
      return Wording("\(held)达到 \(share)，超过单笔投资上限 \(cap)", "\(held) comes to \(share), beyond the \(cap) of a single investment") + source
    case .largestHolder where reach.isReckoned:
      return Wording(
        "按各方认缴占\(held)的 \(share)，多于其他任何合伙人，成为第一大股东",
        "with \(share) of what was signed on \(held), more than any other partner, the state is its largest holder") + source
    case .largestHolder:
      return Wording("持有\(held)的 \(share)，成为第一大股东", "with \(share) of \(held) the state is its largest holder") + source
    default:
      let cap = Rate(partsPerBillion: limit)
      if reach.isReckoned {
        return Wording(
          "按各方认缴占\(held)的 \(share)，超过上限 \(cap)", "\(share) of what was signed on \(held) is beyond the cap of \(cap)") + source
      }
      return Wording("持有\(held)的 \(share)，超过上限 \(cap)", "\(share) of \(held) is beyond the cap of \(cap)") + source
    }
  }

  /// Where the requirement stands, and whether anybody read it there.
  private var source: Wording {
    let (citation, status) = (requirement.citation, requirement.status)
    return citation.isEmpty ? .none : Wording("（\(citation)，\(status.chinese)）", " (\(citation), \(status.rawValue))")
  }

  var advice: Wording {
    let others =
      reach.isReckoned
      ? Wording("其他合伙人的认缴先用 subscribe 记入；", "first record with subscribe what other partners signed; ") : .none
    return others
      + Wording(
        "减少股比或金额；例外要写 override:原因 和 authorised:批准人",
        "take a smaller share or amount; an exception needs override:REASON and authorised:WHO")
  }

  func measure(isWarned: Bool) -> Measure {
    switch requirement.rule {
    case .ticketCap: isWarned ? .ticketCapWarned : .ticketCapAuthorised
    case .largestHolder: isWarned ? .largestHolderWarned : .largestHolderAuthorised
    default: isWarned ? .shareCapWarned : .shareCapAuthorised
    }
  }
}
