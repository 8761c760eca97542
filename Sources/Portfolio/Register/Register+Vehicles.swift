import LedgerCore

extension Register {
  /// Whether a deal is in a vehicle that passes money on to companies: a fund, or a holder that capital was injected into.
  public func isVehicle(_ deal: Deal) -> Bool {
    deal.method == .injection || (!deal.party.isNone && self[deal.party].kind == .fund)
  }
}
