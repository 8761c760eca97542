extension EventDeclaration {
  /// Whether an event of the kind may well be dated after the day on which it is recorded: names, rates and rules that hold
  /// from a later day on, plans, agreed terms, a change of charts.
  public var mayLieAhead: Bool {
    if group == .book || group == .register { return true }
    return [EventDeclaration.plan, .planChange, .planWithdraw, .terms, .switch].contains(self)
  }
}
