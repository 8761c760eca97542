import LedgerCore

/// What is held of a company or a fund after an event, over all deals in it; parts per billion.
struct CompanyShare {
  /// Our share, that of the event's deal as the event says and those of the others as they stand.
  let share: Int64
  /// The largest share that another holder has, as last stated; nil when nothing says.
  let largestOther: Int64?
  /// The deal, or the company with the share of each deal where there are several.
  let name: String

  /// Adds up what is held of the party of a deal; capital of a holder itself is a share of nothing else.
  ///
  /// - Parameters:
  ///   - own: the share of the deal after the event.
  ///   - stated: the largest share of another as the event says it.
  init(of deal: Deal, _ own: Rate, _ stated: Rate?, in recorder: Recorder) throws(Diagnostic) {
    var sum = Int128(own.partsPerBillion)
    var parts = ["\(deal.name) \(own)"]
    var mark = try recorder.position(of: deal.id).mark(.largestOther)
    for other in recorder.register.deals(in: deal.party) where other.id != deal.id && other.method != .injection {
      let position = try recorder.position(of: other.id)
      if let latest = position.mark(.largestOther), (latest.day, latest.sequence) > (mark?.day ?? .always, mark?.sequence ?? 0) {
        mark = latest
      }
      guard let share = position.share, share > .zero else { continue }
      sum += Int128(share.partsPerBillion)
      parts.append("\(other.name) \(share)")
    }
    share = Int64(clamping: sum)
    largestOther = stated?.partsPerBillion ?? mark?.amount
    name = parts.count == 1 ? deal.name : "\(recorder.register[deal.party].name) (\(parts.joined(separator: ", ")))"
  }
}
