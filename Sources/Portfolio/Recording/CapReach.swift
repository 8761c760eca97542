import LedgerCore

/// What there is of a deal, a company or a fund after an event, to be held against caps.
struct CapReach {
  /// Minor units, or parts per billion of a share.
  let amount: Int64
  /// The amount as sentences have it.
  let shown: String
  /// What it is of: the deal, or the company with the share of each deal where there are several.
  let name: String
  /// The programmes whose requirements count: those of the deals that hold some of it, that of the event's deal first.
  let programmes: [ProgrammeID]
  /// The field that says too much.
  let field: String
  /// Whether it is our part of what all partners of a fund signed and paid, and not a share that somebody stated.
  var isReckoned = false
}
